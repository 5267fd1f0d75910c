"""All that an edition's `bib/` and `citations.yml` hold, read once for an edition."""

from dataclasses import dataclass
from functools import lru_cache

from edition.bibliography.citations import FILE, NoteCitations, read_citations
from edition.bibliography.registry import ReferenceRegistry, registry_of
from edition.bibliography.syntax import read_bib
from edition.catalogue import Edition
from edition.problems import Problem


@dataclass(frozen=True, eq=False)
class Shelf:
    """The registry of an edition, and what was wrong with the form of its files."""

    registry: ReferenceRegistry
    findings: tuple[Problem, ...]

    def found(self, code: str) -> list[Problem]:
        """Return the findings with this code."""
        return [problem for problem in self.findings if problem.code == code]


@lru_cache(maxsize=2)
def shelf(edition: Edition) -> Shelf:
    """Return what the .bib and citations files of an edition hold. Never raises for what a person wrote."""
    findings: list[Problem] = []
    entries = []
    for bib in edition.bibs:
        read, problems = read_bib(bib.text, bib.shown)
        entries += read
        findings += problems
    citations: dict[str, tuple[NoteCitations, ...]] = {}
    for paper in edition.papers:
        citations[paper.slug], problems = read_citations(paper.citations, f"{paper.folder}/{FILE}")
        findings += problems
    return Shelf(registry_of(entries, citations), tuple(findings))


def registry(edition: Edition) -> ReferenceRegistry:
    """Return the registry of an edition."""
    return shelf(edition).registry
