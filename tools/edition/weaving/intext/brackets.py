"""Brackets that cite, found in prose; and the locator that stands in a citation's suffix."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.citing import read_locator
from edition.weaving.intext.code import unread

_BRACKET = re.compile(r"\[(?P<inside>[^\[\]\n]*)\](?![(\[])")
_CLOSED = re.compile(r"\[[^\[\]\n]*\]")
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_KEY = re.compile(r"(?<![A-Za-z0-9._%+-])@(?P<key>[\w-]+)")
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千零〇两]|(?<![A-Za-z])[ivxlcdm]+(?![A-Za-z])", re.IGNORECASE)
_LABELLED = re.compile(r"第|页|版|卷|章|节|(?:pp?|vol|chap|ch|sec|no)\b\.?", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,，]\s*")


@dataclass(frozen=True)
class Bracket:
    """What stands in a bracket that cites; `start` and `end` are its place in the text, brackets included."""

    start: int
    end: int
    inside: str


def prose(text: str) -> str:
    """Return the text with blanks for what is no prose, and for addresses of e-mail; lines and lengths are kept."""
    parts, end = [], 0
    for start, stop in unread(text):
        parts += [text[end:start], re.sub(r"[^\n]", "\0", text[start:stop])]
        end = stop
    parts.append(text[end:])
    return _EMAIL.sub(lambda match: "\0" * len(match[0]), "".join(parts))


def brackets(text: str) -> list[Bracket]:
    """Return the brackets that cite; those of links and notes are none."""
    found = (match for match in _BRACKET.finditer(prose(text)) if _cites(match["inside"]))
    return [Bracket(match.start(), match.end(), text[match.start() + 1:match.end() - 1]) for match in found]


def keys_in(text: str) -> tuple[str, ...]:
    """Return the keys that a text cites in brackets, each once, in order."""
    bare = prose(text)
    found = (match["key"] for bracket in brackets(text) for match in _KEY.finditer(bare, bracket.start, bracket.end))
    return tuple(dict.fromkeys(found))


def _cites(inside: str) -> bool:
    return bool(_KEY.search(inside)) or inside.lstrip().startswith("@")


def stray_keys(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield what stands like a key outside all brackets: its place, the key, whether a bracket before it is open."""
    bare = _CLOSED.sub(lambda match: "\0" * len(match[0]), prose(text))
    for match in _KEY.finditer(bare):
        line_start = bare.rfind("\n", 0, match.start()) + 1
        yield match.start(), match["key"], "[" in bare[line_start:match.start()]


def split_suffix(suffix: str) -> tuple[str, str]:
    """Return the locator at the beginning of a suffix, and what else it says."""
    suffix = suffix.strip()
    if read_locator(suffix).is_page:
        return suffix, ""
    first, *rest = _COMMA.split(suffix, maxsplit=1)
    return (first, "".join(rest)) if is_place(first) else ("", suffix)


def is_place(text: str) -> bool:
    """Tell whether a text names a place in a work: a page, or something with a number and what it counts."""
    return read_locator(text).is_page or bool(_LABELLED.match(text) and _NUMBER.search(text))


def lacks_number(suffix: str) -> bool:
    """Tell whether a suffix begins as a locator does, but without a number: 第 页, p."""
    first = _COMMA.split(suffix.strip(), maxsplit=1)[0]
    return bool(_LABELLED.match(first)) and not _NUMBER.search(_LABELLED.sub("", first, count=1)) and len(first) <= 8
