"""The edges: what is read as text, what is refused, and that a page is written whole or not at all."""

import hashlib
import os
from pathlib import Path

import pytest
from edition import files
from edition.files import decode_source, read_source, read_text, sha256, write_text
from edition.problems import Refused
from hypothesis import given
from hypothesis import strategies as st

TEXT = """座谈会纪要的写法

本文谈怎样记录一次座谈会，不谈怎样主持。先记时间与地点，再记谁说了什么，最后记下大家同意的事。
Keywords: minutes, “tea party”, café — 2020
"""
TRADITIONAL = "座談會紀要的寫法\n\n本文談怎樣記錄一次座談會。\n先記時間與地點，再記誰說了什麼，最後記下大家同意的事。\n"


def code(function, *arguments) -> str:
    with pytest.raises(Refused) as caught:
        function(*arguments)
    return caught.value.problems[0].code


def source(folder: Path, raw: bytes) -> Path:
    path = folder / "talks.txt"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_known_encodings_give_the_same_text(encoding: str, tmp_path: Path) -> None:
    assert read_source(source(tmp_path, TEXT.encode(encoding))) == TEXT
    assert read_source(source(tmp_path, (TEXT * 300).encode(encoding))) == TEXT * 300


def test_big_endian_mark(tmp_path: Path) -> None:
    assert read_source(source(tmp_path, ("\ufeff" + TEXT).encode("utf-16-be"))) == TEXT


@pytest.mark.parametrize(("raw", "expected"), [
    (b"", "SRC005"), (b" \n\r\n", "SRC005"), (b"%PDF-1.4\n", "SRC006"),
    (b"PK\x03\x04\x00\x00", "SRC007"), (bytes(range(256)) * 40, "SRC007"), (TEXT.encode("utf-32"), "SRC007"),
    (TRADITIONAL.encode("big5"), "SRC008"), ("L'été, à Genève, on négociait encore.\n".encode("latin-1"), "SRC008"),
    ("会議の後、事務局は必ず声明を作成する。\n".encode("shift_jis"), "SRC008"), (b"\xff\xfe\x00", "SRC007"),
    (b"\xef\xbb\xbf", "SRC005"), ("\ufeff\u3000\n".encode("utf-16-le"), "SRC005"),
])
def test_refused_as_source(raw: bytes, expected: str, tmp_path: Path) -> None:
    assert code(read_source, source(tmp_path, raw)) == expected


def test_damaged_utf8_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    raw = (TEXT * 50).encode()
    cut = raw.index("最后".encode(), len(raw) // 2)
    assert code(read_source, source(tmp_path, raw[:cut + 1] + raw[cut + 2:])) == "SRC008"


def test_line_of_the_broken_byte(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_source(source(tmp_path, "一\r\n二\r三\n".encode() + b"\xe4\xbd\n"))
    assert caught.value.problems[0].line == 4


def test_no_file_a_folder_a_loop_and_a_giant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert code(read_source, tmp_path / "none.txt") == "SRC001"
    assert code(read_source, tmp_path) == "SRC002"
    assert code(read_source, Path("/dev/null")) == "SRC002"
    assert code(read_source, tmp_path / "loop") == "SRC003"
    assert code(read_source, tmp_path / "nul\0.txt") == "SRC003"
    monkeypatch.setattr(files, "SOURCE_LIMIT", 10)
    assert code(read_source, source(tmp_path, TEXT.encode())) == "SRC004"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_right_to_read(tmp_path: Path) -> None:
    path = source(tmp_path, TEXT.encode())
    path.chmod(0)
    assert code(read_source, path) == "SRC003"


def test_only_line_ends_begin_a_line() -> None:
    text = "一\x0c二\u2028三\x0b四\x85五\u2029六\r\n七\r八\n"
    assert decode_source(text.encode(), Path("x")) == "一\x0c二\u2028三\x0b四\x85五\u2029六\n七\n八\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_utf8_is_kept_to_the_letter(text: str) -> None:
    text = "文" + text
    assert decode_source(text.encode(), Path("x")) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        assert "\0" not in decode_source(raw, Path("x"))
    except Refused as refused:
        assert refused.problems[0].code in {"SRC005", "SRC006", "SRC007", "SRC008"}


def test_editors_files_are_utf8(tmp_path: Path) -> None:
    assert read_text(source(tmp_path, "\ufeff一\r\n".encode())) == "一\n"
    assert read_text(source(tmp_path, b"")) == ""
    assert code(read_text, source(tmp_path, TEXT.encode("gb18030"))) == "PAG001"
    assert code(read_text, tmp_path / "none") == "PAG002"


def test_written_only_when_changed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.md"
    assert write_text(path, "一\n") and not write_text(path, "一\n") and write_text(path, "二\n")
    assert path.read_bytes() == "二\n".encode()
    assert [other.name for other in path.parent.iterdir()] == ["page.md"]


def test_a_failed_write_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    write_text(path, "一\n")

    def fail(*_: object) -> None:
        raise OSError("disk full")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError):
        write_text(path, "二\n")
    assert path.read_text(encoding="utf-8") == "一\n"
    assert [other.name for other in tmp_path.iterdir()] == ["page.md"]


def test_digest_is_of_the_bytes(tmp_path: Path) -> None:
    assert sha256(source(tmp_path, b"a\r\n")) == hashlib.sha256(b"a\r\n").hexdigest()
