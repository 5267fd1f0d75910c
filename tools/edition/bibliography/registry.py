"""The registry of references: every work by its key, and who cites it where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from edition.bibliography.citations import Cite, NoteCitations
from edition.bibliography.csl import as_item
from edition.bibliography.model import Entry
from edition.bibliography.works import fingerprints, same_work


@dataclass(frozen=True, slots=True)
class Citing:
    """One citation of a work: the paper, the note's id, the citation as its file has it."""

    paper: str
    note: str
    cite: Cite


@dataclass(frozen=True, eq=False)
class ReferenceRegistry:
    """The entries of all .bib files and the citations of all papers, by the paper's slug.

    Of two entries with one key, which the checks report, the first counts.
    """

    listed: tuple[Entry, ...]
    citations: Mapping[str, tuple[NoteCitations, ...]]

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Entries by key, in order of the keys."""
        first: dict[str, Entry] = {}
        for entry in self.listed:
            first.setdefault(entry.key, entry)
        return MappingProxyType(dict(sorted(first.items())))

    @cached_property
    def items(self) -> Mapping[str, dict[str, Any]]:
        """CSL-JSON items by key."""
        return MappingProxyType({key: as_item(entry) for key, entry in self.entries.items()})

    @cached_property
    def _citing(self) -> Mapping[str, tuple[Citing, ...]]:
        found: dict[str, list[Citing]] = {}
        for paper, notes in self.citations.items():
            for note in notes:
                for cite in note.cites:
                    found.setdefault(cite.key, []).append(Citing(paper, note.note, cite))
        return {key: tuple(citing) for key, citing in found.items()}

    def citing(self, key: str) -> tuple[Citing, ...]:
        """Return the citations of a work, by paper, in order of the notes."""
        return self._citing.get(key, ())

    def papers_citing(self, key: str) -> tuple[str, ...]:
        """Return the slugs of the papers that cite a work."""
        return tuple(dict.fromkeys(citing.paper for citing in self.citing(key)))

    def of_note(self, paper: str, note: str) -> tuple[Cite, ...]:
        """Return what a note cites, in order; a key that is gone is among them."""
        return next((each.cites for each in self.citations.get(paper, ()) if each.note == note), ())

    def cited_by(self, paper: str) -> tuple[str, ...]:
        """Return the keys that a paper cites, in order of first citation."""
        return tuple(dict.fromkeys(cite.key for note in self.citations.get(paper, ()) for cite in note.cites))

    def shared(self) -> tuple[str, ...]:
        """Return the keys of works that two or more papers cite."""
        return tuple(key for key in self.entries if len(self.papers_citing(key)) > 1)

    def of_paper(self, slug: str) -> Entry | None:
        """Return the entry that describes a paper of the edition."""
        return self._by_slug.get(slug)

    @cached_property
    def _by_slug(self) -> Mapping[str, Entry]:
        return {entry.slug: entry for entry in reversed(self.entries.values()) if entry.slug}

    def keys_of(self, item: Mapping[str, Any]) -> Sequence[str]:
        """Return the keys of the entries that are the same work as a CSL item."""
        near = {key: None for mark in sorted(fingerprints(item)) for key in self._marks.get(mark, ())}
        return [key for key in near if same_work(self.items[key], item)]

    @cached_property
    def _marks(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, item in self.items.items():
            for mark in fingerprints(item):
                found.setdefault(mark, []).append(key)
        return found


def registry_of(entries: Iterable[Entry], citations: Mapping[str, tuple[NoteCitations, ...]]) -> ReferenceRegistry:
    """Return the registry of entries and citations."""
    return ReferenceRegistry(tuple(entries), MappingProxyType(dict(citations)))
