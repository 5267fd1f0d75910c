"""The edges of the edition: source texts and editors' files in, pages out.

Whatever can't be read is `Refused` with a coded problem; its path is the one that was asked for.
"""

import codecs
import hashlib
import os
import re
import stat
from pathlib import Path

from edition.problems import Problem, Refused

SOURCE_LIMIT = 4 * 1024 * 1024
"""Bytes a source text may have; the largest known has 0.3 MB."""

SOURCE_LINE = 20_000
"""Characters a line of a source may have: a whole paragraph has two thousand; it bounds the time that patterns take."""

TEXT_LIMIT = 128 * 1024
"""Bytes an editors' file may have; the largest known has 40 KB; it bounds the time that checks take."""

BIB_LIMIT = 4 * 1024 * 1024
"""Bytes a .bib file may have; 5,000 entries have 2 MB."""

MANIFEST_LIMIT = 16 * 1024 * 1024
"""Bytes the manifest of a release may have; the first has 0.3 MB."""

_SOURCE_CODES = {"missing": "SRC001", "folder": "SRC002", "unreadable": "SRC003", "large": "SRC004"}
_TEXT_CODES = {"missing": "PAG002", "folder": "PAG002", "unreadable": "PAG002", "large": "PAG003"}

_WIDE = ("utf_16_le", "utf_16_be")
_NARROW = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "cp1252")
"""What GB18030 is told apart from; bytes of one often make characters in another."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_CHINESE = re.compile(r"[\u00a0-\u00ff\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
                      r"\U00020000-\U0003ffff]")


def read_source(path: Path) -> str:
    """Return the text of a source file, its line ends made "\\n", its characters otherwise as they stand.

    UTF-8 and UTF-16 with a byte order mark are taken at their word; GB18030 and UTF-16 without one are recognised by
    charset-normalizer and must give back the same bytes and hold Chinese. Raises Refused (SRC001 … SRC008).
    """
    return decode_source(source_bytes(path), path)


def source_bytes(path: Path) -> bytes:
    """Return the bytes of a source file. Raises Refused (SRC001 … SRC004)."""
    return _bytes(path, SOURCE_LIMIT, _SOURCE_CODES)


def decode_source(raw: bytes, path: Path) -> str:
    """Return the text that the bytes of a source file stand for. Raises Refused (SRC005 … SRC008, SRC015)."""
    if raw.startswith(b"%PDF-"):
        raise _refused(path, "SRC006", "a PDF file", "the plain text extracted from it",
                       "Extract the text (for example with pdftotext) and save it as UTF-8.")
    text = _decoded(raw)
    if text is None:
        raise _undecoded(raw, path)
    if not text.strip():
        raise _refused(path, "SRC005", "an empty file", "the text of one or more papers",
                       "Extract the text again, or take the file away: a missing source is no error.")
    return _bounded(_with_plain_line_ends(text), path)


def _bounded(text: str, path: Path) -> str:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > SOURCE_LINE:
            raise _refused(path, "SRC015", f"a line of {len(line)} characters", f"at most {SOURCE_LINE}",
                           "Extract the text again, with its line ends.", number)
    return text


def read_text(path: Path, limit: int = TEXT_LIMIT) -> str:
    """Return the text of an editors' file, UTF-8 with or without a byte order mark, line ends made "\\n".

    Raises Refused (PAG001 … PAG003).
    """
    raw = _bytes(path, limit, _TEXT_CODES)
    text = _strict(raw, "utf-8-sig")
    if text is None:
        raise _refused(path, "PAG001", f"byte {_bad_byte(raw)}", "UTF-8", "Save the file as UTF-8.", _bad_line(raw))
    return _with_plain_line_ends(text)


def write_text(path: Path, text: str) -> bool:
    """Write `text` as UTF-8 to `path`, as `write_bytes` does."""
    return write_bytes(path, text.encode())


def write_bytes(path: Path, raw: bytes) -> bool:
    """Write bytes to `path`, making its folder; return False where they stood there already.

    The file is whole at every moment: the bytes go to a new file beside it, which then takes its name.
    """
    if path.is_file() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        beside.write_bytes(raw)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _bytes(path: Path, limit: int, codes: dict[str, str]) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, codes["folder"], "a folder or device", "a file", "Name the file that lies in it.")
        if status.st_size > limit:
            raise _refused(path, codes["large"], f"{status.st_size} bytes", f"at most {limit}",
                           "Look whether it is the file that was meant.")
        return path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, codes["missing"], "no such file", "a file", "Look at its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(path, codes["unreadable"], f"a file that can't be read ({reason})", "a readable file",
                       "Look at its rights and at where it links to.") from None


def _decoded(raw: bytes) -> str | None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be")):
        if raw.startswith(mark):
            return _without_nul(_strict(raw[len(mark):], encoding))
    if b"\0" in raw:
        return _recognised(raw, _WIDE, _WIDE)
    text = _strict(raw, "utf-8-sig")
    if text is not None or _is_damaged_utf8(raw):
        return text
    return _recognised(raw, ("gb18030",), _NARROW)


def _recognised(raw: bytes, wanted: tuple[str, ...], candidates: tuple[str, ...]) -> str | None:
    """Return the text where one of the wanted encodings is the likeliest candidate and really fits."""
    from charset_normalizer import from_bytes  # here: slow to load, seldom needed

    best = from_bytes(raw, cp_isolation=list(candidates)).best()
    if best is None or best.encoding not in wanted:
        return None
    text = _without_nul(_strict(raw, best.encoding))
    return text if text and text.encode(best.encoding) == raw and _is_chinese(text) else None


def _is_chinese(text: str) -> bool:
    beyond_ascii = sum(character > "\x7f" for character in text)
    return bool(_HAN.search(text)) and len(_CHINESE.findall(text)) >= 0.9 * beyond_ascii


def _is_damaged_utf8(raw: bytes) -> bool:
    """Tell whether some bytes of a UTF-8 text are broken: read as GB18030 it would turn into other Han characters."""
    text = raw.decode("utf-8", errors="replace")
    return len(_HAN.findall(text)) > text.count("\ufffd")


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_nul(text: str | None) -> str | None:
    return None if text is None or "\0" in text else text


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _undecoded(raw: bytes, path: Path) -> Refused:
    if b"\0" in raw:
        return _refused(path, "SRC007", "a binary file", "plain text", "Extract the text and save it as UTF-8.")
    return _refused(path, "SRC008", f"byte {_bad_byte(raw)}", "UTF-8, GB18030 or UTF-16",
                    "Find out the encoding of the file and save it as UTF-8.", _bad_line(raw))


def _bad_offset(raw: bytes) -> int:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _bad_byte(raw: bytes) -> str:
    return f"0x{raw[_bad_offset(raw)]:02X}"


def _bad_line(raw: bytes) -> int:
    return _with_plain_line_ends(raw[:_bad_offset(raw)].decode()).count("\n") + 1


def _refused(path: Path, code: str, found: str, expected: str, hint: str, line: int = 0) -> Refused:
    return Refused(Problem(str(path), line, code, found, expected, hint))
