"""Searching: folding, coding, which strings are listed, and what the adapters make of papers and pages."""

import base64
import json
import re
import zlib
from dataclasses import replace
from typing import Any

import pytest
from edition.searching import FOLDER, Document, Name, Passage, Rank, build_index
from edition.searching.bits import gamma, rising, to_bytes, within
from edition.searching.folding import fold, simplified
from edition.searching.names import name_rows, pinyin, sound_rows
from edition.searching.postings import END, LONGEST, limit_of, longer_postings, pair_postings, word_postings
from edition.weaving.editors import read_page
from edition.weaving.prose_passages import blocks_of, prose_document, prose_passages
from hypothesis import given
from hypothesis import strategies as st

LETTERS = st.text("甲乙丙丁，。 ", max_size=40)


@pytest.mark.parametrize("text, words, runs", [
    ("“一带一路”倡议", set(), (("一带一路", "倡议"),)),
    ("WTO改革与ＧＡＴＴ", {"wto", "gatt"}, (("改革与",),)),
    ("多\u200b邊\u0301主義", set(), (("多边主义",),)),
    ("G20峰会", {"g"}, (("20峰会",),)),
    ("the world’s", {"the", "world", "s"}, ()),
    ("——。 ！", set(), ()),
    ("", set(), ()),
])
def test_a_text_is_folded(text: str, words: set[str], runs: tuple) -> None:
    folded = fold(text)
    assert folded.words == words
    assert folded.runs == runs


def test_a_traditional_character_with_several_simplified_ones_is_simplified() -> None:
    assert {old: simplified()[old] for old in "於後裏藉"} == {"於": "于", "後": "后", "裏": "里", "藉": "借"}


class Bits:
    """Reads what `bits` writes; written apart from it."""

    def __init__(self, bits: str) -> None:
        self.bits, self.at = bits, 0

    def take(self, width: int) -> int:
        self.at += width
        return int(self.bits[self.at - width:self.at] or "0", 2)

    def gamma(self) -> int:
        zeros = self.bits.index("1", self.at) - self.at
        self.at += zeros
        return self.take(zeros + 1)

    def within(self, size: int) -> int:
        width = size.bit_length() - 1
        value = self.take(width)
        return value if value < (2 << width) - size else value * 2 + self.take(1) - ((2 << width) - size)

    def rising(self, count: int, low: int, high: int) -> list[int]:
        if not count or count == high - low + 1:
            return list(range(low, low + count))
        before = count // 2
        middle = low + before + self.within(high - low - count + 2)
        return [*self.rising(before, low, middle - 1), middle, *self.rising(count - before - 1, middle + 1, high)]


@given(st.integers(1, 10**6))
def test_a_number_is_read_back(number: int) -> None:
    assert Bits(gamma(number)).gamma() == number
    assert Bits(within(number - 1, number)).within(number) == number - 1
    assert Bits(within(0, number)).within(number) == 0


@given(st.sets(st.integers(0, 300)))
def test_a_rising_list_is_read_back(numbers: set[int]) -> None:
    bits = Bits(rising(sorted(numbers), 0, 300))
    assert bits.rising(len(numbers), 0, 300) == sorted(numbers)
    assert bits.at == len(bits.bits)


def test_bits_fill_bytes_from_the_top() -> None:
    assert to_bytes("1") == b"\x80"
    assert to_bytes("") == b""


@given(st.lists(LETTERS, max_size=60))
def test_every_pair_is_listed_with_all_its_passages(texts: list[str]) -> None:
    bare = [re.sub("[，。 ]", "", text) for text in texts]
    pairs = pair_postings([fold(text) for text in texts])
    expected = {text[at:at + 2] for text in bare for at in range(len(text) - 1)}
    assert {pair for pair in pairs if END not in pair} == expected
    for pair, posting in pairs.items():
        held = [number for number, text in enumerate(bare) if (text.endswith(pair[0]) if END in pair else pair in text)]
        assert posting.passages == held
        over = [held.index(number) for number in held if END not in pair and pair not in texts[number]]
        assert posting.over_gaps == over


LIMIT = limit_of(60)


@given(st.lists(st.text("甲乙", min_size=3, max_size=9), min_size=LIMIT + 1, max_size=60))
def test_a_string_that_is_not_listed_is_rare_or_nowhere(texts: list[str]) -> None:
    folded = [fold(text) for text in texts]
    pairs = pair_postings(folded)
    listed = pairs | longer_postings(folded, pairs)
    for string in {text[at:at + size] for text in texts for size in range(3, LONGEST + 1) for at in range(len(text) - size + 1)}:
        held = [number for number, text in enumerate(texts) if string in text]
        if string in listed:
            assert listed[string].passages == held
        else:
            assert min(len([text for text in texts if part in text]) for part in (string[:-1], string[1:])) <= LIMIT


def test_words_are_listed_whole() -> None:
    assert word_postings([fold("World-wide world"), fold("worlds")])["world"].passages == [0]


TALKS = Document("papers/talks/index", "paper", "谈判", "梅，《谈判》", ("order",))


def index_of(*texts: str, names: tuple[Name, ...] = ()) -> dict[str, list]:
    """Return the files of an index of these texts: the arguments of each call, by name."""
    passages = tuple(Passage(TALKS.path, "text", Rank.BODY, text, anchor=f"p{number}") for number, text in enumerate(texts))
    files = build_index((TALKS,), passages, names)
    calls = [json.loads("[" + text.removeprefix("editionSearch(").removesuffix(")\n") + "]") for text in files.values()]
    assert all(path.startswith(f"{FOLDER}/") for path in files)
    return {name: [build, content] for name, build, content in calls}


