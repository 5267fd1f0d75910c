"""Pictures on pages: from data and from the edition, the pages that hold them, the list of themes."""

import csv
import io
import re

import pytest
from edition.catalogue import Written
from edition.dataset import Dataset, PictureForm
from edition.dataset.reading import read_table
from edition.glossary import Glossary
from edition.weaving import Edited, lexicon_of, nav, weave
from edition.weaving.pictures.of_data import chart_of, number_of_date
from edition.weaving.pictures.pages import pictures_named
from edition.weaving.threads import threads_of
from edition.weaving.timeline import timeline_of
from test_glossary import term
from test_weaving import FRONT, markdown
from works import library_of, work_of

CSV = "year,side,voices,place\n2001,a,3,sample#p1\n2002,b,5,sample#p2\n"
TABLE = read_table(Written("data/voices.csv", "docs/data/voices.csv", CSV))
FORM = PictureForm(name="voices", data="voices.csv", kind="columns", title="发言", title_en="Voices", caption="每年一柱。",
                   source="纪要。", alternative="增加。", classes=("year",), values=("voices",), series="side",
                   words={"voices": "次数", "a": "甲方", "b": "乙方", "place": "出处"})
DATA = Dataset({"voices.csv": TABLE}, {"voices": FORM})
THEME = ("---\ntitle: 沉默\ntitle_en: Silence\ndescription: 怎样沉默。\n---\n\n# 沉默 {#title}\n\n"
         "[甲](../papers/sample/index.md#p2)、[乙](../papers/sample/index.md#p2)、[丙](../papers/sample/index.md#p1)\n\n"
         "<!-- picture voices -->\n\n## 年表 {#timeline}\n\n| 日期 | 事 |\n|---|---|\n| 1995-01 | 甲 |\n| 1996 | 乙 |\n\n## 数字\n\n| 数 |\n|---|\n| 3 |\n")
WRITTEN = {"themes/silence.md": THEME, "data/README.md": "# 数据\n\n<!-- picture voices -->\n\n<!-- picture noise -->\n"}
PAPER = Edited(FRONT.model_copy(update={"themes": ("silence",)}),
               work=work_of("paragraph p1 1: 公报与声明\nparagraph p2 2: 公报与公报"))
LEXICON = lexicon_of(Glossary({"gongbao": term("gongbao", "公报"), "shengming": term("shengming", "声明")}),
                     [("sample", PAPER.work)])
PAGES = weave([PAPER], WRITTEN, library_of((PAPER,)).registry, lexicon=LEXICON, dataset=DATA)


def test_a_marker_becomes_the_picture_with_words_and_data() -> None:
    for path, up in (("themes/silence.md", "../../"), ("data/README.md", "../")):
        html = markdown().reset().convert(PAGES[path].split("---\n", 2)[-1])
        assert html.count("<figure") == html.count("</figure>") == html.count("<svg") == html.count("<details class=\"data\"") == 1
        for said in ("发言", '<span lang="en">Voices</span>', "每年一柱。", "来源：纪要。", ">增加。</desc>", "甲方",
                     f'<td><a href="{up}papers/sample/#p1">sample p1</a></td>', f'<a href="{up}data/voices.csv" download>'):
            assert said in html, (path, said)
        assert "style=" not in html.partition("<figure")[2].partition("</figure>")[0]


def test_an_unknown_picture_stays_a_comment() -> None:
    assert "<!-- picture noise -->" in PAGES["data/README.md"]
    assert pictures_named(WRITTEN["data/README.md"]) == [("voices", 3), ("noise", 5)]


