"""The account: every character of a source is read, replaced or dropped for a named reason, and nothing is left over.

Random pages try to break it: lines with any blanks before them, marks, notes, headings, tables, odd characters.
"""

from pathlib import Path

import pytest
from edition.reading import Work, find_works, inlines, read, reasons
from edition.reading.account import account, faults
from edition.reading.model import ROLES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

HAN = "潮汐表馆藏目录会议记录灯塔渡船海图一二三十的在有不"
ODD = "\ufffd\u00a0\u2028\u2029\x0c\x0b\x85\u200b\ufeff\u3000\u2236•･０９＃\t\x00𠀀é́🜁ـا"
SIGNS = "，。；：、！？“”‘’（）()〔〕【】《》<>[]*_#|`{}&\\/.-–—…%+=\"' "

words = st.one_of(
    st.text(HAN, min_size=1, max_size=40),
    st.text(SIGNS, min_size=1, max_size=4),
    st.text(ODD, min_size=1, max_size=3),
    st.text(max_size=6).filter(lambda text: "\n" not in text),
    st.sampled_from((
        "[1]", "〔2〕", "[3]", " 1", "²", "*", "[^1]", "[^n-1]", "2017年", "见图 1。", "仅剩 1人", "《甲< 乙 >丙》", "( 三 )",
        "the tide table", "Harbour Office", "pp.12-13", "https://www.example.org/a/b", "https://", "www. ", "re-",
    )),
)
heads = st.sampled_from((
    "", "", "", "[1]　", "[2]　", "[3] ", "1 ", "2 ", "¹ ", "*　", "一、", "（二）", "( 三 )", "1. ", "No. 1", "结语", "表 1: ",
    "图 2 ", "资料来源：", "注：", "摘要：", "〔提　要〕", "【内容提要】", "关键词：", "Abstract ", "Keywords ", "Abstracts", "——",
    "作者系", "【责任编辑：", "本文原刊于", "GU YIMING & FANG JIAN", "《海港》2019 年第 4 期", "41", "顾一鸣", "海滨大学",
))
tails = st.sampled_from(("", "。", "。", "，", ".", "[1]", " 1", "/", "-", " *", "  "))
lines = st.builds(
    lambda blanks, head, body, tail: blanks + head + "".join(body) + tail,
    st.sampled_from(("", "", "", " ", "  ", "\u3000\u3000", "\t")), heads, st.lists(words, max_size=5), tails,
)
laid_out = st.sampled_from(sorted({
    line for path in Path(__file__).with_name("reading").glob("*/source.txt")
    for line in path.read_text(encoding="utf-8").split("\n")
}))
pages = st.lists(st.one_of(lines, lines, st.just("")), max_size=40).map("\n".join)
shuffled = st.lists(st.one_of(laid_out, laid_out, laid_out, lines), max_size=60).map("\n".join)


def check(source: str, works: list[Work]) -> None:
    """Hold the works of a source against it."""
    for work in works:
        assert list(faults(work, source)) == []
        result = account(work, source)
        assert result.balance == 0
        assert {entry.what for entry in result.entries} <= set(reasons.MEANING) | set(ROLES)
        for block in work.blocks:
            shown = [inline.text for inline in inlines(block, work.pages) if inline.kind == "text"]
            assert "".join(shown) == "".join(piece.text for piece in block.pieces if piece.why != reasons.MARK)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages)
def test_random_pages_add_up(source: str) -> None:
    check(source, read(source, find_works(source)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shuffled)
@example(" 1\n〔提　要〕\n灯塔年报")
@example("表 2: 互借协定一览\n资料来源：")
@example("表 1: 一\n丁 默\n灯塔年报\n资料来源：")
def test_shuffled_pages_add_up(source: str) -> None:
    """The lines of the reading cases in any order: what a stage has taken, another wants."""
    check(source, read(source, find_works(source)))


@settings(max_examples=60, deadline=None)
@given(pages, st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True))
def test_random_spans_add_up(source: str, borders: list[int]) -> None:
    """Any cut of a source into works adds up, also where a work has a second span or holds blank lines alone."""
    borders = sorted(borders)
    spans = [(first, last - 1) for first, last in zip(borders, borders[1:])] or [(borders[0], borders[0])]
    check(source, read(source, [spans]))
    check(source, read(source, [[span] for span in spans]))


def test_the_account_names_what_became_of_each_character() -> None:
    source = "潮汐表\n\n    沈渡\n\n〔提　要〕共 12 册\n"
    work, = read(source, [[(1, 5)]])
    said = {(entry.fate, entry.what): entry.characters for entry in account(work, source).entries}
    assert said == {
        ("read", "title"): 3, ("read", "author"): 2, ("read", "abstract"): 4, ("dropped", reasons.LINE_BREAK): 5,
        ("dropped", reasons.INDENT): 4, ("dropped", reasons.LABEL): 5, ("dropped", reasons.BLANK_AT_WIDTH): 2,
    }


@pytest.mark.parametrize("number", range(5))
def test_the_papers_add_up(papers: Path, number: int) -> None:
    path, = papers.glob(f"00{number}_*.txt")
    source = path.read_text(encoding="utf-8")
    check(source, read(source, find_works(source)))
