"""An edition's papers on the editor's desk: each read, emended, its paragraphs named."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.catalogue import Edition, Paper, Source, sources_with_papers
from edition.editing.anchors import Anchor, name_paragraphs, parse_anchors
from edition.editing.emendations import Misfit, emend
from edition.reading import Work


@dataclass(frozen=True)
class Reading:
    """A paper with its text: `plain` as the rules read it, `edited` after emendations, with paragraph ids.

    `anchors` are to be remembered; `misfits` are the emendations that could not be made.
    """

    paper: Paper
    plain: Work
    edited: Work
    anchors: tuple[Anchor, ...]
    misfits: tuple[Misfit, ...]


@lru_cache(maxsize=2)
def readings(edition: Edition) -> dict[str, Reading]:
    """Return the readings of all papers whose source is at hand, by slug; computed once for an edition."""
    return {paper.slug: reading for source, papers in sources_with_papers(edition) for paper, reading in _read(source, papers)}


def _read(source: Source, papers: tuple[Paper, ...]) -> Iterator[tuple[Paper, Reading]]:
    from edition.reading import read  # here: slow to load, and needed only where there is a source

    works = read(source.text or "", [paper.spans for paper in papers])
    return ((paper, _reading(paper, work)) for paper, work in zip(papers, works))


def _reading(paper: Paper, work: Work) -> Reading:
    edited, misfits = emend(work, paper.source_text or "", paper.emendations)
    named, anchors = name_paragraphs(edited, parse_anchors(paper.anchors_text or ""))
    return Reading(paper, work, named, anchors, tuple(misfits))
