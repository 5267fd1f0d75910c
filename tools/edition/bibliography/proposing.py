"""Proposals: what a reading of a paper's notes adds to its citations.yml and to cited.bib.

A line that is there, checked or not, stays as it is; new lines are `checked: false` until a person has looked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from edition.bibliography.citations import Cite, NoteCitations, format_note
from edition.bibliography.csl import as_entry
from edition.bibliography.keys import new_key
from edition.bibliography.model import Entry
from edition.bibliography.names import Unwritable
from edition.bibliography.registry import ReferenceRegistry, registry_of

if TYPE_CHECKING:  # so that checking an edition does not load the grammar of notes
    from edition.references import Citation, Reference


PLACE = ("id", "locator", "label", "key")
"""What an item says of the citation, not of the work."""


@dataclass(frozen=True)
class Proposal:
    """All notes of the paper, with those that are new; the entries that they need; and what could not be proposed."""

    notes: tuple[NoteCitations, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]


def propose(
    existing: Sequence[NoteCitations], references: "Sequence[Reference]", registry: ReferenceRegistry,
) -> Proposal:
    """Return the citations of a paper, those of notes that have none yet taken from the reading of its notes.

    A work that the registry has, under one key, goes by that key; another gets a new entry.
    """
    proposer = _Proposer(registry, {note.note: note for note in existing})
    notes = [proposer.note(number, reference) for number, reference in enumerate(references)]
    known = {note.note for note in notes}
    gone = [note for note in existing if note.note not in known]
    return Proposal((*notes, *gone), tuple(proposer.entries), tuple(proposer.left_out))


class _Proposer:
    def __init__(self, registry: ReferenceRegistry, existing: Mapping[str, NoteCitations]) -> None:
        self.registry, self.existing = registry, existing
        self.entries: list[Entry] = []
        self.left_out: list[str] = []
        self.keys: dict[tuple[int, int], str] = {}
        self.items: dict[tuple[int, int], Mapping[str, Any]] = {}

    def note(self, number: int, reference: "Reference") -> NoteCitations:
        """Return what the note cites: as the file has it, or else as the reading does."""
        there = self.existing.get(reference.note.id)
        cites = []
        for place, citation in enumerate(reference.citations):
            self.items[number, place] = citation.item
            known = there.cites[place].key if there and len(there.cites) == len(reference.citations) else ""
            key = known or ("" if there else self._key(citation))
            if key:
                self.keys[number, place] = key
                cites.append(_cite(key, citation.item))
        return there or NoteCitations(reference.note.id, tuple(cites))

    def _key(self, citation: "Citation") -> str:
        """Return the key of a cited work: of the first citation in the paper, of the registry, or a new one."""
        if citation.first in self.keys:
            return self.keys[citation.first]
        item = self._work(citation)
        for registry in (self.registry, registry_of(self.entries, {})):
            found = registry.keys_of(item)
            if len(found) == 1:
                return found[0]
        return self._new(item, citation.text)

    def _work(self, citation: "Citation") -> dict[str, Any]:
        """Return what the citation says of its work, with the imprint of the volume that an earlier one gave."""
        imprint = self.items.get(citation.host, {}) if citation.host else {}
        given = {name: imprint[name] for name in ("publisher", "publisher-place", "issued") if name in imprint}
        return given | {name: value for name, value in citation.item.items() if name not in PLACE}

    def _new(self, item: Mapping[str, Any], text: str) -> str:
        taken = {*self.registry.entries, *(entry.key for entry in self.entries)}
        try:
            entry = as_entry(item, new_key(item, taken))
        except Unwritable as reason:
            self.left_out.append(f"{text}: {reason}")
            return ""
        self.entries.append(entry)
        return entry.key


def _cite(key: str, item: Mapping[str, Any]) -> Cite:
    locator = str(item.get("locator") or "")
    return Cite(key, locator, str(item.get("label") or "page") if locator else "")


def updated(text: str, existing: Sequence[NoteCitations], notes: Sequence[NoteCitations]) -> str:
    """Return the text of citations.yml with the new notes put in their places; what was there stays as it was.

    `existing` is what the text holds, in its order, with the line where each note begins.
    """
    lines = text.splitlines()
    begins = [_begin(lines, note.line - 1) for note in existing]
    ends = dict(zip((note.note for note in existing), [*begins[1:], len(lines)]))
    at = begins[0] if begins else len(lines)
    added: dict[int, str] = {}
    for note in notes:
        if note.note in ends:
            at = ends[note.note]
        else:
            added[at] = added.get(at, "") + format_note(note)
    kept = [f"{line}\n" for line in lines] + [""]
    return "".join(added.get(number, "") + line for number, line in enumerate(kept))


def _begin(lines: Sequence[str], at: int) -> int:
    """Return the line (from 0) where the comment above a note begins, if it has one; the file's head is none."""
    begin = at
    while begin > 0 and lines[begin - 1].startswith("#"):
        begin -= 1
    return begin or at
