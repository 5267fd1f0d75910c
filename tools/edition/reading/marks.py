"""Marks: the signs in the text that call notes, bound to the notes of their page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.reading.draft import Draft, Group
from edition.reading.lines import BRACKETED_MARK, SUPERSCRIPTS, Line
from edition.reading.notes import number_of

BRACKETED = re.compile(BRACKETED_MARK)
SUPERSCRIPT = re.compile(rf"([{SUPERSCRIPTS}]{{1,2}})")
BARE = re.compile(r"(?<=[^\s\d图表第])[ \u3000](\d{1,2})(?=\s?[。，、；：,.;:”’）)]|\s*$)")
STAR = re.compile(r"(?:(?<![ \u3000])[ \u3000]++)?+(\*)(?=\s*$)")
CALLING = {"title", "subtitle", "author", "abstract", "heading", "paragraph", "table", "figure", "remark"}


@dataclass(frozen=True, slots=True)
class Call:
    """A mark at the offsets `start:end` of the source; `note` is None where no note answers it."""

    start: int
    end: int
    mark: str
    note: Group | None


def bind_marks(draft: Draft) -> list[Call]:
    """Return all marks of a work in order, each with the note that it calls."""
    calls: list[Call] = []
    for region, notes in _regions(draft):
        calls += _bind(list(_candidates(region)), notes)
    return calls


def _regions(draft: Draft) -> Iterator[tuple[list[Line], list[Group]]]:
    """Yield stretches of text, each with the notes that follow it."""
    region: list[Line] = []
    notes: list[Group] = []
    for line in draft.lines:
        group = draft.owners[line.number]
        if group.role == "note":
            if not notes or notes[-1] is not group:
                notes.append(group)
        elif group.role in CALLING:
            if notes:
                yield region, notes
                region, notes = [], []
            region.append(line)
    yield region, notes


def _candidates(region: list[Line]) -> Iterator[tuple[int, int, str, re.Pattern]]:
    for line in region:
        found = [
            (match.start(), match.end(), _printed(match[1]), form)
            for form in (BRACKETED, SUPERSCRIPT, BARE, STAR)
            for match in form.finditer(line.raw)
        ]
        for start, end, mark, form in sorted(found, key=lambda item: item[0]):
            yield line.at + start, line.at + end, mark, form


def _printed(mark: str) -> str:
    return mark if mark == "*" else str(number_of(mark))


def _bind(candidates: list[tuple[int, int, str, re.Pattern]], notes: list[Group]) -> list[Call]:
    """Give each note, in order, the next candidate with its mark; a bracketed one that is left over calls nothing."""
    taken: dict[int, Group] = {}
    form = _form_of(candidates, notes)
    position = -1
    for note in notes:
        for index, (start, _, mark, kind) in enumerate(candidates):
            fits = kind is STAR if note.mark == "*" else kind is form and index > position
            if mark == note.mark and fits and index not in taken:
                taken[index] = note
                position = index if note.mark != "*" else position
                break
    return [
        Call(start, end, mark, taken.get(index))
        for index, (start, end, mark, kind) in enumerate(candidates)
        if index in taken or kind is BRACKETED
    ]


def _form_of(candidates: list[tuple[int, int, str, re.Pattern]], notes: list[Group]) -> re.Pattern:
    """Return the form of mark that the notes answer: bracketed notes answer bracketed marks, bare ones the others."""
    first = notes[0].lines[0].text if notes else ""
    if BRACKETED.match(notes[-1].lines[0].text if notes else first):
        return BRACKETED
    superscripts = any(kind is SUPERSCRIPT for *_, kind in candidates)
    return SUPERSCRIPT if superscripts else BARE
