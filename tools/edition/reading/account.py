"""The account of a reading: every character of the source, as what it is read or why it is not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.reading import reasons
from edition.reading.lines import lines_of, within
from edition.reading.model import Piece, Span, Work

READ, REPLACED, DROPPED = "read", "replaced", "dropped"


@dataclass(frozen=True, order=True)
class Entry:
    """How many characters of the source had this fate; `what` is a role for those read, else a reason."""

    fate: str
    what: str
    characters: int


@dataclass(frozen=True)
class Account:
    """The entries of a work and the number of characters that its lines have; they must agree."""

    entries: tuple[Entry, ...]
    characters: int

    @property
    def balance(self) -> int:
        """Characters of the source without an entry (0 where the account adds up)."""
        return self.characters - sum(entry.characters for entry in self.entries)


def account(work: Work, source: str) -> Account:
    """Return the account of a work; line feeds and blanks count as characters."""
    counts: Counter[tuple[str, str]] = Counter()
    for block in work.blocks:
        for piece in block.pieces:
            counts[_fate(block.role, piece)] += piece.end - piece.start
    entries = tuple(sorted(Entry(fate, what, number) for (fate, what), number in counts.items() if number))
    return Account(entries, extent(source, work.spans))


def _fate(role: str, piece: Piece) -> tuple[str, str]:
    if role == "furniture":
        return DROPPED, reasons.FURNITURE
    if not piece.why or piece.why == reasons.CELL:
        return READ, role
    return (REPLACED if piece.text else DROPPED), piece.why


def extent(source: str, spans: Sequence[Span]) -> int:
    """Return how many characters the lines of the spans own, blank lines after them included."""
    return sum(line.stop - line.start for line in within(lines_of(source), spans))


def faults(work: Work, source: str) -> Iterator[str]:
    """Yield what is wrong with a reading: a character owned twice or by none, or kept but altered."""
    position = Counter[int]()
    for block in work.blocks:
        for piece in block.pieces:
            position.update(range(piece.start, piece.end))
            if not piece.why and piece.text != source[piece.start : piece.end]:
                yield f"characters {piece.start}:{piece.end} are said to be kept but differ"
    owned = {offset for line in within(lines_of(source), work.spans) for offset in range(line.start, line.stop)}
    yield from (f"character {offset} is owned {times} times" for offset, times in position.items() if times > 1)
    yield from (f"character {offset} is owned by no block" for offset in sorted(owned - position.keys()))
    yield from (f"character {offset} lies outside the work" for offset in sorted(position.keys() - owned))
