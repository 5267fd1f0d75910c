"""Changes to text that is made of pieces: what is replaced stays accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.reading import reasons
from edition.reading.model import Piece

Pieces = tuple[Piece, ...]
RULES_CHANGE = ("", reasons.LINE_BREAK)


@dataclass(frozen=True, slots=True)
class Change:
    """The characters `start:end` of a text and the text to stand in their place."""

    start: int
    end: int
    text: str


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def rewritten(pieces: Pieces, changes: Sequence[Change], why: str, target: str = "") -> Pieces:
    """Return the pieces with changes made to their text, in order and without overlap, each with its reason.

    A change that reaches over several pieces puts its new text into the first; marks inside it stay.
    """
    waiting = iter([*changes, None])
    change = next(waiting)
    done: list[Piece] = []
    position = 0
    for piece in pieces:
        end = position + len(piece.text)
        inside: list[Change] = []
        while change and change.start < end:
            inside.append(_shifted(change, position, len(piece.text)))
            if change.end > end:
                change = Change(end, change.end, "")
                break
            change = next(waiting)
        done += _cut(piece, inside, why, target) if inside and _may_change(piece, why) else [piece]
        position = end
    return tuple(done)


def _may_change(piece: Piece, why: str) -> bool:
    """A rule leaves alone what another has changed; an editor may change that too, but never a mark."""
    return piece.why in RULES_CHANGE or why == reasons.EMENDED and piece.why != reasons.MARK


def _shifted(change: Change, position: int, length: int) -> Change:
    return Change(change.start - position, min(change.end - position, length), change.text)


def _cut(piece: Piece, changes: Sequence[Change], why: str, target: str) -> Iterator[Piece]:
    """Yield a piece cut at the places that change."""
    if piece.why:
        text = changes[0].text
        yield replace(piece, text=text, why=why, target=target) if text else replace(piece, text="")
        return
    done = 0
    for change in changes:
        yield from _kept(piece, done, change.start)
        yield Piece(piece.start + change.start, piece.start + change.end, change.text, why, target)
        done = change.end
    yield from _kept(piece, done, len(piece.text))


def _kept(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    if end > start:
        yield Piece(piece.start + start, piece.start + end, piece.text[start:end])


def split_at(pieces: Pieces, position: int) -> tuple[Pieces, Pieces]:
    """Return the pieces before and from a position of their text."""
    at = 0
    for index, piece in enumerate(pieces):
        if at + len(piece.text) > position:
            head = tuple(_kept(piece, 0, position - at)) if not piece.why else ()
            tail = tuple(_kept(piece, position - at, len(piece.text))) if not piece.why else (piece,)
            return (*pieces[:index], *head), (*tail, *pieces[index + 1 :])
        at += len(piece.text)
    return pieces, ()


def position_of(pieces: Sequence[Piece], offset: int) -> int:
    """Return where in the text the first character at or after an offset of the source is read."""
    position = 0
    for piece in pieces:
        if piece.end > offset:
            return position + (max(0, offset - piece.start) if not piece.why else 0)
        position += len(piece.text)
    return position
