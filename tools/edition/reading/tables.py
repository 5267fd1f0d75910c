"""Tables: cells put together again from lines, where columns were torn apart.

A table is read from its caption to the line that names its source. Cells stand in three ways: each in a group of lines
of its own, several on a line with blanks between, or both. What tells where a cell ends is the kind of value that a
column holds (a number, a date, Latin words, other text).
"""

import re
from collections import Counter
from itertools import combinations, islice, takewhile

from edition.reading.draft import Draft
from edition.reading.joining import joined_text
from edition.reading.lines import Line
from edition.reading.model import Table

CAPTION = re.compile(r"表\s*\d+(?:[-—.]\d+)?\s*[:：\s]\s*\S")
SOURCE = re.compile(r"(?:资料|数据)?来源\s*[:：]|注\s*[:：]")
DATE = re.compile(r"\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?")
NUMBER = re.compile(r"[+\-]?\d[\d.,，%+\-–—~～]*$")
LATIN = re.compile(r"[A-Za-z0-9().,'’&/\-]+$")
LONGEST = 400
MOST_TOKENS = 12
"""Beyond this a line is running text; trying all ways to part it would take too long."""

Group = list[Line]


def claim_tables(draft: Draft) -> None:
    """Claim each table, from its caption to its source line."""
    for line in draft.free:
        if _is_caption(line):
            lines = _extent(draft, line)
            if lines:
                draft.claim("table", lines, table=read_table(lines))


def _is_caption(line: Line) -> bool:
    return bool(CAPTION.match(line.text)) and not line.ends_sentence


def _extent(draft: Draft, caption: Line) -> list[Line]:
    """Return the lines of a table that names its source; none where there is no such line or nothing before it.

    It ends before the next caption, so that a text of nothing but captions is not read again for each of them.
    """
    rest = islice(draft.free_from(caption), 1, LONGEST)
    free = [caption, *takewhile(lambda line: not _is_caption(line), rest)]
    source = next((index for index, line in enumerate(free) if SOURCE.match(line.text)), None)
    if source is None or source < 2:
        return []
    last = source
    while last + 1 < len(free) and free[last + 1].gap == 0 and not free[last].text.endswith("。"):
        last += 1
    return free[: last + 1]


def read_table(lines: list[Line]) -> Table:
    """Return the table that the lines show; the first is the caption, the last group the source."""
    source = next(index for index, line in enumerate(lines) if SOURCE.match(line.text))
    header, body = _header(lines[1:source])
    groups = _groups(body)
    kinds = _kinds(_rows(groups, len(header), ()), len(header))
    return Table(
        lines[0].text,
        tuple(header),
        tuple(map(tuple, _rows(groups, len(header), kinds))),
        joined_text([line.text for line in lines[source:]]),
    )


def _header(lines: list[Line]) -> tuple[list[str], list[Line]]:
    """Return the header cells and the lines left: one line with several cells, or a group of lines for each cell."""
    first = _tokens(lines[0].text)
    if len(first) > 1:
        return first, lines[1:]
    groups = _groups(lines)
    count = next((index for index, group in enumerate(groups) if len(_tokens(group[0].text)) > 1), len(groups))
    cells = [joined_text([line.text for line in group]) for group in groups[:count]]
    return cells, [line for group in groups[count:] for line in group]


def _groups(lines: list[Line]) -> list[Group]:
    """Return runs of lines without a blank line between; where a run holds whole rows, each line is a group."""
    groups: list[Group] = []
    for line in lines:
        if groups and line.gap == 0:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _tokens(text: str) -> list[str]:
    """Return what blanks part, keeping dates and runs of Latin words whole."""
    kept = DATE.sub(lambda match: re.sub(r"\s", "", match[0]), text)
    tokens: list[str] = []
    for token in kept.split():
        latin = LATIN.match(token) and not NUMBER.match(token)
        if tokens and latin and LATIN.match(tokens[-1]) and not NUMBER.match(tokens[-1]):
            tokens[-1] += " " + token
        else:
            tokens.append(token)
    return tokens


def kind_of_cell(text: str) -> str:
    if DATE.fullmatch(text):
        return "date"
    if NUMBER.match(text):
        return "number"
    return "latin" if all(LATIN.match(word) for word in text.split()) else "text"


def _kinds(rows: list[list[str]], columns: int) -> tuple[str, ...]:
    """Return the commonest kind of value in each column; an empty one may hold any text."""
    counts = [Counter(kind_of_cell(row[column]) for row in rows if row[column]) for column in range(columns)]
    return tuple(count.most_common(1)[0][0] if count else "text" for count in counts)


def _rows(groups: list[Group], columns: int, kinds: tuple[str, ...]) -> list[list[str]]:
    """Return rows of cells; `kinds` are those of the columns, () while they are not known."""
    rows: list[list[str]] = []
    row: list[str] = []
    for group in groups:
        row += _cells(group, columns - len(row), kinds[len(row) :])
        if len(row) == columns:
            rows.append(row)
            row = []
    return [*rows, row + [""] * (columns - len(row))] if row else rows


def _cells(group: Group, room: int, kinds: tuple[str, ...]) -> list[str]:
    """Return the cells of a group: those of its first line, the last of which the other lines continue."""
    tokens = _tokens(group[0].text)
    fitted = kinds and len(tokens) <= MOST_TOKENS
    cells = (
        max(_splits(tokens, room), key=lambda cells: _fitness(cells, kinds)) if fitted else _plain_cells(tokens, room)
    )
    return [*cells[:-1], joined_text([cells[-1], *(line.text for line in group[1:])])]


def _plain_cells(tokens: list[str], room: int) -> list[str]:
    """Return the cells that show without knowing the columns: as many as there is room for, or parted by their numbers."""
    if len(tokens) == room:
        return tokens
    kinds = [kind_of_cell(token) for token in tokens]
    date = kinds.index("date") if "date" in kinds else None
    if date is not None:
        parts = [tokens[:date], tokens[date : date + 1], tokens[date + 1 :]]
        return [" ".join(part) for part in parts if part][:room]
    numbers = next((index for index, kind in enumerate(kinds) if kind != "number"), len(kinds))
    return tokens[: min(numbers, room - 1)] + [" ".join(tokens[min(numbers, room - 1) :])]


def _splits(tokens: list[str], room: int) -> list[list[str]]:
    """Return all ways to make at most `room` cells of the tokens, fewest cells first."""
    return [
        [" ".join(tokens[a:b]) for a, b in zip((0, *cuts), (*cuts, len(tokens)))]
        for count in range(1, min(room, len(tokens)) + 1)
        for cuts in combinations(range(1, len(tokens)), count - 1)
    ]


def _fitness(cells: list[str], kinds: tuple[str, ...]) -> int:
    """Return how well cells fit their columns: 1 for each of the column's kind, -1 for each other."""
    return sum(1 if kind_of_cell(cell) == kind else -1 for cell, kind in zip(cells, kinds))
