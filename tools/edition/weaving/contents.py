"""All that the edition says, passage by passage, as what is found and previewed is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.searching import Document, Passage
from edition.weaving.editors import EditorsPage, read_page
from edition.weaving.library import Library
from edition.weaving.passages import document_of, passages_of
from edition.weaving.prose_passages import headnote_passages, prose_document, prose_passages


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
    of_papers = (each for paper in papers
                 for each in (*passages_of(paper), *headnote_passages(document_of(paper).path, paper.headnote)))
    passages = (*of_papers, *(each for page, text in pages for each in prose_passages(page, text)))
    return Contents(documents, passages, [page for page, _ in pages])
