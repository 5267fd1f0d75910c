"""What pages say about citing: links behind notes, the bibliography, the box 引用本文, metadata, the imprint."""

import json
import re
from html import unescape
from pathlib import Path

import edition
import pytest
from edition.catalogue import Author, Front, Venue
from edition.weaving import Edited, Imprint, nav, weave
from edition.weaving.bibliography import bibliography_files
from edition.weaving.citebox import cite_box, cite_files
from edition.weaving.downloads import files_of
from edition.weaving.imprint import EDITORS, NAME
from edition.weaving.labels import label_of, shortened
from edition.weaving.library import Library
from edition.weaving.metadata import date_of, linked_data_of, pages_of, tags_of
from edition.weaving.note_names import place_of
from edition.weaving.ordering import place_in_list
from edition.weaving.paper import write_paper
from ruamel.yaml import YAML
from test_weaving import FRONT, Reader, markdown
from works import cites_of, library_of, work_of

ROOT = Path(__file__).resolve().parent.parent
OTHER = FRONT.model_copy(update={"slug": "other", "title": "另一篇", "sample": False, "authors": (Author(name="余试"),)})
WORK = work_of("paragraph p1 1: {page 7}甲[^n7-1]乙{page 8}丙\nnote n7-1 2: 注文。\nnote n7-star 3: 题注。")
CITED = library_of(
    (Edited(FRONT, work=WORK), Edited(OTHER, work=WORK)),
    sample=(cites_of("n7-1", "fan2024subjects 21", "sample2025silence"),),
    other=(cites_of("n7-1", "fan2024subjects", "wang2020ye"), cites_of("n7-star", "fan2026sample 8")),
)


def page_of(slug: str, library: Library = CITED) -> str:
    return write_paper(library.papers[slug], library)


def test_a_note_keeps_its_words_and_links_to_what_it_cites() -> None:
    assert "[^n7-1]: 注文。 [范文例 2024](../../bibliography/index.md#fan2024subjects " in page_of("sample")
    html = markdown().reset().convert(page_of("sample").split("---\n", 2)[2])
    link = '<a class="work" href="../../bibliography/index.md#fan2024subjects" title="范文例. 主语与责任[M]. 样例出版社，2024：21.">'
    assert link + "范文例 2024</a>" in unescape(html) and "Sample &amp; Other 2025</a>" in html
    assert Reader(html).texts["n7-1"].strip().startswith("注文。 范文例 2024")


def test_a_work_that_is_gone_has_no_link() -> None:
    library = library_of((Edited(FRONT, work=WORK),), sample=(cites_of("n7-1", "gone2020work"),))
    assert "[^n7-1]: 注文。\n" in page_of("sample", library)


def test_a_paragraph_names_its_printed_pages_and_ends_with_a_link_to_itself() -> None:
    assert '{: #p1 data-lines="1" data-pages="7-8" }' in page_of("sample")
    html = markdown().reset().convert(page_of("sample").split("---\n", 2)[2])
    assert '<a aria-label="第 p1 段的地址与引用" class="place" data-place="p1" href="#p1"></a></p>' in html


def bibliography(library: Library = CITED) -> str:
    return bibliography_files(library, {})["bibliography/index.md"]


def test_the_bibliography_has_each_work_once_with_the_notes_that_cite_it() -> None:
    page = bibliography()
    html = markdown().reset().convert(page.split("---\n", 2)[2])
    for key in CITED.registry.items:
        assert len(re.findall(f'<li [^>]*id="{key}"', html)) == 1, key
    work = next(line for line in page.splitlines() if line.startswith("- 范文例. 主语与责任"))
    assert "范文例：[第7页注\\[1\\]](../papers/sample/index.md#n7-1)；余试：[第7页注\\[1\\]](../papers/other/index.md#n7-1)" in work
    assert '{: #fan2024subjects data-type="图书" data-language="zh" data-year="2024" data-papers="sample other" }' in page


def test_works_stand_by_language_and_in_order_and_those_of_a_sample_apart() -> None:
    page = bibliography()
    order = re.findall(r"\{:? ?#([\w]+)", page)
    assert order == [
        "title", "shared", "chinese", "fan2024subjects", "fan2026sample", "wang2020ye", "sample", "sample2025silence"]
    assert "## 两篇以上论文同引 {#shared}\n\n- [范文例 2024](#fan2024subjects)：主语与责任（范文例；余试）\n" in page


def test_addresses_in_the_bibliography_are_links_as_they_stand() -> None:
    assert "<https://example.org/a_b*c?d=1&e=2>" in bibliography()


