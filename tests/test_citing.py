"""Citing: items → references; golden cases in `tests/citing`, one a file, and the strings of EDITION_ORACLE."""

import json
import time
from itertools import chain
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from edition.citing import STYLES, export_items, format_lines, format_reference, read_item, read_locator
from edition.citing.dates import read_date
from edition.citing.exchange.latex import escape
from edition.citing.locators import spell_locator
from edition.citing.title_case import title_case
from edition.citing.variables import DATES, NAMES, TEXTS, TYPES
from edition.problems import Refused
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

CASES = sorted((Path(__file__).parent / "citing").glob("*.yml"))
EXPECTED = [(path, style) for path in CASES for style in YAML(typ="safe").load(path)["expected"]]
OWN = ("gbt7714-2025", "gbt7714-2015", "note")
ARTICLE = {
    "id": "fan2026sample", "type": "article-journal", "title": "样例与秩序", "author": [{"literal": "范文例"}],
    "container-title": "样稿集刊", "issue": "3", "page": "7-19", "issued": {"date-parts": [[2026, 6]]}, "language": "zh-CN",
}
MANY, SECONDS = 5000, 2


@pytest.mark.parametrize("path, style", EXPECTED, ids=lambda value: getattr(value, "stem", value))
def test_case(path: Path, style: str) -> None:
    case = YAML(typ="safe").load(path)
    assert format_reference(case["item"], style, case.get("locator", "")) == case["expected"][style]


