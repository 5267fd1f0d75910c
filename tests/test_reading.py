"""Reading: source text → blocks; golden cases in `tests/reading`, a folder each.

`source.txt` is laid out like a text extracted from a PDF, `blocks.txt` says how it is read (form: `readings.py`).
"""

from pathlib import Path

import pytest
from edition.reading import Work, find_works, read, reasons
from edition.reading.account import account, faults
from edition.reading.model import ROLES
from readings import written

CASES = sorted(path for path in Path(__file__).with_name("reading").iterdir() if path.is_dir())
MADE_ELSEWHERE = {reasons.EMENDED}


def source_of(case: Path) -> str:
    return (case / "source.txt").read_text(encoding="utf-8")


def works_of(case: Path) -> list[Work]:
    source = source_of(case)
    return read(source, find_works(source))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    assert written(works_of(case)) == (case / "blocks.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_nothing_is_lost(case: Path) -> None:
    source = source_of(case)
    for work in works_of(case):
        assert list(faults(work, source)) == []
        assert account(work, source).balance == 0


def test_the_cases_show_every_role_and_every_reason() -> None:
    """What a reading can do is shown by some case, so that an editor can look it up."""
    blocks = [block for case in CASES for work in works_of(case) for block in work.blocks]
    assert set(ROLES) - {block.role for block in blocks} == set()
    given = {piece.why for block in blocks for piece in block.pieces} | {
        reasons.FURNITURE for block in blocks if block.role == "furniture"}
    assert set(reasons.MEANING) - given == MADE_ELSEWHERE


def test_a_work_is_read_alike_with_other_lines_around_it() -> None:
    """Line numbers move; what is read doesn't."""
    source = source_of(CASES[0])
    lines = source.count("\n")
    alone, = read(source, [[(1, lines)]])
    moved, = read("甲\n\n" + source + "\n乙\n", [[(3, lines + 2)]])
    assert [(block.role, block.text) for block in moved.blocks] == [(block.role, block.text) for block in alone.blocks]
    assert [block.lines[0][0] - 2 for block in moved.blocks] == [block.lines[0][0] for block in alone.blocks]


@pytest.mark.parametrize("spans", ([[(2, 2)]], [[(1, 1)], [(3, 3)]], [[(1, 3)]]))
def test_blank_lines_alone_make_a_work_without_blocks(spans: list) -> None:
    assert all(work.blocks == () for work in read("\n \n\u3000\n", spans))
