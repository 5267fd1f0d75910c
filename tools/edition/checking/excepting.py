"""Exceptions as editors write them: `<!-- except TYP004: reason -->`, in YAML `# except …`, in .bib files `% except …`.

One stands on the line before what it excepts. In Markdown and .bib files it covers the block that follows, up to a blank
line, since no comment can stand inside a table or an entry; in YAML the next line. In the first two lines of a file it
also covers what is said of the file as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.problems import Problem
from edition.weaving.intext.code import code_blocks, front_end

_COMMENT = re.compile(r"[ \t]*(?P<sign><!--|#|%)[ \t]*except\b(?P<said>[^\n]*)")
_SAID = re.compile(r"[ \t]+(?P<codes>[A-Z]{3}\d{3}(?:[ \t]*,[ \t]*[A-Z]{3}\d{3})*)[ \t]*(?:[:：](?P<reason>.*))?")
_SIGNS = {".md": "<!--", ".yml": "#", ".bib": "%"}
TOP = 2
"""The lines of a file in which an exception covers the file as a whole: the first, or the first of the front matter."""


@dataclass(frozen=True)
class Exemption:
    """An exception: where it stands, the codes that it names (none where it can't be read), why, the lines it covers."""

    path: str
    line: int
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        """Tell whether a problem is one of those that are meant."""
        here = self.first <= problem.line <= self.last or self.line <= TOP and problem.line <= 1
        return problem.path == self.path and problem.code in self.codes and here


def exemptions_in(path: str, text: str) -> Iterator[Exemption]:
    """Yield the exceptions that stand in a file of editors; what stands in code blocks is none."""
    if "except" not in text:
        return
    lines, code = text.split("\n"), _code_lines(path, text)
    head = text.count("\n", 0, front_end(text)) if path.endswith(".md") else 0
    for number, line in enumerate(lines, 1):
        match = _COMMENT.match(line)
        if match and number not in code and match["sign"] == ("#" if number <= head else _SIGNS.get(_ending(path))):
            first = _next(lines, number)
            last = first if match["sign"] == "#" else _end_of_block(lines, first)
            yield Exemption(path, number, *_read(match["said"]), first, last)


def _read(said: str) -> tuple[tuple[str, ...], str]:
    match = _SAID.fullmatch(said.removesuffix("-->").rstrip())
    if not match:
        return (), ""
    return tuple(code.strip() for code in match["codes"].split(",")), (match["reason"] or "").strip()


def _ending(path: str) -> str:
    return path[path.rfind("."):]


def _code_lines(path: str, text: str) -> set[int]:
    """Return the lines of code blocks, front matter not counted among them."""
    if not path.endswith(".md"):
        return set()
    blocks = [block for block in code_blocks(text) if block[0] or not front_end(text)]
    return {line for start, end in blocks
            for line in range(text.count("\n", 0, start) + 1, text.count("\n", 0, max(start, end - 1)) + 2)}


def _next(lines: list[str], number: int) -> int:
    """Return the next line that is neither blank nor an exception itself."""
    while number < len(lines) and (not lines[number].strip() or _COMMENT.match(lines[number])):
        number += 1
    return number + 1


def _end_of_block(lines: list[str], number: int) -> int:
    while number < len(lines) and lines[number].strip():
        number += 1
    return number
