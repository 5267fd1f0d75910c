"""Emendations: what an editor changes in a reading, place by place, each with its reason.

The source stays as it is; an emendation names a source line and what stands there, so that it fails loudly when it no
longer fits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from edition.catalogue import Emendation
from edition.reading import reasons
from edition.reading.lines import Line, lines_of, spans_of
from edition.reading.model import Block, Piece, Work, holds, numbers_in
from edition.reading.naming import section_ids
from edition.reading.pieces import Change, position_of, rewritten, split_at, text_of


@dataclass(frozen=True)
class Misfit:
    """An emendation that does not fit the source."""

    entry: Emendation
    found: str
    expected: str
    hint: str


NEED_MORE = {
    "heading": "Use kind: level, which says how high the heading stands.",
    "note": "Report the place: the rules of reading must know the note's mark.",
    "table": "Report the place: the rules of reading must know the table's cells.",
}
"""Roles that an entry can't give, and what to do instead."""


class _Unfit(Exception):
    """Raised with what was found, what was expected and what to do."""


def emend(work: Work, source: str, entries: Sequence[Emendation]) -> tuple[Work, list[Misfit]]:
    """Return the work as edited, and the emendations that could not be made."""
    if not entries:
        return work, []
    lines = {line.number: line for line in lines_of(source)}
    blocks, misfits = list(work.blocks), []
    for entry in entries:
        try:
            blocks = _made(blocks, entry, lines)
        except _Unfit as unfit:
            misfits.append(Misfit(entry, *unfit.args))
    return replace(work, blocks=tuple(_renamed(blocks))), misfits


def _made(blocks: list[Block], entry: Emendation, lines: dict[int, Line]) -> list[Block]:
    line = lines.get(entry.line)
    index = _owner(blocks, entry, line) if line else None
    if line is None or index is None:
        raise _Unfit(
            f"source line {entry.line}, which belongs to no block of this paper",
            "a line of the paper that is not blank",
            "Count the line in the source file, from 1.",
        )
    return CHANGES[entry.kind](blocks, index, entry, line)


def _owner(blocks: Sequence[Block], entry: Emendation, line: Line) -> int | None:
    """Return which block owns a source line; of the parts of a block that was split there, the one that it speaks of."""
    owning = [index for index, block in enumerate(blocks) if holds(block.lines, line.number)]
    return next((index for index in owning if _places(blocks[index], entry, line)), owning[0] if owning else None)


def _read(blocks: list[Block], index: int, entry: Emendation, line: Line) -> list[Block]:
    block = blocks[index]
    start = _found(block, entry, line)
    change = Change(start, start + len(entry.source), entry.reads)
    pieces = rewritten(block.pieces, [change], reasons.EMENDED, entry.id)
    return [*blocks[:index], replace(block, pieces=pieces), *blocks[index + 1 :]]


def _found(block: Block, entry: Emendation, line: Line) -> int:
    """Return where in the block's text the source reading begins; it must stand once in the line."""
    starts = _places(block, entry, line)
    if len(starts) == 1:
        return starts[0]
    times = "is not found" if not starts else f"stands {len(starts)} times"
    raise _Unfit(
        f"“{entry.source}”, which {times} in source line {line.number}",
        "a source reading that stands there once, as the page shows it without the emendation",
        "Copy it from the page; take in a neighbouring character where it stands more than once.",
    )


def _places(block: Block, entry: Emendation, line: Line) -> list[int]:
    """Return all places in the block's text, within the line, where the source reading begins."""
    text = text_of(block.pieces)
    first, last = position_of(block.pieces, line.at), position_of(block.pieces, line.at + len(line.raw))
    return [at for at in range(first, last) if text.startswith(entry.source, at)]


def _join(blocks: list[Block], index: int, entry: Emendation, line: Line) -> list[Block]:
    block = _begun(blocks, index, line)
    before = next((at for at in range(index - 1, -1, -1) if blocks[at].role == block.role), None)
    if before is None:
        raise _Unfit(f"no {block.role} before line {line.number}", "two blocks of one role", "Check the line.")
    first = blocks[before]
    joined = replace(first, pieces=first.pieces + block.pieces, lines=spans_of(numbers_in(first.lines + block.lines)))
    return [*blocks[:before], joined, *blocks[before + 1 : index], *blocks[index + 1 :]]


def _split(blocks: list[Block], index: int, entry: Emendation, line: Line) -> list[Block]:
    block = blocks[index]
    head, tail = split_at(block.pieces, _found(block, entry, line))
    return [
        *blocks[:index],
        _part(block, head, line.number - 1),
        _part(block, tail, line.number, last=True),
        *blocks[index + 1 :],
    ]


def _part(block: Block, pieces: tuple[Piece, ...], border: int, last: bool = False) -> Block:
    """Return a part of a split block; the line of the split goes to the second part."""
    numbers = numbers_in(block.lines)
    own = [number for number in numbers if (number >= border if last else number <= border)]
    return replace(block, pieces=pieces, lines=spans_of(own or numbers[:1]))


def _level(blocks: list[Block], index: int, entry: Emendation, line: Line) -> list[Block]:
    block = _begun(blocks, index, line)
    return [*blocks[:index], replace(block, role="heading", level=entry.level), *blocks[index + 1 :]]


def _role(blocks: list[Block], index: int, entry: Emendation, line: Line) -> list[Block]:
    block = _begun(blocks, index, line)
    if entry.role in NEED_MORE:
        raise _Unfit(f"the role {entry.role}", "a role that a block can have by its text alone", NEED_MORE[entry.role])
    return [*blocks[:index], replace(block, role=entry.role, id="", level=0), *blocks[index + 1 :]]


def _begun(blocks: Sequence[Block], index: int, line: Line) -> Block:
    """Return the block if it begins with the line."""
    if blocks[index].lines[0][0] != line.number:
        raise _Unfit(
            f"source line {line.number}, whose block begins at line {blocks[index].lines[0][0]}",
            "the first line of a block",
            "Name the line that the block begins with.",
        )
    return blocks[index]


def _renamed(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with section ids counted anew."""
    names = iter(section_ids([block.level for block in blocks if block.role == "heading"]))
    return [replace(block, id=next(names)) if block.role == "heading" else block for block in blocks]


CHANGES: dict[str, Callable[[list[Block], int, Emendation, Line], list[Block]]] = {
    "reading": _read,
    "join": _join,
    "split": _split,
    "level": _level,
    "role": _role,
}