@pytest.mark.parametrize("name, least", [("gbt7714-2025-numeric", 69), ("world-economics-politics-note", 13)])
def test_oracle(oracle: Path, name: str, least: int) -> None:
    lines = [json.loads(line) for line in (oracle / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = [line["expected"] for line in lines if format_reference(line["item"], line["style"]) != line["expected"]]
    assert len(lines) - len(wrong) >= least, "\n".join(wrong)


WRONG = [
    ({"type": "newspaper"}, "CIT003"), ({"type": None}, "CIT003"), ({"title": ["x"]}, "CIT004"),
    ({"volume": True}, "CIT004"), ({"author": "范文例"}, "CIT004"), ({"author": [{}]}, "CIT004"),
    ({"author": [{"family": 7}]}, "CIT004"),
    ({"issued": {"date-parts": [[2023, 2, 29]]}}, "CIT005"), ({"issued": {"date-parts": [[2023, 13]]}}, "CIT005"),
    ({"issued": {"date-parts": 2023}}, "CIT005"), ({"issued": {"date-parts": [["MMXX"]]}}, "CIT005"),
    ({"accessed": {"raw": "2021-04-31"}}, "CIT005"), ({"issued": 2023}, "CIT005"),
    ({"note": "event-date: 2023-02-30"}, "CIT005"), ({"title": "", "container-title": None}, "CIT006"),
]


@pytest.mark.parametrize("change, code", WRONG)
@pytest.mark.parametrize("style", STYLES)
def test_unusable_item_is_refused(change: dict, code: str, style: str) -> None:
    with pytest.raises(Refused) as refused:
        format_reference(ARTICLE | change, style)
    assert [(problem.code, problem.path) for problem in refused.value.problems] == [(code, "fan2026sample")]


def test_all_problems_of_an_item_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_item({"type": "x", "author": 1, "issued": 2})
    assert [problem.code for problem in refused.value.problems] == ["CIT003", "CIT004", "CIT005", "CIT006"]


def test_leap_years() -> None:
    assert read_date({"date-parts": [[2024, 2, 29]]}).iso() == "2024-02-29"


@pytest.mark.parametrize("item, style", [
    ({"type": "thesis"}, "apa"), ({"type": "legislation"}, "mla"), ({"author": []}, "chicago"),
    ({"issued": None}, "apa"), ({"type": "article-magazine"}, "chicago"),
])
def test_what_a_handbook_would_print_wrong_is_refused(item: dict, style: str) -> None:
    with pytest.raises(Refused, match="CIT007"):
        format_reference(ARTICLE | item, style)


def test_unknown_style() -> None:
    for call in (lambda: format_reference(ARTICLE, "harvard"), lambda: format_lines([], "harvard"),
                 lambda: export_items([ARTICLE], "note")):
        with pytest.raises(Refused, match="CIT001"):
            call()


def test_lines_with_references_and_problems() -> None:
    with_locator, with_mark = json.dumps(ARTICLE | {"locator": "8"}), "\ufeff" + json.dumps(ARTICLE)
    lines = [with_locator, "", "{", "[1]", json.dumps({"type": "book"}), with_mark]
    good, broken, listed, untitled, last = format_lines(lines, "note", "items.jsonl")
    assert good == "范文例：《样例与秩序》，载《样稿集刊》，2026年第3期，第8页。"
    assert last == good.replace("第8页", "第7–19页")
    found = [(problem.path, problem.line, problem.code) for problem in chain(broken, listed, untitled)]
    assert found == [("items.jsonl", 3, "CIT002"), ("items.jsonl", 4, "CIT002"), ("items.jsonl", 5, "CIT006")]


@pytest.mark.parametrize("written, value, is_page", [
    ("第 21 页", "21", True), ("第21—23页", "21-23", True), ("pp. 21–23, 25", "21-23, 25", True), ("P. 3", "3", True),
    ("xii", "xii", True), ("A1", "A1", True), ("第3版", "3", True), ("第二章", "第二章", False), ("序言", "序言", False),
    ("chap. 2", "chap. 2", False), ("", "", False), ("第页", "第页", False), ("修订版", "修订版", False),
])
def test_locator(written: str, value: str, is_page: bool) -> None:
    locator = read_locator(written)
    assert (locator.value, locator.is_page) == (value, is_page)


@pytest.mark.parametrize("label, chinese, english", [
    ("chapter", "第2章", "chap. 2"), ("paragraph", "第2段", "para. 2"), ("page", "2", "2"), ("", "2", "2"), ("x", "2", "2"),
])
def test_label_of_a_locator(label: str, chinese: str, english: str) -> None:
    assert (spell_locator("2", label, True), spell_locator("2", label, False)) == (chinese, english)


def test_a_label_is_printed_only_beside_a_number() -> None:
    assert format_reference(ARTICLE, "note", "2", "chapter").endswith("2026年第3期，第2章。")
    assert format_reference(ARTICLE, "note", "序言", "chapter").endswith("2026年第3期，序言。")


def test_seasons() -> None:
    spring = read_date({"date-parts": [[2004]], "season": 1})
    assert (spring.english(), spring.chinese(), spring.iso()) == ("Spring 2004", "2004年春季", "2004")


@pytest.mark.parametrize("title, cased", [
    ("the rise and fall of the sample", "The Rise and Fall of the Sample"),
    ("a sample: the order of iPhones", "A Sample: The Order of iPhones"),
    ("What It Is For", "What It Is For"), ("a well-known multi-level sample", "A Well-Known Multi-level Sample"),
    ("the editor’s choice to look to", "The Editor’s Choice to Look To"), ("", ""), ("UN and the EU", "UN and the EU"),
])
def test_title_case(title: str, cased: str) -> None:
    assert title_case(title) == cased


HARD = ARTICLE | {
    "id": "doe2026", "title": r"100 % of R&D: a_b {c} \d ~ # $ and the UN “样例”", "language": "en",
    "author": [{"family": "Doe, Roe", "given": "Jane and"}, {"literal": "Bodies and Sons, Ltd."}, {"literal": "范文例"},
               {"family": "Berg", "given": "A.", "non-dropping-particle": "van der", "suffix": "Jr."}],
    "URL": "https://example.org/a_b?c={d}%20#e", "DOI": "10.1000/a_b<c>", "container-title": "Journal of S&P",
}


def test_bibtex_round_trip() -> None:
    library = bibtexparser.parse_string(
        export_items([ARTICLE, HARD], "bibtex"), append_middleware=[LatexDecodingMiddleware(keep_math_mode=False)])
    assert not library.failed_blocks
    first, second = ({field.key: field.value for field in entry.fields} for entry in library.entries)
    assert (first["author"], first["title"], first["journal"]) == ("范文例", "样例与秩序", "样稿集刊")
    assert (first["number"], first["year"], first["month"]) == ("3", "2026", "6")
    assert first["pages"].replace("–", "--") == "7--19"
    assert (second["title"], second["journal"]) == (HARD["title"], "Journal of S&P")


def test_bibtex_names_are_taken_apart_right() -> None:
    raw = bibtexparser.parse_string(export_items([HARD], "bibtex"), append_middleware=[
        bibtexparser.middlewares.SeparateCoAuthors(), bibtexparser.middlewares.SplitNameParts()])
    doe, bodies, fan, berg = raw.entries[0]["author"]
    assert (doe.last, bodies.last, fan.last) == (["{Doe, Roe}"], ["{Bodies and Sons, Ltd.}"], ["范文例"])
    assert (berg.von, berg.last, berg.jr, berg.first) == (["van", "der"], ["Berg"], ["Jr."], ["A."])


def test_bibtex_addresses_are_verbatim() -> None:
    written = export_items([HARD], "bibtex")
    assert "url = {https://example.org/a_b?c=%7Bd%7D%20#e}" in written and "doi = {10.1000/a_b<c>}" in written


def test_bibtex_keys_are_single() -> None:
    with pytest.raises(Refused, match="CIT008"):
        export_items([ARTICLE, ARTICLE], "bibtex")


def test_ris_round_trip() -> None:
    first, second = rispy.loads(export_items([ARTICLE, HARD], "ris"))
    assert (first["authors"], first["title"], first["secondary_title"]) == (["范文例"], "样例与秩序", "样稿集刊")
    assert (first["start_page"], first["end_page"], first["year"], first["number"]) == ("7", "19", "2026", "3")
    assert second["title"] == HARD["title"] and second["authors"][-1] == "van der Berg, A., Jr."


def test_csl_json_is_the_item() -> None:
    assert json.loads(export_items([ARTICLE, HARD], "csl-json")) == [ARTICLE, HARD]
    assert json.loads(format_reference(ARTICLE, "csl-json")) == ARTICLE


ODD = ["1", "2nd", "第3册", "1-20", "a: the b?", "“”", "</i>", "note\npage: 3", "{", "\\"]
TEXT = st.text(max_size=30) | st.sampled_from(ODD)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=5)
PARTS = ("family", "given", "literal", "suffix", "dropping-particle")
NAME = st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, TEXT))
NUMBER = st.integers(0, 31) | st.integers(1900, 2030)
DAY = st.fixed_dictionaries({"date-parts": st.lists(st.lists(NUMBER, max_size=3), max_size=2)})
ITEM = st.fixed_dictionaries({"type": st.sampled_from(sorted(TYPES))}, optional={
    "id": TEXT, "note": TEXT, **dict.fromkeys(TEXTS, TEXT), **dict.fromkeys(NAMES, st.lists(NAME, max_size=5)),
    **dict.fromkeys(DATES, DAY | TEXT),
})
SOUND = st.fixed_dictionaries(
    {"type": st.sampled_from(sorted(TYPES)), "title": TEXT.map(lambda text: f"样{text}"),
     "author": st.just([{"literal": "甲"}]), "issued": st.just({"date-parts": [[2026]]})},
    optional=dict.fromkeys(TEXTS - {"title"}, TEXT))
