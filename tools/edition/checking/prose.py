"""The editors' pages line by line, for rules about how they are written. Finds nothing itself.

A line is known as it is written and as it is read: with blanks in place of code, comments, HTML, addresses of links,
lists of attributes and citations, so that a rule about punctuation meets prose alone and columns stay what they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.catalogue import Edition
from edition.problems import Problem
from edition.weaving.intext.brackets import prose
from edition.weaving.intext.code import code_blocks, front_end

HIDDEN = "\0"
"""Stands for each character that is no prose."""

FRONT, FENCED, INDENTED = "front", "fenced", "indented"
"""What is not read as prose: the front matter, a block between fences, a block set in by four blanks."""

_UNREAD = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]*\]|\{[:#.][^{}\n]*\}|\[[^\[\]\n]*@[^\[\]]{0,200}\]?")
_SIGN = re.compile(r"[^\n]")
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(rf"\]\({HIDDEN}*\)|\]\[{HIDDEN}*\]|\[")
_LINKED = re.compile(rf"\[[^\[\]]*\](?:\({HIDDEN}*\)|\[{HIDDEN}*\])")
_LIST_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")


@dataclass(frozen=True)
class Line:
    """A line of a file: its number, as it is written, as it is read, and what code it belongs to, front matter included."""

    path: str
    number: int
    text: str
    said: str
    code: str = ""

    @property
    def words(self) -> str:
        """The line as it is read, without the brackets of its links."""
        return _LINK.sub(lambda match: HIDDEN * len(match[0]), self.said)

    @property
    def unlinked(self) -> str:
        """The line as it is read, without its links."""
        return _LINKED.sub(lambda match: HIDDEN * len(match[0]), self.said)

    def problem(self, code: str, column: int, found: str, expected: str, hint: str) -> Problem:
        """Return a problem at an offset (from 0) in the line."""
        return Problem(self.path, self.number, code, found, expected, hint, column=column + 1)

    @property
    def is_code(self) -> bool:
        return bool(self.code)

    @property
    def bare(self) -> str:
        """The line as it is written, but for code within it."""
        return _CODE.sub(lambda match: HIDDEN * len(match[0]), self.text)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def is_heading(self) -> bool:
        return not self.is_code and self.text.startswith("#")

    @property
    def is_row(self) -> bool:
        return not self.is_code and self.text.lstrip().startswith("|")

    @property
    def item(self) -> re.Match | None:
        """The sign with which an item of a list begins, and what stands before it."""
        return None if self.is_code else _LIST_ITEM.match(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether the line is part of a paragraph, as far as it shows."""
        return not (self.is_code or self.is_blank or self.is_heading or self.is_row
                    or self.text.lstrip().startswith(("<", ">", "---", "***", "{", "[^")))


@dataclass(frozen=True)
class Page:
    """A page of editors: its path in messages, its text, its lines."""

    path: str
    text: str
    lines: tuple[Line, ...]

    @property
    def is_term(self) -> bool:
        return self.path.startswith("docs/glossary/") and not self.path.endswith("/index.md")


@lru_cache(maxsize=2)
def pages(edition: Edition) -> tuple[Page, ...]:
    """Return all pages of docs, papers' headnotes among them."""
    return tuple(page_of(path, text) for path, text in sorted(edition.texts.items()) if path.endswith(".md"))


def page_of(path: str, text: str) -> Page:
    """Return a page with its lines."""
    if text.startswith("---\n") and not front_end(text):  # its front matter is not closed, so that nothing is known
        return Page(path, text, tuple(Line(path, number, line, "", FRONT) for number, line in enumerate(text.split("\n"), 1)))
    code = {line: _kind(text, start) for start, end in code_blocks(text) for line in _lines_of(text, start, end)}
    read = text[:front_end(text)] + said(text[front_end(text):])
    both = zip(text.split("\n"), read.split("\n"), strict=True)
    return Page(path, text, tuple(Line(path, number, line, shown, code.get(number, ""))
                                  for number, (line, shown) in enumerate(both, 1)))


def _kind(text: str, start: int) -> str:
    if text.startswith((" ", "\t"), start) and not text[start:start + 200].lstrip().startswith(("```", "~~~")):
        return INDENTED
    return FENCED if start or not front_end(text) else FRONT


def _lines_of(text: str, start: int, end: int) -> range:
    first = text.count("\n", 0, start) + 1
    return range(first, first + text.count("\n", start, max(start, end - 1)) + 1)


def said(text: str) -> str:
    """Return Markdown as it is read, every character in its place."""
    return _UNREAD.sub(_hidden, prose(text))


def _hidden(match: re.Match) -> str:
    """Return blanks in place of what was found; the brackets of a link stay."""
    found = match[0]
    inside = HIDDEN * (len(found) - 3)
    return f"{found[:2]}{inside}{found[-1]}" if found[0] == "]" else _SIGN.sub(HIDDEN, found)


def prose_lines(edition: Edition) -> Iterator[Line]:
    """Yield every line of pages outside code and front matter."""
    return (line for page in pages(edition) for line in page.lines if not line.is_code)
