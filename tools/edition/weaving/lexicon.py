"""The glossary as pages need it: its terms, where they stand in the papers, and their short definitions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from edition.catalogue import Edition
from edition.editing import readings
from edition.glossary import FOLDER, Findings, Glossary, Matcher, Neighbours, Term, glossary, neighbours, occurrences
from edition.reading import Work
from edition.weaving.ordering import spelled
from edition.weaving.plain import first_sentences, plain_text

NEAR = 12
"""Neighbours that a term's page shows."""

TIP = 110
"""Characters after which a short definition ends with its sentence."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The glossary, and what was found of it in the papers."""

    glossary: Glossary = field(default_factory=Glossary)
    found: Findings = field(default_factory=Findings)

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.glossary.terms.values())

    @cached_property
    def near(self) -> Neighbours:
        return neighbours(self.found, NEAR)

    @cached_property
    def in_order(self) -> Sequence[Term]:
        """The terms by pinyin."""
        return sorted(self.glossary.terms.values(), key=lambda term: (spelled(term.front.zh), term.slug))

    def counts(self, term: str) -> Mapping[str, tuple[int, int]]:
        """Return by paper how often a term stands in its text and in its notes."""
        return self.found.counts.get(term, {})

    def tips(self, slugs: Iterable[str]) -> dict[str, list[str]]:
        """Return of each term what a preview shows: its names and the beginning of its definition."""
        known = (self.glossary.terms[slug] for slug in dict.fromkeys(slugs) if slug in self.glossary.terms)
        return {term.slug: [term.front.zh, term.front.en, short_definition(term)] for term in known}


def lexicon_of(glossary: Glossary, works: Sequence[tuple[str, Work]]) -> Lexicon:
    """Return the lexicon of a glossary and the works of papers, each with its slug."""
    empty = Lexicon(glossary)
    return Lexicon(glossary, occurrences(works, empty.matcher)) if glossary.terms else empty


@lru_cache(maxsize=2)
def lexicon_of_edition(edition: Edition) -> Lexicon:
    """Return the lexicon of an edition and its papers, computed once; samples count only where there is nothing else."""
    read = readings(edition).values()
    real = [reading for reading in read if not reading.paper.front.sample] or read
    return lexicon_of(glossary(edition), [(reading.paper.slug, reading.edited) for reading in real])


def short_definition(term: Term) -> str:
    """Return the first sentences of the Chinese definition without links and citations, to about `TIP` characters."""
    return first_sentences(plain_text(term.definition.split("\n")[0]), TIP)


def term_link(slug: str, said: str, up: str) -> str:
    """Return a link to a term as Markdown; `said` is Markdown, `up` leads from the page to the root."""
    return f"[{said}]({up}{FOLDER}{slug}.md){{.term}}"
