"""What a reading is made of: pieces of the source, blocks of pieces, works of blocks.

Every character of a work's lines belongs to exactly one piece. A piece says what is read in its place: the
characters themselves, other characters, or nothing, and then `why` names the reason. So the account of what was kept
and what was dropped is a sum over pieces (`account.py`), and nothing can be lost in silence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]
"""First and last of something, both inclusive, counted from 1."""


def holds(spans: Iterable[Span], number: int) -> bool:
    """Tell whether one of the spans holds a number."""
    return any(first <= number <= last for first, last in spans)


def numbers_in(spans: Iterable[Span]) -> list[int]:
    """Return all numbers that the spans hold."""
    return [number for first, last in spans for number in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters `start:end` of a source text (0-based offsets) and the text read in their place.

    `why` is empty where the characters are kept as they stand, otherwise a reason of `reasons.py`. `target` is the id
    of the note in a mark, and the id of the emendation in an emended place.
    """

    start: int
    end: int
    text: str
    why: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table cell by cell; `rows` are as long as `header`."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a reading: a paragraph, a heading, a note …

    `role` is one of `ROLES`; `lines` are the source lines that the block owns; `id` names a note (`n21-3`) or a heading
    (`s2-1`); `level` is a heading's (1 is the highest below the title); `mark` is a note's printed mark; `items` are
    keywords or names one by one.
    """

    role: str
    pieces: tuple[Piece, ...]
    lines: tuple[Span, ...]
    id: str = ""
    level: int = 0
    mark: str = ""
    items: tuple[str, ...] = ()
    table: Table | None = None

    @property
    def text(self) -> str:
        """The text read; a note's mark stands in it as `[^ID]`."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def start(self) -> int:
        return self.pieces[0].start


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the printed original: `number` as printed ('' where unknown), `start` the offset of its first character.

    `printed` tells whether the number stands on that page; otherwise it is inferred by counting.
    """

    ordinal: int
    number: str
    start: int
    line: int
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One paper as read: its lines in the source, its blocks in reading order, its pages."""

    spans: tuple[Span, ...]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()

    def of(self, *roles: str) -> Iterator[Block]:
        """Yield the blocks with one of these roles, in reading order."""
        return (block for block in self.blocks if block.role in roles)

    def page_at(self, offset: int) -> Page | None:
        """Return the page that holds a character of the source, None before the first."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[index - 1] if index else None

    def owner(self, line: int) -> Block | None:
        """Return the block that owns a source line, None for a blank line or one of another work."""
        return next((block for block in self.blocks if holds(block.lines, line)), None)


ROLES = (
    "title",
    "subtitle",
    "author",
    "affiliation",
    "abstract",
    "keywords",
    "title_en",
    "author_en",
    "abstract_en",
    "keywords_en",
    "heading",
    "paragraph",
    "note",
    "table",
    "figure",
    "remark",
    "furniture",
)