def test_without_their_texts_papers_are_linked_with_the_notes_that_were_known() -> None:
    library = library_of((Edited(OTHER),), other=(cites_of("n7-1", "wang2020ye"),))
    assert "余试：[第7页注\\[1\\]](../papers/other/index.md#n7-1)</span>" in bibliography(library)
    assert page_of("other", library).count('<span id="n7-1"></span>') == 1


def test_a_note_that_the_text_has_not_is_linked_by_its_page() -> None:
    library = library_of((Edited(OTHER, work=WORK),), other=(cites_of("n9-9", "wang2020ye"),))
    assert "余试：[第9页注\\[9\\]](../papers/other/index.md)</span>" in bibliography(library)


def test_the_filter_offers_what_there_is() -> None:
    page = bibliography()
    assert '<form class="filter" hidden>' in page
    assert '<option value="zh">中文</option><option value="en">英文</option>' in page
    assert '<option value="other">余试</option>' in page and 'min="2020" max="2026"' in page


def test_all_works_but_invented_ones_can_be_downloaded() -> None:
    files = bibliography_files(CITED, {})
    real = ["fan2024subjects", "fan2026sample", "wang2020ye"]
    assert re.findall(r"^@\w+\{(\w+)", files["bibliography/works.bib"], re.MULTILINE) == real
    assert [item["id"] for item in json.loads(files["bibliography/works.json"])] == real
    assert files["bibliography/works.ris"].count("ER  -") == 3


def test_a_work_that_gives_no_reference_does_not_cost_the_others_their_files() -> None:
    files = files_of([{"id": "nothing", "type": "book"}, {"id": "mei2020minutes", "type": "book", "title": "纪要"}], "works")
    assert [item["id"] for item in json.loads(files["works.json"])] == ["mei2020minutes"]
    assert sorted(files) == ["works.bib", "works.json", "works.ris"] and files_of([{"id": "nothing"}], "works") == {}


def test_an_edition_without_works_has_no_bibliography() -> None:
    assert bibliography_files(Library(), {}) == {} and "bibliography/index.md" not in weave([Edited(FRONT)], {})
    assert {'书目 <span lang="en">Bibliography</span>': ["bibliography/index.md"]} in nav([], {"bibliography/index.md"}) and nav([], ()) == [{"首页": "index.md"}]


def test_pages_that_cite_are_named_with_the_works() -> None:
    written = {"about/x.md": "---\ntitle: 说明\n---\n\n字[@wang2020ye]\n"}
    pages = weave(CITED.listed, written, CITED.registry)
    assert "[说明](../about/x.md#cite-a)</span>" in pages["bibliography/index.md"]
    assert pages["about/x.md"].startswith("---\ntitle: 说明\n---\n\n字[^cite-a]\n\n")
    assert pages["about/x.md"].partition("</details>\n\n")[2].startswith("[^cite-a]: 网页一页")


def test_a_headnote_cites_too() -> None:
    library = library_of((Edited(FRONT, "按[@fan2024subjects, 3]。", WORK),))
    page = page_of("sample", library)
    assert "按[^cite-a]。\n\n</div>" in page and page.count("[^cite-a]: 范文例. 主语与责任") == 1


def test_the_box_has_each_style_and_this_edition() -> None:
    box = cite_box(FRONT, CITED)
    assert ('<dd data-style="gbt7714-2025" data-form="范文例. 样例[J]. 样稿集刊，2026（1）：{page}.">'
            "<span>范文例. 样例[J]. 样稿集刊，2026（1）：7-9.</span></dd>") in box
    assert ('<dd data-style="note" data-form="范文例：《样例》，载《样稿集刊》，2026年第1期，第{page}页。">'
            "<span>范文例：《样例》，载《样稿集刊》，2026年第1期，第7–9页。</span></dd>") in box
    assert "2.1.0 版，2026 年 1 月 31 日，<span class=\"address\">https://example.org/edition/papers/sample/</span>。</span></dd>" in box
    assert "1 月 31 日，{place}，{address}。" in box and "\n\n" not in box
    assert sorted(cite_files(FRONT, CITED)) == [f"papers/sample/cite.{ending}" for ending in ("bib", "json", "ris")]


def test_a_paper_that_no_entry_describes_has_the_edition_alone() -> None:
    box = cite_box(OTHER, CITED)
    assert box.count("<dt>") == 1 and "download" not in box and cite_files(OTHER, CITED) == {}


