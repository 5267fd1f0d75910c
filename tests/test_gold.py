"""The reading of the real papers against works read by hand, with the scorer that lies beside these."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from edition.commands.blocks import as_record
from edition.reading import Work, find_works, read

LEAST = {
    "paragraphs": 0.97, "headings": 1.0, "notes": 0.99, "front": 1.0, "cells": 1.0, "figures": 1.0, "accounted": 1.0,
    "chars_kept": 0.999,
}
SOURCES = {"gd-resilience": ("000", 0), "lu-zhang-multilateralism": ("004", 1)}
"""Where the works lie that were read by hand: number of the file, and which of its works."""

PAGES = ["1-14", "15-34", "35-50", "51-70", "71-84", "85-96", "97-117"]
"""The printed pages of the seven works of 004, counted by hand from the five numbers that survive."""


@pytest.fixture(scope="module")
def structure(gold: Path, papers: Path) -> ModuleType:
    """The scorer, told where the source texts lie."""
    spec = importlib.util.spec_from_file_location("structure", gold / "structure.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SRC = str(papers)
    return module


def works_of(papers: Path, number: str) -> list[Work]:
    path, = papers.glob(f"{number}_*.txt")
    source = path.read_text(encoding="utf-8")
    return read(source, find_works(source))


@pytest.mark.parametrize("slug", SOURCES)
def test_a_work_is_read_as_by_hand(structure: ModuleType, papers: Path, slug: str) -> None:
    number, index = SOURCES[slug]
    work = works_of(papers, number)[index]
    printed = [json.loads(json.dumps(as_record(block))) for block in work.blocks]
    scores, detail = structure.score(slug, printed)
    low = {name: (scores[name], detail.get(name)) for name, least in LEAST.items() if scores.get(name, 1.0) < least}
    assert low == {}
    assert set(LEAST) - set(scores) <= {"cells", "figures"}


def test_printed_pages_are_inferred(papers: Path) -> None:
    found = []
    for work in works_of(papers, "004"):
        own = [page for page in work.pages if page.line <= work.spans[0][1]]
        found.append(f"{own[0].number}-{own[-1].number}")
        numbers = [int(page.number) for page in own]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert found == PAGES


@pytest.mark.parametrize("number, works", (("000", 1), ("001", 1), ("002", 1), ("003", 1), ("004", 7)))
def test_every_line_belongs_to_one_block(papers: Path, number: str, works: int) -> None:
    """By lines what the account shows by characters; the first lines of a source may be blank."""
    found = works_of(papers, number)
    assert len(found) == works
    for work in found:
        lines = [line for block in work.blocks for first, last in block.lines for line in range(first, last + 1)]
        assert len(lines) == len(set(lines))
        assert {block.id for block in work.of("note")} >= {
            piece.target for block in work.blocks for piece in block.pieces if piece.target}
