"""Emendations: each kind, and each way in which one may not fit its source."""

import pytest
from edition.catalogue import Emendation
from edition.editing import emend
from edition.reading import Work, inlines, read, reasons
from edition.reading.account import account, faults

SOURCE = """灯标的颜色

一、红标

红标立在左舷，漆色两年一换，换下来的旧漆刮在桶里，每桶称过重量，记入簿册，簿册一年一本。[1] 旧漆不再使用, 但是要留样。

绿标立在右舷，漆色三年一换，不称重量，也不留样，只在簿册的末页写上日期和漆工的名字，名字往往只写一个姓，

后人无从分辨；也有连姓都不写的，就画一只小鱼，画鱼的大约是同一个人，因为鱼尾总是朝左。

图样

黄标没有定例。

[1] 簿册现存港务局。

Abstract Red buoys stand to port and are painted every second year; green ones stand to starboard and
are painted every third year, and nobody weighs the paint.
"""


def entry(kind: str = "reading", line: int = 5, number: int = 1, **values) -> Emendation:
    return Emendation(f"e{number}", number, kind, line, "校", **values)


def edited(*entries: Emendation) -> tuple[Work, list[str]]:
    """Return the work after emendations, and what is said of those that do not fit; the account must add up."""
    plain, = read(SOURCE, [[(1, SOURCE.count("\n"))]])
    work, misfits = emend(plain, SOURCE, entries)
    assert list(faults(work, SOURCE)) == [] and account(work, SOURCE).balance == 0
    assert all(misfit.expected and misfit.hint and misfit.entry in entries for misfit in misfits)
    return work, [misfit.found for misfit in misfits]


def at(work: Work, line: int) -> str:
    return work.owner(line).text


def shape(work: Work) -> list[tuple]:
    return [(block.role, block.id, block.lines) for block in work.blocks]


def test_without_entries_nothing_changes() -> None:
    plain, = read(SOURCE, [[(1, SOURCE.count("\n"))]])
    assert edited() == (plain, [])
    assert shape(plain) == [
        ("title", "", ((1, 1),)), ("heading", "s1", ((3, 3),)), ("paragraph", "", ((5, 5),)),
        ("paragraph", "", ((7, 7), (9, 9))), ("heading", "s2", ((11, 11),)), ("paragraph", "", ((13, 13),)),
        ("note", "n-1", ((15, 15),)), ("abstract_en", "", ((17, 18),)),
    ]


READINGS = {
    "in a line": (entry(source="左舷", reads="右舷"), "红标立在右舷，漆色"),
    "taken out": (entry(source="每桶称过重量，", reads=""), "刮在桶里，记入簿册"),
    "put in": (entry(source="旧漆不再", reads="旧漆一律不再"), "旧漆一律不再使用"),
    "over a normalised sign": (entry(source="使用，但是", reads="使用；但是"), "不再使用；但是要留样。"),
    "a normalised sign alone": (entry(source="，但", reads="。但"), "不再使用。但是要留样。"),
    "over the end of a line": (entry(line=7, source="姓，后人", reads="姓。后人"), "只写一个姓。后人无从"),
    "between two words": (entry(line=17, source="starboard and are", reads="starboard and were"),
                          "starboard and were painted every third year"),
    "in a note": (entry(line=15, source="港务局", reads="港务局档案室"), "簿册现存港务局档案室。"),
    "up to a mark": (entry(source="一年一本。", reads="一年两本。"), "一年两本。[^n-1]旧漆"),
}


@pytest.mark.parametrize("reading", READINGS)
def test_a_reading_is_corrected(reading: str) -> None:
    given, expected = READINGS[reading]
    work, misfits = edited(given)
    block = work.owner(given.line)
    assert not misfits and expected in block.text
    places = [inline for inline in inlines(block, work.pages) if inline.kind == "emended"]
    assert [place.target for place in places if place.text or not given.reads] == ["e1"]
    assert ("replaced" if given.reads else "dropped", reasons.EMENDED) in {
        (entry.fate, entry.what) for entry in account(work, SOURCE).entries}


