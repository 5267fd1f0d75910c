"""Terms as values, and the glossary that holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.catalogue.yaml_lines import Lined
from edition.glossary.forms import Forbidden, TermFront
from edition.problems import Problem

EVERYWHERE: frozenset[str] = frozenset()
"""The papers in which a name means its term, where that is not limited."""


@dataclass(frozen=True, slots=True)
class Name:
    """One form under which a term stands in a text, the papers to which it is limited, and where it was written."""

    form: str
    papers: frozenset[str] = EVERYWHERE
    path: tuple[str | int, ...] = ()

    def holds_in(self, paper: str) -> bool:
        """Tell whether the name means its term in a paper; '' is what editors write."""
        return not self.papers or paper in self.papers


@dataclass(frozen=True, eq=False)
class Term:
    """A term: its slug, where it is written (`shown`), its front matter, and its body part by part as Markdown.

    `head` knows the lines of the front matter. `definition` is what stands before all headings, `sections` the rest by
    heading; `body_line` is the line on which the body begins.
    """

    slug: str
    shown: str
    front: TermFront
    head: Lined
    definition: str
    sections: Mapping[str, str]
    body_line: int

    @property
    def path(self) -> str:
        """The page's path below `docs`."""
        return f"glossary/{self.slug}.md"

    def line(self, *path: str | int) -> int:
        """Return the line of a key of the front matter."""
        return self.head.place(path)[0]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names as written: the Chinese one, abbreviations, aliases, those of some papers."""
        front = self.front
        listed = [Name(front.zh, path=("zh",))]
        for key in ("abbreviations", "aliases"):
            listed += [Name(form, path=(key, number)) for number, form in enumerate(getattr(front, key))]
        listed += [Name(local.form, frozenset(local.papers), ("aliases_in", number, "form"))
                   for number, local in enumerate(front.aliases_in)]
        return tuple(listed)

    @property
    def forbidden(self) -> tuple[Forbidden, ...]:
        return self.front.not_in


@dataclass(frozen=True, eq=False)
class Glossary:
    """The terms by slug, and what was wrong with their files."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    findings: Sequence[Problem] = ()

    def found(self, code: str) -> list[Problem]:
        """Return the findings with this code."""
        return [problem for problem in self.findings if problem.code == code]

    @cached_property
    def relations(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """By slug and kind of relation the related terms, inverses included: broader ⇄ narrower, see ⇄ see."""
        found: dict[str, dict[str, dict[str, None]]] = {slug: {kind: {} for kind in INVERSE} for slug in self.terms}
        for slug, term in self.terms.items():
            for kind, inverse in INVERSE.items():
                for other in getattr(term.front.related, kind):
                    if other in found:
                        found[slug][kind][other] = None
                        found[other][inverse][slug] = None
        return {slug: {kind: tuple(others) for kind, others in kinds.items()} for slug, kinds in found.items()}

    def of_theme(self, theme: str) -> tuple[Term, ...]:
        """Return the terms that name a theme."""
        return tuple(term for term in self.terms.values() if theme in term.front.themes)


INVERSE = {"broader": "narrower", "narrower": "broader", "see": "see"}
"""Each relation of SKOS (https://www.w3.org/TR/skos-reference/#semantic-relations) and the one that answers it."""
