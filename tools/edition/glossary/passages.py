"""The texts of a work as the glossary reads them: without marks and page breaks, which are remembered by offset."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.reading import Block, Page, Work, inlines

BODY = ("abstract", "heading", "paragraph", "table", "figure", "remark")
RUNNING = ("abstract", "paragraph")
"""Roles of texts in which terms are linked."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a work.

    `start` is the block's offset in its source, which tells it from all others; `anchor` the id to link to (that of the
    text before it where it has none), `section` the id of its heading. `breaks` are the offsets in `text` at which a
    mark or a page stands, `emended` the stretches that editors changed, `pages` the printed pages with the offset from
    which they hold.
    """

    role: str
    text: str
    start: int
    anchor: str
    section: str = ""
    breaks: tuple[int, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    emended: tuple[tuple[int, int], ...] = ()

    @property
    def is_note(self) -> bool:
        return self.role == "note"

    def page_at(self, offset: int) -> str:
        """Return the printed page that holds a character of the text, '' where it is not known."""
        return next((number for at, number in reversed(self.pages) if at <= offset), "")

    def is_broken(self, start: int, end: int) -> bool:
        """Tell whether something stands inside a stretch of the text, or some of it is emended."""
        return any(start < at < end for at in self.breaks) or any(
            start < last and first < end for first, last in self.emended)


def passages_of(work: Work) -> Iterator[Passage]:
    """Yield the texts of a work's body and notes in reading order."""
    anchor = section = ""
    for block in work.of(*BODY, "note"):
        if block.role == "heading":
            section = block.id
        anchor = block.id or ("abstract" if block.role == "abstract" else anchor)
        yield _passage(block, work.pages, anchor, section, _first_page(block, work))


def _first_page(block: Block, work: Work) -> str:
    page = work.page_at(block.start)
    return page.number if page else ""


def _passage(block: Block, pages: tuple[Page, ...], anchor: str, section: str, first: str) -> Passage:
    if block.table:
        table = block.table
        cells = (table.caption, *table.header, *(cell for row in table.rows for cell in row), table.source_note)
        return Passage(block.role, "\n".join(cells), block.start, anchor, section, (), ((0, first),))
    text, breaks, numbers, emended = "", [], [(0, first)], []
    for part in inlines(block, pages):
        if part.kind == "page":
            numbers.append((len(text), part.text))
        if part.kind == "emended":
            emended.append((len(text), len(text) + len(part.text)))
        if part.kind in ("page", "mark"):
            breaks.append(len(text))
        else:
            text += part.text
    return Passage(block.role, text, block.start, anchor, section, tuple(breaks), tuple(numbers), tuple(emended))
