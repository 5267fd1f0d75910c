"""The running text: headings and paragraphs, joined over lines and over whatever stands between their halves."""

import re
from collections.abc import Iterator

from edition.reading.columns import Column
from edition.reading.draft import Draft
from edition.reading.headings import kind_of, levels, may_head
from edition.reading.lines import Line

Run = tuple[str, list[Line]]
"""The kind of a heading, '' for a paragraph, and its lines."""

LONGEST_HEADING = 45
NUMBER_GAP = "\u3000"
"""Between a number that has a line of its own and the title below it."""


def claim_flow(draft: Draft) -> None:
    """Claim all lines that are still free as headings and paragraphs."""
    found = list(_wrapped(Column(draft.free)) if draft.wrapped else _unwrapped(draft.free))
    rank = levels([kind for kind, _ in found if kind])
    for kind, run in found:
        joint = NUMBER_GAP if kind == "part" else ""
        draft.claim("heading" if kind else "paragraph", run, level=rank.get(kind, 0), joint=joint)


def _wrapped(column: Column) -> Iterator[Run]:
    """Yield the runs of a text that keeps the printed lines."""
    index = 0
    while index < len(column.lines):
        kind, count = _heading_at(column, index)
        if not kind:
            count = _paragraph_at(column, index)
        yield kind, column.lines[index : index + count]
        index += count


def _heading_at(column: Column, index: int) -> tuple[str, int]:
    """Return the kind of the heading that begins here and how many lines it has, ('', 0) for none.

    Paragraphs are taken whole, so that one has ended before it.
    """
    line = column.lines[index]
    kind = kind_of(line.text) or ("unnumbered" if _stands_alone(column, index) else "")
    if not kind or not may_head(line):
        return "", 0
    return kind, 1 + _runs_over(column, index)


def _stands_alone(column: Column, index: int) -> bool:
    """An unnumbered heading is short, without any stop, and the next paragraph's first line is indented."""
    line = column.lines[index]
    if column.shortness(line) < 3.5 or re.search("[，。；、：:,.;]", line.text):
        return False
    following = next((other for other in column.lines[index + 1 :] if column.is_long(other)), None)
    return following is not None and column.is_indented(following)


def _runs_over(column: Column, index: int) -> bool:
    """Tell whether the heading goes on in a second, short line."""
    if index + 2 >= len(column.lines):
        return False
    line, second, after = column.lines[index : index + 3]
    broken = column.shortness(line) < 4.5 or column.shortness(line) < 8 and second.gap == 0
    fits = column.shortness(second) > 3.5 and may_head(second) and not kind_of(second.text)
    return broken and fits and (column.is_indented(after) or bool(kind_of(after.text)))


def _paragraph_at(column: Column, index: int) -> int:
    """Return how many lines the paragraph has that begins here."""
    count = 1
    while index + count < len(column.lines) and not _breaks(column, index, index + count):
        count += 1
    return count


def _breaks(column: Column, first: int, index: int) -> bool:
    """Tell whether the paragraph begun at `first` ends before `index`.

    The sense must allow it (a sentence ends); then the widths decide: how far the last line falls short of the measure,
    and whether the next is narrower by an indentation.
    """
    line, following = column.lines[index - 1], column.lines[index]
    if not line.ends_sentence:
        return False
    if kind_of(following.text) and may_head(following) or _stands_alone(column, index):
        return True
    shortness = column.shortness(line, first=index - 1 == first)
    if shortness > 3:
        return True
    return column.is_indented(following) if column.is_long(following) else shortness > 1.2


def _unwrapped(lines: list[Line]) -> Iterator[Run]:
    """Yield the runs of a text that has a whole paragraph, or a page's part of it, on a line."""
    index = 0
    while index < len(lines):
        kind = _short_heading(lines[index])
        count = 2 if kind == "part" else 1
        while not kind and index + count < len(lines) and not lines[index + count - 1].ends_sentence:
            count += 1
        yield kind, lines[index : index + count]
        index += count


def _short_heading(line: Line) -> str:
    if line.width >= LONGEST_HEADING or not may_head(line):
        return ""
    return kind_of(line.text) or "unnumbered"
