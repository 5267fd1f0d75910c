"""Names of notes and headings: `n21-3` is note 3 of page 21, `s2-1` the first section of the second chapter."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from edition.reading.draft import Group
from edition.reading.model import Page


def name_notes(groups: Iterable[Group], pages: Sequence[Page]) -> None:
    """Name each note by page and printed mark; where the page is unknown, a letter tells equal marks apart."""
    seen: Counter[str] = Counter()
    notes = sorted((group for group in groups if group.role == "note"), key=lambda group: group.lines[0].number)
    for note in notes:
        index = bisect_right(pages, note.lines[0].number, key=lambda page: page.line)
        page = pages[index - 1].number if index else ""
        name = f"n{page}-{note.mark.replace('*', 'star')}"
        note.id = name + _letter(seen[name])
        seen[name] += 1


def _letter(times: int) -> str:
    """Return '', 'b', 'c' … 'z', 'bb' …: which of equal names this is."""
    if times == 0:
        return ""
    rest, index = divmod(times, 26)
    return _letter(rest) + ascii_lowercase[index]


def name_headings(groups: Iterable[Group]) -> None:
    """Name each heading by its place in the tree."""
    headings = sorted((group for group in groups if group.role == "heading"), key=lambda group: group.lines[0].number)
    for heading, name in zip(headings, section_ids([heading.level for heading in headings])):
        heading.id = name


def section_ids(levels: Sequence[int]) -> list[str]:
    """Return ids for headings of these levels in order: s1, s1-1, s1-2, s2 …"""
    counters: list[int] = []
    names = []
    for level in levels:
        counters = counters[:level] + [0] * (level - len(counters))
        counters[-1] += 1
        names.append("s" + "-".join(map(str, counters)))
    return names
