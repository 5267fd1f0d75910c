"""All that the edition says, passage by passage, as what is found and previewed is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.searching import Document, Passage
from edition.weaving.edited import Edited
from edition.weaving.editors import EditorsPage, read_page
from edition.weaving.library import Library
from edition.weaving.passages import document_of, passages_of
from edition.weaving.prose_passages import annotation_passages, headnote_passages, prose_document, prose_passages


@dataclass(frozen=True)
class Contents:
    """The papers and the pages of editors as documents, and their passages; `pages` are those of editors."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    pages: Sequence[EditorsPage]


def contents_of(written: Mapping[str, str], library: Library) -> Contents:
    """Return what the papers and the pages that people wrote (by their path below `docs`) say."""
    pages = [(page, text) for path, text in written.items() if (page := read_page(path, text))]
    papers = list(library.papers.values())
    documents = (*map(document_of, papers), *(prose_document(page) for page, _ in pages))
    passages = (*(each for paper in papers for each in _of_paper(paper)), *(each for page, text in pages for each in prose_passages(page, text)))
    return Contents(documents, passages, [page for page, _ in pages])


def _of_paper(paper: Edited) -> Iterator[Passage]:
    document = document_of(paper).path
    yield from passages_of(paper)
    yield from headnote_passages(document, paper.headnote)
    yield from annotation_passages(document, paper.annotations)
