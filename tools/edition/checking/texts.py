"""All Markdown that people write, with its place: pages, headnotes, annotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.catalogue import Edition, Paper
from edition.catalogue.annotations import FILE


@dataclass(frozen=True)
class Text:
    """A text: the path below `docs` from which its links lead, its file in messages, its first line there, itself."""

    path: str
    shown: str
    line: int
    text: str


def texts_of(edition: Edition) -> Iterator[Text]:
    """Yield those texts of an edition that are to be checked: the pages, each paper's headnote and annotations."""
    return (text for text in _all_of(edition) if text.shown in edition.texts)


def _all_of(edition: Edition) -> Iterator[Text]:
    for page in edition.written:
        yield Text(page.path, page.shown, 1, page.text)
    for paper in edition.papers:
        yield Text(_page_of(paper), paper.path, paper.headnote_line, paper.headnote)
        yield from annotations_of(paper)


def annotations_of(paper: Paper) -> Iterator[Text]:
    """Yield the texts of a paper's annotations, as they stand in their file."""
    return (Text(_page_of(paper), f"{paper.folder}/{FILE}", each.text_at, each.written) for each in paper.annotations)


def _page_of(paper: Paper) -> str:
    return f"papers/{paper.slug}/index.md"