KEYED = st.dictionaries(st.sampled_from(sorted(TEXTS | NAMES | DATES | {"type", "note", "id"})), JSON)


@given(item=JSON | ITEM | SOUND | KEYED, style=st.sampled_from(STYLES), locator=TEXT)
@settings(max_examples=600, deadline=None)
def test_any_item_gives_a_reference_or_is_refused(item: object, style: str, locator: str) -> None:
    try:
        found = format_reference(item, style, locator)
    except Refused as refused:
        assert all(problem.code.startswith("CIT") for problem in refused.problems)
    else:
        found.encode("utf-8")


@pytest.mark.parametrize("text, escaped", [
    ("a^b", r"a\textasciicircum{}b"), ("{a}", r"\{a\}"), ("}a{", r"\textbraceright{}a\textbraceleft{}"),
    ("样例_1", r"样例\_1"),
])
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(TEXT)
def test_escaped_braces_balance(text: str) -> None:
    depth = 0
    for mark in escape(text):
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0


@given(st.lists(SOUND.map(lambda item: item | {"id": "x"}), max_size=1))
@settings(max_examples=200, deadline=None)
def test_bibtex_loses_no_entry(items: list) -> None:
    library = bibtexparser.parse_string(export_items(items, "bibtex"))
    assert len(library.entries) == len(items) and not library.failed_blocks


@pytest.mark.parametrize("style", OWN)
def test_many_items(style: str) -> None:
    lines = [json.dumps(HARD | {"id": f"x{number}"}) for number in range(MANY)]
    start = time.process_time()
    assert sum(isinstance(found, str) for found in format_lines(lines, style)) == MANY
    assert time.process_time() - start <= SECONDS
