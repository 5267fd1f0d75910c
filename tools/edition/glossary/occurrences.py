"""Every place in the papers where a term stands, and the first ones of sections, which become links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.glossary.matching import Match, Matcher, Place
from edition.glossary.passages import RUNNING, Passage, passages_of
from edition.reading import Work


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name of a term in a passage of a paper."""

    paper: str
    passage: Passage
    match: Match

    @property
    def form(self) -> str:
        return self.passage.text[self.match.start:self.match.end]

    @property
    def page(self) -> str:
        return self.passage.page_at(self.match.start)

    def context(self, width: int) -> tuple[str, str]:
        """Return up to `width` characters before and behind the name."""
        text, start, end = self.passage.text, self.match.start, self.match.end
        return text[max(0, start - width):start], text[end:end + width]

    @property
    def is_linkable(self) -> bool:
        """Whether a link may stand here: in running text, free, broken by nothing."""
        return (self.passage.role in RUNNING and self.match.standing == "free"
                and not self.passage.is_broken(self.match.start, self.match.end))


@dataclass(frozen=True, eq=False)
class Findings:
    """All names found in the papers, in the order of the papers and their texts."""

    all: Sequence[Occurrence] = ()

    @cached_property
    def meant(self) -> Mapping[str, Sequence[Occurrence]]:
        """By term what means it."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.all:
            if occurrence.match.standing.means_the_term:
                found.setdefault(occurrence.match.term, []).append(occurrence)
        return found

    @cached_property
    def links(self) -> Mapping[str, Mapping[int, Sequence[Match]]]:
        """By paper and start of the block the matches that become links: the first of each term in a section."""
        linked: dict[str, dict[int, list[Match]]] = {}
        seen: set[tuple[str, str, str, str]] = set()
        for each in self.all:
            key = (each.paper, each.passage.section, "abstract" * (each.passage.role == "abstract"), each.match.term)
            if each.is_linkable and key not in seen:
                seen.add(key)
                linked.setdefault(each.paper, {}).setdefault(each.passage.start, []).append(each.match)
        return linked

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, tuple[int, int]]]:
        """By term and paper how often it stands in the text, and how often in the notes."""
        counted: dict[str, dict[str, tuple[int, int]]] = {}
        for term, meant in self.meant.items():
            for each in meant:
                text, notes = counted.setdefault(term, {}).get(each.paper, (0, 0))
                counted[term][each.paper] = (text + (not each.passage.is_note), notes + each.passage.is_note)
        return counted


def occurrences(works: Iterable[tuple[str, Work]], matcher: Matcher) -> Findings:
    """Return what a matcher finds in works, each with the slug of its paper."""
    return Findings([Occurrence(paper, passage, match) for paper, work in works for passage in passages_of(work)
                     for match in matcher.find(passage.text, Place(paper, passage.anchor))])
