"""Pages of editors (themes, terms, about): how they are cited, what they tell machines, which papers name them."""

import json
import re

import pytest
from edition.weaving import Edited, Imprint, weave
from edition.weaving.editors import read_page
from edition.weaving.editors_cite import page_box
from edition.weaving.imprint import EDITORS, NAME
from edition.weaving.intext.brackets import keys_in
from edition.weaving.links import links_in
from ruamel.yaml import YAML
from test_weaving import FRONT, Reader, markdown
from works import library_of

IMPRINT = Imprint("2.1.0", "https://example.org/edition/", "2026-01-31")
THEME = "---\ntitle: 沉默\ndescription: 公报怎样沉默。\n---\n\n# 沉默 {#title}\n\n见[一篇](../papers/sample/index.md#p2)。\n"
TERM = "---\ntitle: 公报条\nzh: 公报\nen: communiqué\ndescription: 会后的文字。\n---\n\n# 公报 {#title}\n\n字[@fan2026sample, 8]。\n"
WRITTEN = {
    "about/introduction.md":
        "---\ntitle: 导言\n---\n\n# 导言 {#title}\n\n[甲](../papers/sample/index.md)[乙](../papers/sample/index.md)\n",
    "about/other.md": "---\ntitle: 别的\n---\n\n# 别的\n\n[甲][1]\n\n[1]: ../papers/sample/index.md\n",
    "glossary/gongbao.md": TERM,
    "glossary/index.md": "---\ntitle: 词条\n---\n\n# 词条\n\n[甲](../papers/sample/index.md)\n",
    "index.md": "# 首页\n\n[甲](papers/sample/index.md)\n", "themes/chenmo.md": THEME,
    "themes/anjing.md": "---\ntitle: 安静\n---\n\n# 安静\n\n`[甲](../papers/sample/index.md)` `[@fan2026sample]`\n",
}
PAPER = Edited(FRONT.model_copy(update={"themes": ("chenmo", "anjing", "gone")}))
LIBRARY = library_of((PAPER,))
PAGES = weave([PAPER], WRITTEN, LIBRARY.registry, IMPRINT)


def front_of(path: str) -> dict:
    return YAML(typ="safe").load(PAGES[path].split("---\n")[1])


def box_of(path: str, imprint: Imprint = IMPRINT) -> str:
    return page_box(read_page(path, WRITTEN[path]), imprint)


@pytest.mark.parametrize("path", ["themes/chenmo.md", "glossary/gongbao.md", "about/introduction.md"])
def test_a_page_of_editors_has_a_box_below_its_title_and_files_beside_it(path: str) -> None:
    assert re.search(r"\n# .+\n\n<details class=\"cite-box\" id=\"cite\">\n<summary>引用本页</summary>\n", PAGES[path])
    assert front_of(path)["scripts"] == ["citing.js"]
    files = {f"{path.removesuffix('.md')}/cite.{ending}" for ending in ("bib", "ris", "json")}
    assert files <= set(PAGES) and all(f'href="{file.rpartition("/")[2]}"' in PAGES[path] for file in files)
    html = markdown().reset().convert(PAGES[path].split("---\n", 2)[2])
    assert html.count("<details") == html.count("</details>") and html.count('class="cite-box"') == 1 and "title" in Reader(html).texts
    assert len(ids := re.findall(r'\bid="([^"]+)"', html)) == len(set(ids))


def test_lists_and_other_pages_stay_as_they_are() -> None:
    for path in ("about/other.md", "glossary/index.md", "index.md"):
        assert WRITTEN[path].split("---\n\n")[-1] in PAGES[path] and "cite-box" not in PAGES[path]
        assert not any(page.startswith(path.removesuffix(".md") + "/cite") for page in PAGES)


def test_each_style_names_editors_edition_version_year_and_address() -> None:
    rows = re.findall(r'data-style="([\w-]+)"><span>(.*)</span></dd>', box_of("themes/chenmo.md"))
    assert [style for style, _ in rows] == ["gbt7714-2025", "gbt7714-2015", "note", "apa", "chicago", "mla", "edition"]
    for style, said in rows:
        address = '<span class="address">https://example.org/edition/themes/chenmo/</span>'
        assert all(part in said for part in (EDITORS, "沉默", "2.1.0", "2026", address)), style
    assert "《沉默》，多边主义论集数字版（2.1.0 版），2026年1月31日，" in dict(rows)["note"]


