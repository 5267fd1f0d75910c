"""Rules about `anchors.tsv`, the memory of paragraph ids: ANC001 …"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.catalogue import Edition, Paper
from edition.catalogue.faults import cut
from edition.checking.registry import rules_within
from edition.problems import Problem

rule = rules_within("docs/papers/*/anchors.tsv")

COLUMNS = ("id", "digest", "sketch", "redirect")
_ID = re.compile("p[1-9][0-9]*")
_HINT = "Take the line from the last version of the file; `edition weave` writes it, nobody needs to edit it."


@dataclass(frozen=True)
class _Row:
    path: str
    line: int
    cells: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return len(self.cells) == len(COLUMNS)

    @property
    def redirect(self) -> str:
        return self.cells[-1] if self.whole else ""

    def problem(self, code: str, found: str, expected: str, hint: str = _HINT) -> Problem:
        return Problem(self.path, self.line, code, found, expected, hint)


@rule("ANC001", summary="a line of anchors.tsv without its four columns")
def columns(edition: Edition) -> Iterable[Problem]:
    """`anchors.tsv` has a first line `id digest sketch redirect` and below it a line of four cells for each paragraph,
    all divided by tabs. Another form loses the addresses that people cite.

    Mend: take the line from the last version of the file, and see that the editor used doesn't turn tabs into blanks.
    """
    for row in _lines(edition):
        if row.line == 1 and row.cells != COLUMNS:
            yield row.problem("ANC001", f"the first line {cut(' '.join(row.cells))!r}", ", ".join(COLUMNS))
        elif not row.whole:
            yield row.problem("ANC001", f"{len(row.cells)} of 4 columns", "4, divided by tabs")


@rule("ANC002", summary="a paragraph id of the wrong form")
def ids(edition: Edition) -> Iterable[Problem]:
    """A paragraph's id is p and a number: p1, p12. It is part of addresses that never change.

    Mend: put the former id back.
    """
    return (row.problem("ANC002", f"the id {cut(row.cells[0])!r}", "p and a number such as p12")
            for row in _rows(edition) if not _ID.fullmatch(row.cells[0]))


@rule("ANC003", summary="a paragraph id that stands twice")
def unique(edition: Edition) -> Iterable[Problem]:
    """An id names one paragraph for good. Two lines with the same id often come from two branches that each gave the
    next free id to a new paragraph.

    Mend: keep the line that was published first, give the other the next free id.
    """
    for paper in edition.papers:
        first: dict[str, int] = {}
        for row in _rows_of(paper):
            if first.setdefault(row.cells[0], row.line) != row.line:
                yield row.problem("ANC003", f"{cut(row.cells[0])} a second time",
                                  f"it once (line {first[row.cells[0]]})",
                                  "Give the paragraph that was published later the next free id.")


@rule("ANC004", summary="a redirect to a paragraph that isn't there")
def redirects(edition: Edition) -> Iterable[Problem]:
    """The last column sends readers of a paragraph that went away to another one of the same paper.

    Mend: name an id of the first column, or leave the cell empty where the paragraph is still there.
    """
    for paper in edition.papers:
        known = {row.cells[0] for row in _rows_of(paper)}
        for row in _rows_of(paper):
            if row.redirect and row.redirect not in known:
                yield row.problem("ANC004", f"a redirect to {cut(row.redirect)!r}", "an id of the first column",
                                  "Name the paragraph that holds the text now.")


@rule("ANC005", summary="redirects that go round in a circle")
def circles(edition: Edition) -> Iterable[Problem]:
    """Redirects may follow one another, but must end at a paragraph that is there.

    Mend: empty the last cell of the one whose paragraph exists.
    """
    for paper in edition.papers:
        to = {row.cells[0]: row.redirect for row in _rows_of(paper) if row.redirect}
        for row in _rows_of(paper):
            if row.cells[0] == _first_of_circle(row.cells[0], to):
                yield row.problem("ANC005", f"redirects from {cut(row.cells[0])} back to itself", "an end",
                                  "Empty the last cell of the one whose paragraph exists.")


def _first_of_circle(start: str, to: dict[str, str]) -> str:
    """Return the least id of the circle that `start` lies on, or nothing."""
    passed: list[str] = []
    while to.get(start) and start not in passed:
        passed.append(start)
        start = to[start]
    return min(passed) if passed and start == passed[0] else ""


def _lines_of(paper: Paper) -> Iterator[_Row]:
    if paper.anchors_text is not None:
        lines = paper.anchors_text.removesuffix("\n").split("\n")
        for number, line in enumerate(lines, 1):
            yield _Row(f"{paper.folder}/anchors.tsv", number, tuple(line.split("\t")))


def _rows_of(paper: Paper) -> list[_Row]:
    return [row for row in _lines_of(paper) if row.line > 1 and row.whole]


def _lines(edition: Edition) -> Iterator[_Row]:
    return (row for paper in edition.papers for row in _lines_of(paper))


def _rows(edition: Edition) -> Iterator[_Row]:
    return (row for paper in edition.papers for row in _rows_of(paper))
