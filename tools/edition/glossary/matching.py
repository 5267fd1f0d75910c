"""Where the names of terms stand in a text.

All names are looked for in one pass (Aho–Corasick, https://docs.rs/aho-corasick); of those that begin at one place the
longest that means its term there is taken, and what follows begins behind it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ahocorasick_rs import AhoCorasick, MatchKind

from edition.glossary.folding import folded, is_latin
from edition.glossary.model import Name, Term
from edition.glossary.words import Segmenter

_TITLE = re.compile(r"《(?P<inside>[^《》]*)》|〈(?P<inner>[^〈〉]*)〉")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+")


class Standing(StrEnum):
    """How a name stands in a text: free, inside a longer title, or where it means something else."""

    FREE = "free"
    IN_TITLE = "part of a longer title"
    IN_WORD = "part of a longer word"
    IN_ADDRESS = "part of an address"
    FORBIDDEN = "forbidden by an editor"

    @property
    def means_the_term(self) -> bool:
        return self in (Standing.FREE, Standing.IN_TITLE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its paper ('' for what editors write) and its id there."""

    paper: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a text, at `start:end`; `term` is its term's slug. `exception` numbers the one that forbids it."""

    start: int
    end: int
    term: str
    standing: Standing
    exception: int | None = None


@dataclass(frozen=True, slots=True)
class _Pattern:
    term: str
    name: Name | None = None
    exception: int | None = None


class Matcher:
    """Finds the names of all terms at once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        listed = list(terms)
        self._owners: dict[str, list[_Pattern]] = {}
        for term in listed:
            for name in term.names:
                self._owners.setdefault(folded(name.form), []).append(_Pattern(term.slug, name))
            for number, entry in enumerate(term.forbidden):
                if entry.text:
                    self._owners.setdefault(folded(entry.text), []).append(_Pattern(term.slug, exception=number))
        self._forms = list(self._owners)
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard) if self._forms else None
        self._placed = {(entry.paper, entry.paragraph, term.slug, entry.form): number for term in listed
                        for number, entry in enumerate(term.forbidden) if entry.paper}
        self._segmenter = Segmenter(form for form, owners in self._owners.items() if any(own.name for own in owners))

    def find(self, text: str, place: Place = Place()) -> list[Match]:
        """Return the names in a text in order; those that do not mean their term say why, and may overlap others."""
        bare = folded(text)
        found = self._automaton.find_matches_as_indexes(bare, overlapping=True) if self._automaton else []
        if not found:
            return []
        reading = _Reading(bare, place, self._segmenter.borders(bare), self._longer(found))
        candidates = [(start, end, own) for index, start, end in found for own in self._owners[self._forms[index]]
                      if own.name and own.name.holds_in(place.paper)]
        return list(self._taken(sorted(candidates, key=_precedence), reading))

    def _longer(self, found: list[tuple[int, int, int]]) -> Mapping[str, list[tuple[int, int, int]]]:
        """Return by term where the longer texts stand in which its names mean something else, and their numbers."""
        longer: dict[str, list[tuple[int, int, int]]] = {}
        for index, start, end in found:
            for own in self._owners[self._forms[index]]:
                if own.exception is not None:
                    longer.setdefault(own.term, []).append((start, end, own.exception))
        return longer

    def _taken(self, candidates: list[tuple[int, int, _Pattern]], reading: "_Reading") -> Iterator[Match]:
        free_from = 0
        for start, end, own in candidates:
            if start < free_from:
                continue
            standing, exception = self._standing(start, end, own, reading)
            yield Match(start, end, own.term, standing, exception)
            if standing.means_the_term:
                free_from = end

    def _standing(self, start: int, end: int, own: _Pattern, reading: "_Reading") -> tuple[Standing, int | None]:
        exception = self._exception(start, end, own, reading)
        if exception is not None:
            return Standing.FORBIDDEN, exception
        return reading.standing(start, end), None

    def _exception(self, start: int, end: int, own: _Pattern, reading: "_Reading") -> int | None:
        for first, last, number in reading.longer.get(own.term, ()):
            if first <= start and end <= last:
                return number
        place, form = reading.place, own.name.form if own.name else ""
        keys = ((place.paper, place.id, own.term, each) for each in ("", form))
        return next((self._placed[key] for key in keys if key in self._placed), None)


def _precedence(candidate: tuple[int, int, _Pattern]) -> tuple[int, int, bool]:
    """Put the first before the later, the longer before the shorter, names of some papers before those of all."""
    start, end, own = candidate
    return start, -end, not (own.name and own.name.papers)


class _Reading:
    """A text with what decides how a name stands in it."""

    def __init__(self, text: str, place: Place, borders: frozenset[int],
                 longer: Mapping[str, list[tuple[int, int, int]]]) -> None:
        self.text, self.place, self.borders, self.longer = text, place, borders, longer
        self.titles = [match.span("inside" if match["inside"] is not None else "inner")
                       for match in _TITLE.finditer(text)]
        self.addresses = [match.span() for match in _ADDRESS.finditer(text)]

    def standing(self, start: int, end: int) -> Standing:
        if any(first <= start < last for first, last in self.addresses):
            return Standing.IN_ADDRESS
        if self._is_part_of_a_word(start, end):
            return Standing.IN_WORD
        longer = (first <= start and end <= last and (start, end) != (first, last) for first, last in self.titles)
        return Standing.IN_TITLE if any(longer) else Standing.FREE

    def _is_part_of_a_word(self, start: int, end: int) -> bool:
        """Latin words are told by their neighbours, Chinese ones by the borders of words."""
        return self._continues(start - 1, start) or self._continues(end - 1, end) or not (
            self._begins(start) and self._begins(end))

    def _continues(self, left: int, right: int) -> bool:
        return 0 <= left and right < len(self.text) and is_latin(self.text[left]) and is_latin(self.text[right])

    def _begins(self, at: int) -> bool:
        """Tell whether a word may begin or end at an offset; between Latin and Chinese it always may."""
        if at in self.borders or not 0 < at < len(self.text):
            return True
        return is_latin(self.text[at - 1]) != is_latin(self.text[at])
