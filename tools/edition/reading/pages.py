"""Pages of the printed original: where they begin, and their numbers, counted from those that survive."""

from collections.abc import Sequence

from edition.reading.draft import Draft
from edition.reading.furniture import PAGE_NUMBER
from edition.reading.lines import Line
from edition.reading.model import Page

HEAD_ROLES = {"title", "subtitle", "author", "affiliation", "abstract", "keywords"}
PAGE_GAP = 3


def page_starts(draft: Draft) -> list[tuple[Line, str]]:
    """Return the first line of each page of a work, with the number printed there ('' for none)."""
    starts = []
    for line in draft.lines:
        if _is_number(draft, line):
            starts.append((line, line.text))
        elif _opens_page(draft, line):
            starts.append((line, ""))
    return starts


def _is_number(draft: Draft, line: Line) -> bool:
    return draft.role(line) == "furniture" and bool(PAGE_NUMBER.match(line.text))


def _opens_page(draft: Draft, line: Line) -> bool:
    """A frame opens a page unless it only parts text from a title area, or holds a figure, a sign or a project note."""
    before = draft.before(line)
    if before is None:
        return True
    if not draft.wrapped:
        return line.gap >= PAGE_GAP
    apart = draft.role(line) in ("figure", "furniture") or draft.owners[line.number].mark == "*"
    return line.opens_frame and not apart and draft.role(before) not in HEAD_ROLES and not _is_stray(draft, before)


def _is_stray(draft: Draft, line: Line) -> bool:
    return draft.role(line) == "furniture" and line.opens_frame


def numbered(starts: Sequence[tuple[Line, str]]) -> tuple[Page, ...]:
    """Return the pages of a source in order; a number between two printed ones must agree with both."""
    printed = [(index, int(number)) for index, (_, number) in enumerate(starts) if number]
    return tuple(
        Page(index + 1, number or _inferred(index, printed), line.start, line.number, bool(number))
        for index, (line, number) in enumerate(starts)
    )


def _inferred(index: int, printed: Sequence[tuple[int, int]]) -> str:
    before = [(at, number) for at, number in printed if at < index][-1:]
    after = [(at, number) for at, number in printed if at > index][:1]
    counted = {number + index - at for at, number in before + after}
    return str(counted.pop()) if len(counted) == 1 and min(counted) > 0 else ""