def test_blocks_are_joined() -> None:
    work, misfits = edited(entry("join", 7))
    assert not misfits and work.owner(5).lines == ((5, 5), (7, 7), (9, 9))
    assert "留样。绿标" in at(work, 7)


def test_blocks_are_joined_over_others() -> None:
    work, misfits = edited(entry("join", 13))
    assert not misfits and work.owner(13).lines == ((7, 7), (9, 9), (13, 13)) and at(work, 11) == "图样"


def test_a_block_is_split_between_lines() -> None:
    work, misfits = edited(entry("split", 9, source="后人"))
    assert not misfits and at(work, 7).endswith("只写一个姓，") and at(work, 9).startswith("后人无从分辨")


def test_a_block_is_split_within_a_line() -> None:
    """The parts share the line; what follows may name a reading in either."""
    work, misfits = edited(
        entry("split", 5, source="旧漆不再"), entry(number=2, source="左舷", reads="右舷"),
        entry(number=3, source="留样", reads="存样"))
    assert not misfits
    first, second = (block.text for block in work.blocks if block.lines == ((5, 5),))
    assert first.startswith("红标立在右舷") and first.endswith("[^n-1]") and second == "旧漆不再使用，但是要存样。"


def test_a_level_is_set_and_sections_are_counted_anew() -> None:
    work, misfits = edited(entry("level", 11, level=2), entry("level", 13, 2, level=1))
    assert not misfits
    assert [(block.id, block.level, block.text) for block in work.of("heading")] == [
        ("s1", 1, "一、红标"), ("s1-1", 2, "图样"), ("s2", 1, "黄标没有定例。")]


def test_a_role_is_set() -> None:
    work, misfits = edited(entry("role", 11, role="figure"), entry("role", 3, 2, role="remark"))
    assert not misfits
    assert [(work.owner(line).role, work.owner(line).id, work.owner(line).level) for line in (11, 3)] == [
        ("figure", "", 0), ("remark", "", 0)]


MISFITS = {
    "a reading that isn't there": (entry(source="中舷", reads="右舷"), "“中舷”, which is not found in source line 5"),
    "a reading in another line": (entry(line=7, source="左舷", reads="右舷"), "“左舷”, which is not found in source line 7"),
    "a reading that stands twice": (entry(source="簿册", reads="册簿"), "“簿册”, which stands 2 times in source line 5"),
    "a blank line": (entry(line=6, source="左舷", reads="右舷"), "source line 6, which belongs to no block of this paper"),
    "a line beyond the end": (entry("join", 99), "source line 99, which belongs to no block of this paper"),
    "a split at no such place": (entry("split", 9, source="前人"), "“前人”, which is not found in source line 9"),
    "a join within a block": (entry("join", 9), "source line 9, whose block begins at line 7"),
    "a join without a partner": (entry("join", 15), "no note before line 15"),
    "a level within a block": (entry("level", 9, level=1), "source line 9, whose block begins at line 7"),
    "a role within a block": (entry("role", 9, role="remark"), "source line 9, whose block begins at line 7"),
    "a heading without a level": (entry("role", 13, role="heading"), "the role heading"),
    "a table without cells": (entry("role", 13, role="table"), "the role table"),
    "a note without a mark": (entry("role", 13, role="note"), "the role note"),
}


@pytest.mark.parametrize("misfit", MISFITS)
def test_what_does_not_fit_is_said_and_left_undone(misfit: str) -> None:
    given, found = MISFITS[misfit]
    assert edited(given) == (edited()[0], [found])


def test_all_misfits_are_reported_and_the_others_made() -> None:
    work, misfits = edited(entry(source="中舷", reads="无"), entry("level", 13, 2, level=1), entry("join", 9, 3))
    assert len(misfits) == 2 and work.owner(13).role == "heading"
