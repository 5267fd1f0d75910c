"""Remarks: what the editors of the journal add (who edited, where it was first published, who belongs to a team)."""

import re

from edition.reading.draft import Draft
from edition.reading.lines import HAN, Line

CLOSING_REMARK = re.compile(r"[【\[（(〔]\s*(?:责任编辑|责编|本文编辑|校对|编辑)\s*[:：]?")
FIRST_PUBLISHED = re.compile(r"本文(?:已|原|曾|首)?(?:发表|刊载|刊发|载|刊)于?")
NOTES_OMITTED = re.compile(r"[（(][^）)]{0,12}注释?[^）)]{0,6}略[^）)]{0,4}[）)]$")
AUTHOR_NOTE = re.compile(r"(?:作者|本文作者)(?:系|为|单位|简介|是|[:：])")
NAMES = re.compile(rf"[{HAN}·]{{2,4}}(?:[\s\u3000、]+[{HAN}·]{{2,4}}){{2,}}$")


def claim_remarks(draft: Draft) -> None:
    """Claim the editor's line, the notice of first publication, lists of names, and the author's affiliation."""
    for line in draft.free:
        if CLOSING_REMARK.match(line.text) or FIRST_PUBLISHED.match(line.text) or NOTES_OMITTED.match(line.text):
            draft.claim("remark", [line])
        elif AUTHOR_NOTE.match(line.text):
            draft.claim("affiliation", _to_sentence_end(draft, line))
    _claim_name_lists(draft)


def _to_sentence_end(draft: Draft, first: Line) -> list[Line]:
    """Return the line and those after it, until a frame opens or a short line ends."""
    lines, short = [first], draft.measure - 4
    while (following := draft.after(lines[-1])) and not following.opens_frame and lines[-1].width > short:
        lines.append(following)
    return lines


def _claim_name_lists(draft: Draft) -> None:
    """Claim lines of names with the short line that heads them."""
    free = draft.free
    for before, line in zip([None, *free], free):
        if NAMES.match(line.text) and before is not None:
            if before.width < 12 and not before.ends_sentence:
                draft.claim("remark", [before])
            draft.claim("remark", [line])
