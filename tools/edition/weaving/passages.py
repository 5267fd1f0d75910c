"""What can be found of a paper: its titles, names, text and notes, each as its page shows it."""

from collections.abc import Iterator

from edition.reading import Block, Table, Work
from edition.searching import Document, Passage, Rank
from edition.weaving.edited import Edited
from edition.weaving.facts import byline
from edition.weaving.insets import plain
from edition.weaving.labels import shortened
from edition.weaving.running import Running

ABSTRACT = {"abstract": "提要", "abstract_en": "Abstract"}
_LATER = ("paragraph", "table", "figure", "remark")


def document_of(paper: Edited) -> Document:
    """Return the page of a paper as a document."""
    front = paper.front
    label = "，".join(part for part in (byline(front), f"《{shortened(front.name)}》") if part)
    return Document(paper.path.removesuffix(".md"), "paper", front.name, label, front.themes)


def passages_of(paper: Edited) -> Iterator[Passage]:
    """Yield the passages of a paper; without its source, what its page still has: titles, names, headings."""
    document = document_of(paper).path
    yield from _opening(paper, document)
    if paper.work:
        yield from _text(paper.work, document)
    else:
        yield from (Passage(document, "text", Rank.HEADING, section.title, anchor=section.id)
                    for section in paper.outline if section.title)


def _opening(paper: Edited, document: str) -> Iterator[Passage]:
    front = paper.front
    titles = (front.title, front.subtitle, front.title_en)
    names = "、".join(" ".join(filter(None, (each.name, each.name_en))) for each in front.authors)
    words = "、".join((*front.keywords, *front.keywords_en))
    for said in filter(None, titles):
        yield Passage(document, "text", Rank.TITLE, said, anchor="title")
    for label, said in (("作者", names), ("关键词", words)):
        if said:
            yield Passage(document, "text", Rank.HEADING, said, at="facts", section=label)


def _text(work: Work, document: str) -> Iterator[Passage]:
    running, section = Running(work), ""
    for block in work.blocks:
        if block.role == "heading":
            section = plain(block).strip()
            yield _passage(block, running, document, Rank.HEADING, "")
        elif block.role in _LATER:
            yield _passage(block, running, document, Rank.BODY, section)
        elif block.role in ABSTRACT:
            yield _passage(block, running, document, Rank.BODY, ABSTRACT[block.role])
        elif block.role == "note":
            yield _passage(block, running, document, Rank.NOTE, "")


def _passage(block: Block, running: Running, document: str, rank: Rank, section: str) -> Passage:
    kind = "notes" if rank is Rank.NOTE else "text"
    pages = running.printed_pages(block) if block.role not in ABSTRACT else ""
    return Passage(document, kind, rank, _said(block), anchor=block.id, section=section, page=pages,
                   at="" if block.id else running.lines(block))


def _said(block: Block) -> str:
    return _cells(block.table) if block.table else plain(block).strip()


def _cells(table: Table) -> str:
    parts = (table.caption, *table.header, *(cell for row in table.rows for cell in row), table.source_note)
    return " | ".join(part for part in parts if part)