def test_metadata_agree_with_each_other() -> None:
    tags, linked = tags_of(FRONT), linked_data_of(FRONT)
    assert tags == [
        ["citation_title", "样例"], ["citation_author", "范文例"], ["citation_publication_date", "2026"],
        ["citation_journal_title", "样稿集刊"], ["citation_issue", "1"], ["citation_firstpage", "7"],
        ["citation_lastpage", "9"], ["citation_language", "zh"]]
    assert linked["author"] == [{"@type": "Person", "name": "范文例"}]
    assert (linked["name"], linked["datePublished"]) == ("样例", "2026")
    assert linked["isPartOf"] == {
        "@type": "PublicationIssue", "issueNumber": "1", "isPartOf": {"@type": "Periodical", "name": "样稿集刊"}}
    assert (linked["pageStart"], linked["pageEnd"], linked["inLanguage"]) == ("7", "9", "zh")


@pytest.mark.parametrize("venue, date", [
    (Venue(year=2022, date="Jun. 1, 2022"), "2022/06/01"), (Venue(date="2022-6-1"), "2022/06/01"),
    (Venue(date="2022年6月1日"), "2022/06/01"), (Venue(year=2022, date="summer"), "2022"), (Venue(), ""),
])
def test_a_date_is_a_day_or_a_year(venue: Venue, date: str) -> None:
    assert date_of(FRONT.model_copy(update={"venue": venue})) == date


def test_what_a_paper_lacks_is_absent() -> None:
    bare = Front.model_validate({"slug": "x", "title_en": "X", "authors": [{"name_en": "FAN Wenli"}, {"name": "余试"}],
                                 "rights": "r", "source": FRONT.source.model_dump()})
    assert [name.removeprefix("citation_") for name, _ in tags_of(bare)] == ["title", "author", "author", "language"]
    assert set(linked_data_of(bare)) == {"@context", "@type", "name", "author", "inLanguage"}
    assert pages_of(bare) == ("", "")


def test_a_paper_says_who_in_the_edition_cites_it_and_shares_its_works() -> None:
    page = page_of("sample")
    assert "- [余试](../other/index.md)引用本文：[第7页注\\[\\*\\]](../../papers/other/index.md#n7-star)\n" in page
    assert "- [余试](../other/index.md)与本文同引：[范文例 2024](../../bibliography/index.md#fan2024subjects)\n" in page
    assert "在本版之中" not in write_paper(Edited(FRONT, work=WORK))


@pytest.mark.parametrize("item, label", [
    ({"author": [{"literal": "卢静"}], "issued": {"date-parts": [[2023]]}}, "卢静 2023"),
    ({"author": [{"literal": "甲"}, {"literal": "乙"}], "title": "题"}, "甲、乙"),
    ({"author": [{"literal": "甲"}] * 3, "title": "题"}, "甲等"),
    ({"author": [{"family": "Berg", "non-dropping-particle": "van"}] * 3, "title": "On"}, "van Berg et al."),
    ({"title": "没有作者的一部相当长的著作的题名"}, "没有作者的一部相当长的著作的…"), ({"URL": "https://x.y"}, "https://x.y"),
])
def test_a_work_has_a_short_name(item: dict, label: str) -> None:
    assert label_of({"id": "x"} | item) == label


def test_a_long_latin_title_ends_with_a_whole_word() -> None:
    assert shortened("The Quick Brown Fox Jumps over the Dog") == "The Quick Brown Fox Jumps…"


def test_works_are_sorted_by_pinyin() -> None:
    names = ["张三", "卢静", "埃尔", "Zürn", "Adler"]
    items = [{"id": name, "author": [{"literal": name}], "title": "x"} for name in names]
    assert [item["id"] for item in sorted(items, key=place_in_list)] == ["Adler", "埃尔", "卢静", "张三", "Zürn"]


@pytest.mark.parametrize("note, place", [("n21-3", "第21页注[3]"), ("n-3b", "注[3]"), ("n7-star", "第7页注[*]")])
def test_a_note_has_a_place_in_words(note: str, place: str) -> None:
    assert place_of(note) == place


def test_the_edition_is_cited_by_one_name_and_version() -> None:
    said = YAML(typ="safe").load(ROOT / "CITATION.cff")
    assert (said["title"], said["version"]) == (NAME, edition.__version__)
    assert said["authors"] == [{"name": EDITORS}]
    assert f"site_name: {NAME}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert Imprint("1.2.3", date="2026-01-31").cite("", "题", "x/") == f"《题》，《{NAME}》1.2.3 版，2026 年 1 月 31 日，x/。"
    assert Imprint().cite("", "题", "x/") == f"《题》，《{NAME}》，x/。"