def test_the_files_say_the_same() -> None:
    item, = json.loads(PAGES["glossary/gongbao/cite.json"])
    assert item == {
        "id": "glossary-gongbao", "type": "webpage", "title": "公报", "author": [{"literal": EDITORS}],
        "container-title": NAME, "version": "2.1.0", "issued": {"date-parts": [[2026, 1, 31]]}, "language": "zh-CN",
        "URL": "https://example.org/edition/glossary/gongbao/"}


def test_without_an_address_the_box_leaves_a_place_for_it() -> None:
    assert '<span class="address">themes/chenmo/</span>' in box_of("themes/chenmo.md", Imprint("2.1.0"))
    pages = weave([], {"themes/chenmo.md": THEME})
    assert "URL" not in pages["themes/chenmo/cite.json"] and "url" not in pages["themes/chenmo.md"]
    assert "invalid" not in "".join(pages.values())


def test_a_term_is_a_defined_term_and_a_theme_an_article() -> None:
    term, theme = front_of("glossary/gongbao.md")["linked"], front_of("themes/chenmo.md")["linked"]
    assert term == {
        "@context": "https://schema.org", "@type": "DefinedTerm", "name": "公报", "alternateName": "communiqué",
        "description": "会后的文字。", "url": "https://example.org/edition/glossary/gongbao/",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet", "name": f"{NAME}词汇表", "url": "https://example.org/edition/glossary/"}}
    assert (theme["@type"], theme["headline"], theme["version"]) == ("Article", "沉默", "2.1.0")
    assert theme["isPartOf"]["name"] == NAME and front_of("about/introduction.md")["linked"]["@type"] == "Article"


@pytest.mark.parametrize("text", [
    "字", "", "---\ntitle: [a\n---\n字", "---\n- x\n---\n# a\n", "---\ntitle: \"a\\x7f'<b>\"\n---\n"])
def test_a_page_without_a_good_head_has_a_box_all_the_same(text: str) -> None:
    page = weave([], {"themes/x.md": text})["themes/x.md"]
    assert page.startswith("---\n") and page.count('<details class="cite-box"') == 1
    assert "<b>" not in page.split("<details")[1]


def test_a_title_in_code_is_no_title() -> None:
    page = weave([], {"themes/x.md": "---\ntitle: 甲\n---\n\n```\n# 码\n```\n\n# 甲\n\n字\n"})["themes/x.md"]
    assert "```\n\n# 甲\n\n<details" in page


def test_a_paper_names_the_pages_that_refer_to_it_by_kind_and_in_order() -> None:
    foot = PAGES[PAPER.path].split('<span class="count">4</span></summary>\n\n')[1]
    assert foot == (
        "- 专题：[沉默](../../themes/chenmo.md)\n"
        "- 词条：[公报](../../glossary/gongbao.md)\n"
        "- 说明：[导言](../../about/introduction.md)、[别的](../../about/other.md)\n\n</details>\n")


def test_a_paper_names_its_themes_below_its_facts() -> None:
    assert ("</dl>\n\n专题：[沉默](../../themes/chenmo.md)、[安静](../../themes/anjing.md)\n{: .themes }\n"
            in PAGES[PAPER.path])


@pytest.mark.parametrize("text, slugs", [
    ("[甲](../papers/a/index.md)", ["a"]), ("[甲](<../papers/a/index.md#n7-1> '题')", ["a"]),
    ("[甲](../papers/a/#p1)", ["a"]),
    ("[`甲`](../papers/a/index.md)", ["a"]), ("[甲](../papers/index.md)", []), ("[甲](https://x.y/papers/a/)", []),
    ("[甲](papers/a/index.md)", []), ("[甲](../papers/a/cite.bib)", []), ("```\n[甲](../papers/a/index.md)\n```", []),
    ("\\[甲](../papers/a/index.md)", []), ("[[甲]](../papers/a/index.md)", ["a"]),
    ("<!-- [甲](../papers/a/index.md) -->", []),
])
def test_links_to_papers_are_found(text: str, slugs: list[str]) -> None:
    assert [link.slug for link in links_in("themes/x.md", text) if link.is_to_paper] == slugs


def test_keys_are_found_in_brackets_alone() -> None:
    assert keys_in("[参见 @a2020b, 3; @c2021d]，a@b.cn，@e2022f，`[@g]`，[@a2020b]") == ("a2020b", "c2021d")
