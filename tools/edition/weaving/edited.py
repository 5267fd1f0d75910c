"""A paper as edited: all that its page is woven from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edition.catalogue import Annotation, Emendation, Front
from edition.reading import Work
from edition.weaving.outline import Section


@dataclass(frozen=True)
class Edited:
    """A paper as edited.

    `front` is its front matter, `work` its text with paragraph ids (None without its source), `former` maps an id that
    is used no more to the one that took its place, `outline` is what an earlier reading wrote down, `addresses`
    are the ids ever given to its paragraphs.
    """

    front: Front
    headnote: str = ""
    work: Work | None = None
    emendations: Sequence[Emendation] = ()
    former: Mapping[str, str] = field(default_factory=dict)
    outline: tuple[Section, ...] = ()
    addresses: Sequence[str] = ()
    annotations: Sequence[Annotation] = ()

    @property
    def path(self) -> str:
        return f"papers/{self.front.slug}/index.md"


def in_order(papers: Iterable[Edited]) -> list[Edited]:
    """Return the papers in the order of their sources, samples last."""
    def place(paper: Edited) -> tuple:
        source = paper.front.source
        return paper.front.sample, source.file, source.lines[0]

    return sorted(papers, key=place)
