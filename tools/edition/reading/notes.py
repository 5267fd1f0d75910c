"""Notes: the blocks at the foot of pages, each begun by its mark."""

import re
from collections.abc import Iterator
from math import inf

from edition.reading.closing import CLOSING_REMARK
from edition.reading.draft import Draft
from edition.reading.lines import BRACKETED_MARK, SUPERSCRIPTS, Line

STAR = re.compile(r"\*[\s\u3000]*(?=\S)")
BRACKETED = re.compile(BRACKETED_MARK + r"[\s\u3000]*(?=\S)")
BARE = re.compile(rf"(\d{{1,2}}|[{SUPERSCRIPTS}]{{1,2}})[\s\u3000]+(?=[^\s\d])")
DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")


def number_of(mark: str) -> int:
    return int(mark.translate(DIGITS))


def claim_notes(draft: Draft) -> None:
    """Claim each note with its continuation lines; a work sets its notes in one form only."""
    starred = next((line.number for line in draft.lines if line.text.endswith("*")), inf)
    for form in (BRACKETED, BARE):
        found = [
            note
            for page in _pages(draft)
            for note in (_foot(page, form, starred) if draft.wrapped else _single_lines(page, form))
        ]
        for note in found:
            _claim(draft, note, form)
        if found:
            return


def _claim(draft: Draft, note: list[Line], form: re.Pattern) -> None:
    star = STAR.match(note[0].text)
    match = star or form.match(note[0].text)
    mark = "*" if star else str(number_of(match[1]))
    draft.claim("note", note, label=match.end(), mark=mark)


def _pages(draft: Draft) -> Iterator[list[Line]]:
    """Yield runs of lines that lie on one page: notes never run over its end."""
    run: list[Line] = []
    for line in draft.lines:
        if (line.opens_frame or draft.role(line) == "furniture") and run:
            yield run
            run = []
        if draft.role(line) != "furniture":
            run.append(line)
    yield run


def _foot(page: list[Line], form: re.Pattern, starred: float) -> Iterator[list[Line]]:
    """Yield the notes at the foot of a page: 1, 2, 3 … to its end; `starred` is the line that calls a note with a star."""
    numbered = _starts(page, form)
    starts = [*_stars(page[: numbered[0]] if numbered else page, starred), *numbered]
    ends = [*starts[1:], _end(page)]
    for start, end in zip(starts, ends):
        yield page[start:end]


def _starts(page: list[Line], form: re.Pattern) -> list[int]:
    """Return where notes begin: the last run of ascending numbers from 1."""
    numbers = [(index, number_of(match[1])) for index, line in enumerate(page) if (match := form.match(line.text))]
    firsts = [index for index, number in numbers if number == 1]
    starts = [firsts[-1]] if firsts else []
    for index, number in numbers:
        if starts and index > starts[-1] and number == len(starts) + 1:
            starts.append(index)
    return starts


def _stars(page: list[Line], starred: float) -> list[int]:
    """Return where the page's note with a star begins; a line before it must call it by ending in one."""
    return [index for index, line in enumerate(page) if STAR.match(line.text) and line.number > starred][:1]


def _end(page: list[Line]) -> int:
    closing = (index for index, line in enumerate(page) if CLOSING_REMARK.match(line.text) and index == len(page) - 1)
    return next(closing, len(page))


def _single_lines(page: list[Line], form: re.Pattern) -> Iterator[list[Line]]:
    """Yield the notes of a source that has each of them on a line: runs of 1, 2, 3 …"""
    expected = 1
    for line in page:
        match = form.match(line.text)
        number = number_of(match[1]) if match else 0
        if number not in (expected, 1) or not match:
            expected = 1
            continue
        yield [line]
        expected = number + 1
