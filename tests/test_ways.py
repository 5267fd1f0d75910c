"""The ways between pages: where a page stands, its English part and back, and which pages link to it."""

import re

import pytest
from edition.weaving import Edited, weave
from edition.weaving.english import english_parts, switch, with_ways_back
from edition.weaving.linked_from import Named, before_notes, linked_from, write_linked_from
from test_glossary import LEXICON
from test_weaving import FRONT, work_of
from works import library_of

ENGLISH = '## In English {#english lang="en"}\n\n<div lang="en" markdown>\n\nWords.\n\n</div>\n'
WRITTEN = {
    "index.md": "# 首页 {#title}\n\n[专题](themes/index.md)、[检索](search/index.md)\n",
    "about/introduction.md": "---\ntitle: 导言\n---\n\n# 导言 {#title}\n\n字。\n\n" + ENGLISH,
    "about/citing.md": "---\ntitle: 引用\n---\n\n# 引用 {#title}\n\n字[@fan2026sample]。\n",
    "themes/jing.md": "---\ntitle: 静\ntitle_en: Quiet\n---\n\n# 静 {#title}\n\n[一段](../papers/sample/index.md#p1)。\n\n" + ENGLISH,
}
WORK = work_of("abstract_en 9: An abstract.\nparagraph p1 1: 甲。\nparagraph p2 2: 乙。")
NOTE = '## Editors’ note {#headnote-english lang="en"}\n\n<div lang="en" markdown>\n\nA note.\n\n</div>'
PAPER = Edited(FRONT.model_copy(update={"themes": ("jing",)}), NOTE, WORK)
PAGES = weave([PAPER], WRITTEN, library_of((PAPER,)).registry)


def ways_of(path: str) -> list[str]:
    return re.findall(r"^- (.*)$", PAGES[path].split("</nav>")[0].split("<nav")[1], re.MULTILINE)


def turns_of(path: str) -> list[str]:
    return re.findall(r"^(.*)\n\{: \.turn \}$", PAGES[path], re.MULTILINE)


@pytest.mark.parametrize("path, ways", [
    ("papers/sample/index.md", ["[首页](../../index.md)", "[论文](../index.md)", "[English](#abstract-en)"]),
    ("themes/jing.md", ["[首页](../index.md)", "[专题](index.md)", "[English](#english)"]),
    ("papers/index.md", ["[首页](../index.md)", "[English](#english)"]),
    ("search/index.md", ["[首页](../index.md)", "[English](#searching)"]),
    ("about/citing.md", ["[首页](../index.md)", "[English](introduction.md#english)"]),
    ("index.md", ["[English](about/introduction.md#english)"]),
])
def test_a_page_says_where_it_stands_and_leads_to_its_english_part_or_the_nearest(path: str, ways: list[str]) -> None:
    said = ways_of(path)
    assert said.pop() == ways.pop() + '{: .english lang="en" hreflang="en" }'
    assert said == ways


def test_a_page_without_anything_around_it_stays_as_it_is() -> None:
    assert weave([], {"index.md": "# 甲\n"})["index.md"] == "# 甲\n"


def test_an_english_part_leads_back_to_the_title_and_to_the_others() -> None:
    back = '[中文](#title){: .chinese lang="zh" hreflang="zh" }'
    assert turns_of("themes/jing.md") == [back]
    assert turns_of("papers/sample/index.md") == [
        f'{back} · [{called}](#{id}){{: lang="en" }}' for called, id in (("Abstract", "abstract-en"), ("Editors’ note", "headnote-english"))]


def test_an_abstract_comes_before_what_editors_say() -> None:
    text = PAGES["papers/sample/index.md"]
    assert text.index("headnote-english") < text.index('id="abstract-en"')
    assert [part.id for part in english_parts(text)] == ["abstract-en", "headnote-english"]


@pytest.mark.parametrize("text", [
    '# A Title {#title lang="en"}\n', '## English words {#s1 data-lines="3"}\n', '### In English {#deep lang="en"}\n', "字\n"])
def test_no_other_heading_is_an_english_part(text: str) -> None:
    assert english_parts(text) == [] and with_ways_back(text, []) == text
    assert switch([], "../a.md#b").startswith("[English](../a.md#b)")


