"""Captions of figures and pictures: labelled (图 1), or known by standing where they break the running text."""

import re
from itertools import takewhile

from edition.reading.draft import Draft
from edition.reading.lines import Line

LABELLED = re.compile(r"图\s*\d+(?:[-—.]\d+)?\s*[:：\s]\s*\S")


def claim_figures(draft: Draft) -> None:
    """Claim captions; a work that has a paragraph on each line shows none but the labelled."""
    for line in draft.free:
        if LABELLED.match(line.text):
            draft.claim("figure", [line])
    if draft.wrapped:
        _claim_at_page_ends(draft)
        _claim_after_end(draft)


def _claim_at_page_ends(draft: Draft) -> None:
    """Claim what stands at the foot of a page between two halves of a sentence and can't belong to it."""
    free, measure = draft.free, draft.measure
    for index, line in enumerate(free):
        if index and line.opens_frame:
            foot = _foot(free, index)
            if foot and _interrupts(free[index - len(foot) - 1], foot, line, measure):
                draft.claim("figure", foot)


def _foot(lines: list[Line], index: int) -> list[Line]:
    """Return the last lines before `index` that no blank line parts."""
    first = index - 1
    while first > 0 and lines[first].gap == 0 and not lines[first].opens_frame:
        first -= 1
    return lines[first:index] if first > 0 else []


def _interrupts(before: Line, foot: list[Line], after: Line, measure: float) -> bool:
    """Tell whether the foot is set wider than the column, or ends a sentence where the page after goes on in full."""
    if before.ends_sentence or not foot[-1].ends_sentence or len(foot) > 4:
        return False
    wide = foot[0].width > measure + 3
    closed_early = len(foot) == 1 and foot[0].width < measure - 3 and measure - 1 < after.width
    return wide or closed_early and before.width > measure - 1.5


def _claim_after_end(draft: Draft) -> None:
    """Claim a narrow frame after the author's affiliation: the text has ended there."""
    ends = [line.number for line in draft.lines if draft.role(line) == "affiliation"]
    last_owned = max(ends, default=0)
    tail = [line for line in draft.free if line.number > last_owned]
    narrow = draft.measure - 3
    if ends and tail and tail[0].opens_frame and all(line.width < narrow for line in tail):
        draft.claim("figure", list(takewhile(lambda line: line is tail[0] or not line.opens_frame, tail)))
