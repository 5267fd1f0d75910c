"""Whatever becomes of an editors' file, checking and weaving end with messages, and harm no file."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from edition.catalogue import load
from edition.checking import check
from edition.commands.weave import weave_all
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sound_edition import files_of, small_edition

SECONDS, WOVEN = 20, 4
"""How long the mutations are tried; how many of those that pass the check are woven too."""

INSERTED = ("\0", "\x08", "\ufeff", "\u202e", "\u2028", "\r", "\t", "  ", "---\n", "- ", ": ", "{", "[" * 30, "]", '"', "'", "&a ", "*a ", "!!x ",
            "|\n", "```\n", "<!--", "-->", "<div>", "<script>", "](", "![a](", "[@", "#", "|", "\\", "{: a=", "\ud7ff", "𠀀", "null", "1e999",
            "9" * 400, "a" * 20_000, "> " * 300, "1. " * 300, "\n" * 3000)


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A way to spoil a file: cut, double, move or insert, give a value another type, save in another encoding, blow up."""
    at, end = sorted((draw(st.floats(0, 1)), draw(st.floats(0, 1))))
    kind = draw(st.sampled_from(("cut", "double", "drop", "insert", "insert", "insert", "value", "line", "encode", "huge", "bytes")))
    inserted, value = draw(st.sampled_from(INSERTED)), draw(st.sampled_from(("[]", "{}", "7", "true", "", "[[1]]", "{a: {b: c}}", "-3", "~")))
    encoding = draw(st.sampled_from(("gb18030", "utf-16", "utf-32", "utf-8-sig", "big5")))

    def spoil(raw: bytes) -> bytes:
        text = raw.decode()
        a, b = int(at * len(text)), int(end * len(text))
        lines = text.split("\n")
        line = int(at * (len(lines) - 1))
        match kind:
            case "cut":
                return text[:a].encode()
            case "double":
                return (text[:b] + text[a:]).encode()
            case "drop":
                return (text[:a] + text[b:]).encode()
            case "insert":
                return (text[:a] + inserted + text[a:]).encode("utf-8", "replace")
            case "value":
                lines[line] = f"{lines[line].partition(':')[0]}: {value}"
            case "line":
                lines.insert(int(end * len(lines)), lines.pop(line))
            case "encode":
                return text.encode(encoding, "replace")
            case "huge":
                return (text[:b] + text[a:b + 200] * 3000).encode()
            case "bytes":
                return raw[:a] + b"\xff\xfe\x80" + raw[a:]
        return "\n".join(lines).encode()

    return spoil


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    os.environ.pop("EDITION_PAPERS", None)
    return small_edition(tmp_path_factory.mktemp("small"))


def test_the_edition_is_sound_before(small: Path) -> None:
    assert [str(problem) for problem in check(load(small))] == []


def test_a_spoilt_file_is_reported_and_none_is_harmed(small: Path, tmp_path: Path) -> None:
    whole, begun, woven = files_of(small), monotonic(), 0

    @settings(max_examples=400, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(sorted(whole)), mutations())
    def spoil(name: str, mutation: Callable[[bytes], bytes]) -> None:
        nonlocal woven
        if monotonic() - begun > SECONDS:
            return
        (small / name).write_bytes(spoilt := mutation(whole[name]))
        try:
            report = check(load(small))
            assert files_of(small) == whole | {name: spoilt}
            assert [problem for problem in report if problem.line < 0 or not problem.hint or "\n" in str(problem)] == []
            if not report.failed and woven < WOVEN and spoilt != whole[name]:
                woven += 1
                shutil.copytree(small, tmp_path / "copy", dirs_exist_ok=True)
                weave_all(tmp_path / "copy", tmp_path / "copy/papers", tmp_path / "built")
        finally:
            (small / name).write_bytes(whole[name])

    spoil()
    assert files_of(small) == whole