def test_home_lists_themes_with_their_papers_and_the_main_terms() -> None:
    home = {"index.md": "<!-- themes -->\n\n<!-- main terms -->\n"}
    page = weave([PAPER], WRITTEN | home, library_of((PAPER,)).registry, lexicon=LEXICON)["index.md"]
    assert '\n- [静](themes/jing.md) <span class="count">1 篇</span>\n' in page
    assert page.endswith("[峰会](glossary/summit.md)、[公报](glossary/communique.md)\n\n")


def test_the_lists_name_papers_and_themes_in_english() -> None:
    said = '- [A Sample](sample/index.md#abstract-en), FAN Wenli, <span lang="zh">《样稿集刊》</span>, 2026, no. 1, pp. 7–9\n'
    assert said in PAGES["papers/index.md"]
    assert "- [Quiet](jing.md#english)\n" in PAGES["themes/index.md"]
    assert '# 静 {#title}\n\nQuiet\n{: .title-en lang="en" }\n\n<details class="cite-box"' in PAGES["themes/jing.md"]


LINKS = {
    "a.md": "[甲](#x)、[乙](b.md)、[乙](b.md#y)、`[丙](c.md)`",
    "b.md": "[甲](a.md)，[丙](c.md)", "d/e.md": "[乙](../b.md)，[著作](../bibliography/index.md#key)",
}


def test_links_are_turned_round() -> None:
    assert linked_from(LINKS, {"key": "papers/k/index.md", "other": "papers/o/index.md"}) == {
        "b.md": ("a.md", "d/e.md"), "a.md": ("b.md",), "c.md": ("b.md",), "bibliography/index.md": ("d/e.md",),
        "papers/k/index.md": ("d/e.md",)}


NAMES = {"a.md": Named("甲", "词条"), "b.md": Named("乙", "论文"), "d/e.md": Named("丁", "一览"), "f.md": Named("己", "说明")}


@pytest.mark.parametrize("path, sources, lines", [
    ("x.md", ["a.md", "b.md", "unknown.md"], ["- 论文：[乙](b.md)", "- 词条：[甲](a.md)"]),
    ("d/x.md", ["a.md", "d/e.md"], ["- 词条：[甲](../a.md)", "- 一览：[丁](e.md)"]),
    ("a.md", ["b.md", "d/e.md"], ["- 论文：[乙](b.md)"]),
    ("a.md", ["d/e.md"], ["- 一览：[丁](d/e.md)"]),
    ("f.md", ["a.md", "d/e.md"], ["- 词条：[甲](a.md)", "- 一览：[丁](d/e.md)"]),
    ("a.md", ["unknown.md"], []),
])
def test_pages_that_link_are_named_by_kind_and_lists_where_they_are_news(path: str, sources: list[str], lines: list[str]) -> None:
    said = write_linked_from(path, sources, NAMES)
    assert re.findall(r"^- .*$", said, re.MULTILINE) == lines
    assert bool(said) == bool(lines)


@pytest.mark.parametrize("text, expected", [
    ("字\n", "字\n\n足\n"),
    ("字[^a]\n\n\n[^a]: 注\n    二行\n\n[^b]: 注\n", "字[^a]\n\n足\n\n[^a]: 注\n    二行\n\n[^b]: 注\n"),
    ("字\n\n## 注释 {#notes}\n\n[^a]: 注\n", "字\n\n足\n\n## 注释 {#notes}\n\n[^a]: 注\n"),
    ("- 一\n    - 二\n", "- 一\n    - 二\n\n足\n"),
    ("[^a]: 例\n\n字\n", "[^a]: 例\n\n字\n\n足\n"),
])
def test_the_foot_stands_before_the_notes(text: str, expected: str) -> None:
    assert before_notes(text, "足\n") == expected


def test_a_page_has_the_list_where_anything_links_to_it() -> None:
    without = {path for path, text in PAGES.items() if path.endswith(".md") and 'id="linked-from"' not in text}
    assert without == {"index.md", "papers/index.md", "about/introduction.md", "overview/index.md",
                       "pictures/index.md"}
    assert "- 说明：[引用](../../about/citing.md)\n" in PAGES[PAPER.path]
    assert "- 论文：[样例](../papers/sample/index.md)\n" in PAGES["themes/jing.md"]