def test_what_is_drawn() -> None:
    chart = chart_of(FORM, TABLE)
    assert [label.said for label in chart.columns] == ["2001", "2002"]
    assert [(mark.across, mark.up, mark.series, mark.said) for mark in chart.marks] == [
        ("2001", 3.0, 0, "甲方，2001，次数 3"), ("2002", 5.0, 1, "乙方，2002，次数 5")]
    lying = chart_of(FORM.model_copy(update={"kind": "bars"}), TABLE)
    assert [(mark.across, mark.up) for mark in lying.marks] == [(3.0, "2001"), (5.0, "2002")]
    line = chart_of(FORM.model_copy(update={"kind": "lines", "classes": (), "time": "year"}), TABLE)
    assert [mark.across for mark in line.marks] == [2001.0, 2002.0] and not line.rows


@pytest.mark.parametrize("text, number", [("1980", 1980.0), ("2009-07", 2009.5), ("2019-12-31", 2019.999)])
def test_dates_become_numbers(text: str, number: float) -> None:
    assert number_of_date(text) == number


def test_a_table_keeps_the_lines_of_its_rows() -> None:
    table = read_table(Written("data/x.csv", "x", 'a,place\n"1\n2",p\n\n3\n'))
    assert [(row.cells, row.line) for row in table.rows] == [(("1\n2", "p"), 3), (("3",), 5)]
    assert table.records == [{"a": "1\n2", "place": "p"}]


def test_threads_are_the_links_from_themes_to_paragraphs() -> None:
    assert threads_of(WRITTEN) == {"silence": {"sample": ["p2", "p2", "p1"]}}


def test_the_whole_in_one_look() -> None:
    page = PAGES["overview/index.md"]
    hrefs = set(re.findall(r'<a href="([^"]+)"', page))
    assert {"../themes/silence/", "../papers/sample/", "../papers/sample/#p2", "../glossary/gongbao/",
            "../glossary/gongbao/#in-sample"} <= hrefs
    for name in ("themes-papers", "shared-terms", "terms-themes"):
        assert f'href="../pictures/{name}.csv" download' in page
    rows = list(csv.reader(io.StringIO(PAGES["pictures/terms-themes.csv"])))
    assert rows == [["术语", "沉默"], ["公报", "3"], ["声明", "1"]]
    assert list(csv.reader(io.StringIO(PAGES["pictures/themes-papers.csv"])))[1] == ["沉默", "3"]


def test_every_link_of_a_picture_is_in_its_table() -> None:
    for page in (PAGES["overview/index.md"], PAGES["pictures/index.md"]):
        for figure in re.findall(r"<figure.*?</figure>", page, re.DOTALL):
            drawn, _, table = figure.partition("<details")
            columns = {label for label in re.findall(r'<a href="(\.\./papers/[^/"#]+/|\.\./themes/[^/"#]+/)"', drawn)}
            assert set(re.findall(r'<a href="([^"]+)"', drawn)) - columns <= set(re.findall(r'<a href="([^"]+)"', table))


def test_the_list_of_themes_says_what_each_is() -> None:
    page = PAGES["themes/index.md"]
    assert '[沉默](silence.md) <span class="count">1 篇</span><br>\n  <span class="english" lang="en">Silence</span>' in page
    assert "怎样沉默。" in page


def test_the_navigation_has_the_whole_the_themes_and_the_pictures() -> None:
    listed = {name.partition(" ")[0]: entries for entry in nav([PAPER], PAGES, {"silence": "沉默"}) for name, entries in entry.items()}
    assert listed["全景"] == ["overview/index.md"]
    assert listed["专题"] == ["themes/index.md", {"沉默": "themes/silence.md"}]
    assert listed["数据与图"] == ["data/README.md", {"图": "pictures/index.md"}]


def test_without_anything_to_draw_there_are_no_pages() -> None:
    assert not any(path.startswith(("overview", "pictures", "themes")) for path in weave([], {"index.md": "# 甲\n"}))


def test_two_weavings_are_the_same() -> None:
    again = weave([PAPER], WRITTEN, library_of((PAPER,)).registry, lexicon=LEXICON, dataset=DATA)
    assert again == PAGES


def test_a_timeline_has_its_own_rows_alone() -> None:
    assert [dated.date for dated in timeline_of(THEME)] == ["1995-01", "1996"]
