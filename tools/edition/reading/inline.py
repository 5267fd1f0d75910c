"""What stands inside a block: text, marks, page breaks and emended places, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.reading import reasons
from edition.reading.model import Block, Page, Piece


@dataclass(frozen=True, slots=True)
class Inline:
    """`kind` is text, mark, page or emended.

    mark: `text` the printed mark, `target` the note's id ('' where no note answers it). page: `text` the printed number
    ('' where unknown), `target` the anchor `page-21` ('' likewise). emended: `text` what the edition reads, `target` the
    emendation's id.
    """

    kind: str
    text: str
    target: str = ""


def inlines(block: Block, pages: Sequence[Page]) -> list[Inline]:
    """Return the inside of a block in reading order; neighbouring text is one."""
    first, last = block.pieces[0].start, block.pieces[-1].end
    breaks = [page for page in pages if first < page.start < last]
    found: list[Inline] = []
    for piece in block.pieces:
        while breaks and breaks[0].start <= piece.start:
            found.append(_break(breaks.pop(0)))
        found += _inline(piece)
    return list(_merged(found))


def _break(page: Page) -> Inline:
    return Inline("page", page.number, f"page-{page.number}" if page.number else "")


def _inline(piece: Piece) -> Iterator[Inline]:
    if piece.why == reasons.MARK and piece.text:
        yield Inline("mark", piece.text[2:-1].lstrip("?"), piece.target)
    elif piece.why == reasons.EMENDED:
        yield Inline("emended", piece.text, piece.target)
    elif piece.text:
        yield Inline("text", piece.text)


def _merged(found: list[Inline]) -> Iterator[Inline]:
    run = ""
    for inline in found:
        if inline.kind == "text":
            run += inline.text
            continue
        if run:
            yield Inline("text", run)
            run = ""
        yield inline
    if run:
        yield Inline("text", run)
