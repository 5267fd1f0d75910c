"""What pages need to cite: works by key, the papers of the edition, its imprint."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from edition.bibliography import ReferenceRegistry, registry_of
from edition.citing import DEFAULT, format_reference
from edition.dataset import Dataset
from edition.problems import Refused
from edition.weaving.edited import Edited, in_order
from edition.weaving.imprint import Imprint
from edition.weaving.labels import label_of, title_of
from edition.weaving.lexicon import Lexicon
from edition.weaving.threads import Threads

Item = Mapping[str, Any]
BIBLIOGRAPHY = "bibliography/index.md"


@dataclass(frozen=True, eq=False)
class Library:
    """The works, who cites them, the papers by slug in the order of lists.

    `themes` are the titles of the themes by slug; `lexicon` is the glossary with its places in the papers,
    `dataset` the papers' numbers, `threads` what the themes link to.
    """

    registry: ReferenceRegistry = registry_of((), {})
    listed: Sequence[Edited] = ()
    imprint: Imprint = field(default_factory=Imprint)
    themes: Mapping[str, str] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    dataset: Dataset = field(default_factory=Dataset)
    threads: Threads = field(default_factory=dict)

    @cached_property
    def papers(self) -> Mapping[str, Edited]:
        return {paper.front.slug: paper for paper in in_order(self.listed)}

    @cached_property
    def notes(self) -> frozenset[tuple[str, str]]:
        """The notes that have a place on a page, as slug and id."""
        return frozenset((slug, note) for slug, paper in self.papers.items() for note in self.notes_of(paper))

    def notes_of(self, paper: Edited) -> Sequence[str]:
        """Return the ids of a paper's notes; without its source, of those whose citations are known."""
        if paper.work:
            return [block.id for block in paper.work.of("note")]
        return [each.note for each in self.registry.citations.get(paper.front.slug, ())]

    def item_of(self, slug: str) -> Item | None:
        """Return the item that describes a paper of the edition."""
        entry = self.registry.of_paper(slug)
        return self.registry.items[entry.key] if entry else None

    def label(self, key: str) -> str:
        """Return what a work is called in a word or two."""
        return label_of(self.registry.items[key])

    def reference(self, key: str, locator: str = "") -> str:
        """Return the reference of a work in the style of the edition; a work that no style can print by its title."""
        item = self.registry.items[key]
        try:
            return format_reference(item, DEFAULT, locator)
        except Refused:
            return title_of(item)

    def is_invented(self, key: str) -> bool:
        """Tell whether only a sample has to do with a work, which may then not exist."""
        own = self.registry.entries[key].slug
        slugs = {*self.registry.papers_citing(key), *([own] if own else [])}
        return bool(slugs) and all(slug in self.papers and self.papers[slug].front.sample for slug in slugs)

    @property
    def has_texts(self) -> bool:
        """Whether the text of any paper but samples is at hand."""
        return any(paper.work and not paper.front.sample for paper in self.listed)

    def theme_titles(self, slugs: Iterable[str]) -> list[tuple[str, str]]:
        """Return the themes among these slugs that there are, each with its title."""
        return [(slug, self.themes[slug]) for slug in slugs if slug in self.themes]

    @cached_property
    def works_naming(self) -> Mapping[str, Sequence[str]]:
        """By term the keys of the works that have it in their title."""
        found: dict[str, list[str]] = {}
        for key, item in self.registry.items.items():
            for term in dict.fromkeys(match.term for match in self.lexicon.matcher.find(title_of(item))
                                      if match.standing.means_the_term):
                found.setdefault(term, []).append(key)
        return found
