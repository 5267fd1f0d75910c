"""What previews show of other pages: the small files that a page loads one by one."""

import json
import re

from edition.weaving import Edited, weave
from edition.weaving.plain import first_sentences
from edition.weaving.previews import BEGINNING, PART
from test_weaving import FRONT
from works import library_of, work_of

LONG = "长" * PART
WORK = work_of(
    "paragraph p1 1: {page 7}甲[^n7-1]乙{page 8}丙\nheading s1 2: >一\nheading s1-1 3: >>（一）\n"
    f"paragraph p2 4: 起句。{'续' * BEGINNING}。\nnote n7-1 5: 注文。\nnote n-star 6: 题注。\nparagraph p3 7: {LONG}\nfigure 8: 图题")
PAPER = Edited(FRONT, "## 编者提要 {#headnote}\n\n提要[p1](#p1)。\n", WORK)
WRITTEN = {
    "themes/index.md": "---\ntitle: 全部专题\n---\n\n# 专题\n",
    "themes/chenmo.md": "---\ntitle: 沉默\ntitle_en: Silence\n---\n\n# 沉默 {#title}\n\n## 概要 {#summary}\n\n头一句。“第二句。”末句\n",
    "glossary/gongbao.md": "---\ntitle: 公报\nzh: 公报\nen: communiqué\n---\n\n# 公报 {#title}\n\n会后的文字。\n",
    "data/README.md": "---\ntitle: 数据\n---\n\n# 数据\n",
    "pictures/terms.md": "---\ntitle: 按类 & 别\ndescription: 一览。\n---\n\n# 术语\n",
    "index.md": "# 首页\n",
}
PAGES = weave([PAPER], WRITTEN, library_of((PAPER,)).registry)


def held(name: str, pages: dict[str, str] = PAGES) -> object:
    """Return what a file hands to the page; the call names the file."""
    said, content = re.fullmatch(r'editionPreview\("([^"]*)",(.*)\)\n', pages[f"previews/{name}.js"]).groups()
    assert said == name
    return json.loads(content)


def test_a_page_says_its_names_and_how_it_begins() -> None:
    assert held("themes/chenmo") == ["沉默", "Silence", "头一句。“第二句。”末句", []]
    assert held("glossary/gongbao") == ["公报", "communiqué", "会后的文字。", []]
    assert held("pictures/terms") == ["按类 & 别", "", "一览。", []]
    assert {path.partition("/")[2] for path in PAGES if re.fullmatch(r"previews/[^/]*", path)} == set(), "lists have none"


def test_a_paper_says_which_file_holds_which_place() -> None:
    name, english, said, parts = held("papers/sample")
    assert (name, english, said) == ("范文例，《样例》", "A Sample", "提要p1。")
    assert parts == [["p1", "s1", "s1-1", "p2", "n7-1", "n-star"], ["p3"]]
    first, second = held("papers/sample/0"), held("papers/sample/1")
    assert [list(first), list(second)] == parts
    assert first["p1"] == ["第 p1 段，原刊第 7–8 页", "甲乙丙"]
    assert first["s1"] == ["一", "起句。"] and first["s1-1"] == ["（一）", "起句。"]
    assert first["n7-1"] == ["原刊第 7 页，注 1", "注文。"] and first["n-star"] == ["注 *", "题注。"]
    assert second["p3"] == ["第 p3 段，原刊第 8 页", LONG]


def test_without_its_source_a_paper_still_says_what_it_is() -> None:
    lone = Edited(FRONT, PAPER.headnote, addresses=("p1",))
    pages = weave([lone], {}, library_of((lone,)).registry)
    assert held("papers/sample", pages) == ["范文例，《样例》", "A Sample", "提要p1。", []]
    assert not any(path.startswith("previews/papers/sample/") for path in pages)


def test_a_beginning_ends_with_a_sentence_and_its_closing_marks() -> None:
    assert first_sentences("一。“二。”三四五。", 6) == "一。“二。”"
    assert first_sentences("长长长长。短。", 2) == "长长长长。" and first_sentences("", 9) == ""
