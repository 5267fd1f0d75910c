"""Groups of lines → blocks of pieces: every character of the lines in one piece, kept or dropped for a reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from edition.reading import reasons
from edition.reading.draft import Group
from edition.reading.joining import glue
from edition.reading.lines import Line, spans_of
from edition.reading.marks import Call
from edition.reading.model import Block, Piece, Table
from edition.reading.normalising import normalised, normalised_text
from edition.reading.pieces import text_of
from edition.reading.tables import SOURCE

TAIL = 400
"""How far back a URL may have begun."""


def block_of(source: str, group: Group, calls: Sequence[Call]) -> Block:
    """Return the block that a group of lines makes; `calls` are the marks of the work, in order."""
    made = _table_pieces(source, group) if group.table else _pieces(source, group, calls)
    pieces = normalised(tuple(piece for piece in made if piece.end > piece.start), group.role)
    return Block(
        role=group.role,
        pieces=pieces,
        lines=spans_of(line.number for line in group.lines),
        id=group.id,
        level=group.level,
        mark=group.mark,
        items=group.items,
        table=_normalised_table(group.table, text_of(pieces)) if group.table else None,
    )


def _normalised_table(table: Table, text: str) -> Table:
    """Return the table with its caption and source as in the block's text, its cells normalised likewise."""
    caption, _, source_note = text.partition("\n")
    header, *rows = (tuple(map(normalised_text, row)) for row in (table.header, *table.rows))
    return Table(caption, header, tuple(rows), source_note)


def _pieces(source: str, group: Group, calls: Sequence[Call]) -> Iterator[Piece]:
    written = ""
    label = group.label
    for line, following in zip(group.lines, [*group.lines[1:], None]):
        inner = list(_line_pieces(source, line, label, group.role, calls))
        written = (written + "".join(piece.text for piece in inner))[-TAIL:]
        yield from inner
        joint = group.joint or glue(written, following.text) if following else ""
        yield _rest(line, joint)
        written += joint
        label = 0


def _rest(line: Line, text: str = "") -> Piece:
    """Return the piece from the end of a line to the next one."""
    return Piece(line.at + len(line.raw), line.stop, text, reasons.LINE_BREAK)


def _line_pieces(source: str, line: Line, label: int, role: str, calls: Sequence[Call]) -> Iterator[Piece]:
    begin = line.at + line.lead
    end = begin + len(line.text)
    yield Piece(line.start, begin, "", reasons.INDENT)
    yield Piece(begin, begin + label, "", reasons.MARK if role == "note" else reasons.LABEL)
    position = begin + label
    for call in _between(calls, position, end):
        yield Piece(position, call.start, source[position : call.start])
        target = call.note.id if call.note else ""
        yield Piece(call.start, call.end, f"[^{target or '?' + call.mark}]", reasons.MARK, target)
        position = call.end
    yield Piece(position, end, source[position:end])
    yield Piece(end, line.at + len(line.raw), "", reasons.TRAILING_BLANK)


def _between(calls: Sequence[Call], start: int, end: int) -> Sequence[Call]:
    first = bisect_left(calls, start, key=lambda call: call.start)
    last = bisect_right(calls, end, key=lambda call: call.end)
    return calls[first:last]


def _table_pieces(source: str, group: Group) -> Iterator[Piece]:
    """Yield the caption and the source line as text; what lies between them is kept in the cells."""
    notes = next((index for index, line in enumerate(group.lines) if SOURCE.match(line.text)), len(group.lines))
    caption, *cells = group.lines[:notes]
    yield from _line_pieces(source, caption, 0, "table", ())
    yield _rest(caption, "\n")
    for line in cells:
        begin, end = line.at + line.lead, line.at + line.lead + len(line.text)
        yield Piece(line.start, begin, "", reasons.INDENT)
        yield Piece(begin, end, "", reasons.CELL)
        yield Piece(end, line.stop, "", reasons.LINE_BREAK)
    if group.lines[notes:]:
        yield from _pieces(source, Group("table", group.lines[notes:]), ())