def test_an_index_is_the_same_for_the_same_texts_and_another_for_others() -> None:
    builds = [index_of(text)["root"][0] for text in ("山高水长", "山高水长", "山高月小")]
    assert builds[0] == builds[1] != builds[2]


def test_texts_are_read_back_from_their_places_among_the_signs() -> None:
    calls = index_of("山高水长", "<b onerror=\"x\">\u2028月")
    signs = calls["root"][1]["signs"]
    content = zlib.decompress(base64.b85decode(calls["texts0"][1]), -zlib.MAX_WBITS)
    rows = json.loads("".join(signs[place] for place in content))
    assert [row[3] for row in rows] == ["山高水长", "<b onerror=\"x\">\u2028月"]


def test_an_index_of_nothing_is_an_index() -> None:
    root = index_of()["root"][1]
    assert (root["count"], root["signs"]) == (0, "[]")


def calls_of(documents: tuple[Document, ...], passages: tuple[Passage, ...], themes: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    """Return the contents of the files of an index by name."""
    calls = (json.loads("[" + text.removeprefix("editionSearch(").removesuffix(")\n") + "]")
             for text in build_index(documents, passages, (), themes).values())
    return {name: content for name, _, content in calls}


def test_titles_stand_before_text_and_notes_apart() -> None:
    passages = (Passage(TALKS.path, "notes", Rank.NOTE, "注"), Passage(TALKS.path, "text", Rank.BODY, "文"),
                Passage(TALKS.path, "text", Rank.TITLE, "题"), Passage("elsewhere", "text", Rank.BODY, "外"))
    assert calls_of((TALKS,), passages)["runs0"] == [[1, 1, 1], [0, 0, 0], [0, 0, 1], [0, 2, 3]]


def test_documents_have_labels_of_one_form_and_themes_say_whose_they_are() -> None:
    pages = (replace(TALKS, label="《谈判》"), Document("about/order", "about", "次序", "《次序》", ("order", "gone")))
    calls = calls_of(pages, (), (("order", "秩序"), ("none", "无")))
    assert calls["documents0"] == [["papers/talks/index", "paper", "谈判", "《%》"], ["about/order", "about", "次序", "《%》"]]
    assert calls["themes"] == [["order", "秩序", [0, 1]], ["none", "无", []]]


def test_what_grows_with_the_text_lies_in_parts_and_not_in_the_root() -> None:
    pages = tuple(replace(TALKS, path=f"papers/{number}/index") for number in range(3000))
    calls = calls_of(pages, tuple(Passage(page.path, "text", Rank.BODY, "山高水长") for page in pages))
    firsts = calls["root"]["firsts"]
    assert len(json.dumps(calls["root"])) < 4000
    for kind, count in (("runs", lambda content: len(content[0])), ("documents", len)):
        assert len(firsts[kind]) > 2
        assert sum(count(calls[f"{kind}{number}"]) for number in range(len(firsts[kind]))) == 3000
    assert sum(firsts["runs"][:2]) == sum(calls["runs0"][0])


def test_traditional_characters_that_stand_nowhere_lie_apart() -> None:
    calls = index_of("乱與亂")
    assert calls["root"][1]["simplified"] == ["亂與", "乱与"] and calls["traditional"][1] == ["", ""]
    assert index_of("乱与")["traditional"][1] == ["亂與", "乱与"]


@pytest.mark.parametrize("text, said", [("多边主义", "duo bian zhu yi"), ("吕布 Lü", "lu bu"), ("WTO", "")])
def test_pinyin_has_neither_tones_nor_dots(text: str, said: str) -> None:
    assert pinyin(text) == said


def test_names_carry_their_other_names() -> None:
    names, place = [Name("世贸组织", "WTO", "term", "glossary/wto", ("世界贸易组织",))], {"glossary/wto": 4}
    assert name_rows(names, place) == [["世贸组织", "WTO", "term", 4, ["世界贸易组织"]]]
    assert sound_rows(names, place) == [["shi mao zu zhi", "shi jie mao yi zu zhi"]]


TERM = """---
zh: 世贸组织
en: World Trade Organization
abbreviations: [WTO]
aliases: [世界贸易组织]
themes: [trade]
---

管贸易规则的组织[@mei2020, 第 2 页]。

## 用法 {#use}

- 甲文用它&nbsp;*两次*。
"""


def test_a_term_is_found_by_all_its_names_and_by_its_text() -> None:
    page = read_page("glossary/wto.md", TERM)
    assert page and prose_document(page) == Document("glossary/wto", "term", "世贸组织", "词条「世贸组织」", ("trade",))
    said = [(each.kind, each.rank, each.text, each.anchor, each.section) for each in prose_passages(page, TERM)]
    assert said == [
        ("glossary", Rank.TITLE, "世贸组织、World Trade Organization、WTO、世界贸易组织", "", ""),
        ("glossary", Rank.BODY, "管贸易规则的组织。", "", ""),
        ("glossary", Rank.HEADING, "用法", "use", ""),
        ("glossary", Rank.BODY, "甲文用它 两次。", "use", "用法"),
    ]


def test_html_that_is_no_xml_is_still_found() -> None:
    assert [said for _, said, _, _ in blocks_of("<p>甲<p>乙")] == ["甲 乙"]
