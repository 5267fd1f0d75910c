"""Weaving: blocks and editors' layers → Markdown; golden cases in `tests/weaving`, one a file."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from edition.catalogue import Author, Emendation, Front
from edition.catalogue.forms import Proofreading
from edition.problems import Refused
from edition.reading import Block, Piece, Table, Work, reasons
from edition.weaving import Edited, nav, outline_of, parse_outline, weave
from edition.weaving.escape import one_line
from edition.weaving.paper import write_paper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from works import work_of

ROOT = Path(__file__).resolve().parent.parent
CASES = sorted((ROOT / "tests/weaving").glob("[a-z]*.md"))
EMENDED = Emendation("e1", 4, "reading", 1, "据注 2。", "p1", "改鍋", "改过")

FRONT = Front.model_validate({
    "slug": "sample", "title": "样例", "authors": [{"name": "范文例", "name_en": "FAN Wenli", "affiliation": "样稿社"}],
    "venue": {"name": "样稿集刊", "year": 2026, "issue": "1", "pages": "7-9"}, "rights": "虚构",
    "source": {"file": "sample.txt", "sha256": "0" * 64, "lines": [[1, 9], [10, 12], [20, 21]]},
    "inferred": {"venue.pages": "由印出的页码数得", "title_en": "另一处所题"}, "title_en": "A Sample", "sample": True,
})


@cache
def markdown() -> Markdown:
    """Python-Markdown as `mkdocs.yml` sets it up."""
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


class Reader(HTMLParser):
    """Reads HTML as a browser would: the text of each element by its id, the elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}
        self.names: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        self.names.add(tag)
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        if tag not in ("br", "hr", "img", "meta", "input"):
            self.open.append((tag, given.get("id") or given.get("class") or ""))

    def handle_endtag(self, tag) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data) -> None:
        skipped = any(name in ("footnote-label", "footnote-backref", "headerlink") for _, name in self.open)
        for _, name in self.open if not skipped else ():
            self.texts[name] = self.texts.get(name, "") + data


def body(page: str) -> str:
    return page.split("</details>\n\n", 1)[1]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    given, expected = case.read_text(encoding="utf-8").removeprefix("in\n").split("\n\nexpected\n\n")
    emendations = (EMENDED,) if "{e1:" in given else ()
    assert body(write_paper(Edited(FRONT, work=work_of(given), emendations=emendations))) == expected


SYNTAX = (
    "<script>alert(1)</script>", "<b>", "</div>", "<!--", "-->", "<![CDATA[", "<?php", "<a href='x'>", "<", ">",
    "&", "&amp;", "&lt;", "&#60;", "&copy", "*", "**", "_", "__", "`", "``", "~~~", "~~", "```", "[", "]", "(", ")",
    "![", "[^1]", "[^n5-1]", "[TOC]", "[a]: b", "[^1]: x", "{", "}", "{: #p9 }", "{: .x title='y' }", "{#x}", "|",
    "||", "---", "***", "===", "#", "## ", "1.", "1)", "- ", "+ ", "* ", "> ", "!!! note", "??? x", "::: y", ": ",
    '=== "t"', "\\", "\\\\", "\\*", "    ", "\t", "\n", "\n\n", "  \n", "*[HTML]: x",
    "https://example.org/a_b*c?d=1&e=2", "http://", "https://a.b/&amp;c", "javascript:alert(1)", "<https://x.y>",
    "a@b.c", "<a@b.c>", "///Footnotes Go Here///", "--8<--", "{{ x }}", "{% y %}", "\xa0", "\u3000", "\u2028",
    "\x02", "\x03", "\x00", "klzzwxh:0000", "\x02klzzwxh:0000\x03", "\ufeff", "汉", "字", "，", "。", "“", "a", "B",
    "7", " ",
)
ELEMENTS = {"p", "h2", "div", "ol", "li", "sup", "a", "span", "figure", "figcaption", "table", "thead", "tbody", "tr",
            "th", "td"}
TEXTS = st.lists(st.one_of(st.sampled_from(SYNTAX), st.text(max_size=6)), max_size=12).map("".join)


def text_block(role: str, id: str, text: str, start: int) -> Block:
    line = start // 1000 + 1
    return Block(role, (Piece(start, start + len(text), text),), ((line, line),), id, int(role == "heading"))


def shown(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", one_line(text)).strip()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS.filter(lambda text: shown(text)), min_size=7, max_size=7))
def test_any_text_is_shown_as_it_is(texts: list[str]) -> None:
    paragraph, heading, note, cell, caption, remark, second = texts
    call = Piece(500, 503, "[^n5-1]", reasons.MARK, "n5-1")
    blocks = (
        Block("paragraph", (*text_block("paragraph", "p1", paragraph, 0).pieces, call), ((1, 1),), "p1"),
        text_block("heading", "s1", heading, 1000),
        Block("table", (Piece(2000, 2001, "表"),), ((3, 3),),
              table=Table(caption, (cell, "x"), ((cell, cell),), caption)),
        text_block("figure", "", caption, 3000), text_block("remark", "", remark, 4000),
        text_block("paragraph", "p2", second, 5000), text_block("abstract_en", "", remark, 6000),
        text_block("note", "n5-1", note, 7000),
    )
    read = Reader(markdown().reset().convert(body(write_paper(Edited(FRONT, work=Work(((1, 9),), blocks))))))
    got = {id: shown(read.texts.get(id, "")) for id in ("p1", "s1", "n5-1", "p2", "remark", "table-source")}
    assert got["p1"].removesuffix("5-1").strip() == shown(paragraph)
    assert got | {"p1": ""} == {
        "p1": "", "s1": shown(heading), "n5-1": shown(note), "p2": shown(second), "remark": shown(remark),
        "table-source": shown(caption)}
    assert shown(read.texts["table"]).count(shown(cell)) >= 3
    assert read.names <= ELEMENTS
    assert all(re.match(r"#|https?://", link) for link in read.links)


def test_facts_and_overview_say_how_far_a_text_is_proofread() -> None:
    step = Proofreading(level="proofread", by="<甲>", date="2026-11-26", against="原刊")
    second = step.model_copy(update={"level": "validated", "by": "乙"})
    read = FRONT.model_copy(update={"proofreading": (step, second)})
    said = '<span class="level validated">已核对</span>（已校对：&lt;甲&gt;，2026-11-26，据原刊；已核对：乙，2026-11-26，据原刊）'
    assert f"<dt>校对</dt><dd>{said}</dd>" in write_paper(Edited(read))
    assert '<dd><span class="level not-proofread">未校对</span></dd>' in write_paper(Edited(FRONT))
    overview = weave([Edited(read)], {})["papers/index.md"]
    assert '，<span class="level validated">已核对</span>\n' in overview


def test_a_page_opens_with_facts() -> None:
    work = work_of("title 1: 样例[^n7-star]\nparagraph p1 2: 正文。\nnote n7-star 3: 题注。")
    page = write_paper(Edited(FRONT, "编者按。", work))
    assert page.startswith('---\ntitle: "样例"\ndescription: "范文例：《样例》，《样稿集刊》2026 年第 1 期，第 7–9 页。"\n')
    assert "# 样例 {#title}\n\nA Sample\n{: .title-en lang=\"en\" }\n\n范文例[^n7-star]\n{: .byline }\n" in page
    assert "范文例 <span lang=\"en\">FAN Wenli</span>（样稿社）" in page
    assert '<dd>7–9<span class="inferred">推定：由印出的页码数得</span></dd>' in page
    assert "<dt>推定（title_en）</dt><dd>另一处所题</dd>" in page
    assert "第 1–12、20–21 行" in page
    assert '<div class="headnote" markdown>\n\n编者按。\n\n</div>' in page


def test_front_matter_is_text() -> None:
    front = FRONT.model_copy(update={"title": '<script>"x"</script> *a*', "rights": "<b>&"})
    page = write_paper(Edited(front, work=work_of("paragraph p1 1: 正文。")))
    html = markdown().reset().convert(page.split("---\n", 2)[2])
    assert "<script>" not in "".join(page.splitlines(keepends=True)[1:3]) + html
    assert "&lt;script>\"x\"&lt;/script> \\*a\\* {#title}" in page
    assert "<dd>&lt;b&gt;&amp;</dd>" in html
    assert nav([Edited(front)], {"papers/sample/index.md", "papers/index.md"})[1]['论文 <span lang="en">Papers</span>'][1] == {'&lt;script&gt;"x"&lt;/script&gt; *a*': "papers/sample/index.md"}


def test_without_a_chinese_title_a_paper_goes_by_its_english_one() -> None:
    authors = (Author(name_en="FAN Wenli"), Author(name_en="YU Shi"))
    front = FRONT.model_copy(update={"title": "", "authors": authors})
    paper = Edited(front, work=work_of("paragraph p1 1: 正文。"))
    assert '# A Sample {#title lang="en"}\n\nFAN Wenli, YU Shi\n{: .byline }\n' in write_paper(paper)
    assert "来源文件缺中文题名，此为英文题名" in write_paper(paper)
    assert '<span lang="en">[A Sample](../papers/sample/index.md)</span>' in weave([paper], {})["papers/index.md"]


def test_papers_stand_in_the_order_of_their_sources_and_samples_last() -> None:
    second = FRONT.model_copy(update={"slug": "second", "title": "乙", "sample": False})
    listed = nav([Edited(FRONT), Edited(second)], {"papers/index.md", *(f"papers/{each.slug}/index.md" for each in (FRONT, second))})[1]['论文 <span lang="en">Papers</span>']
    assert listed == ["papers/index.md", {"乙": "papers/second/index.md"}, {"样例": "papers/sample/index.md"}]


def test_former_ids_lead_to_the_paragraph_that_took_their_place() -> None:
    page = write_paper(Edited(FRONT, work=work_of("paragraph p1 1: 甲乙。"), former={"p2": "p1", "p3": "p1"}))
    assert '<a id="p2" class="former-id"></a><a id="p3" class="former-id"></a>甲乙。\n{: #p1 data-lines="1" }' in page


def test_the_apparatus_lists_every_emendation_with_its_place() -> None:
    kinds = [EMENDED, Emendation("e2", 9, "join", 2, "跨栏。", "p1"), Emendation("e3", 12, "split", 3, "另起。", "p2", source="又"),
             Emendation("e4", 15, "level", 4, "同级。", level=2), Emendation("e5", 18, "role", 5, "书眉。", role="furniture")]
    work = work_of("paragraph p1 1: 作{e1:改过}的字。\nparagraph p2 3: 又一段。")
    page = write_paper(Edited(FRONT, work=work, emendations=kinds))
    assert '<a href="#apparatus">5 处，见校勘表</a>' in page
    assert "- [p1](#e1)，第 1 行，改字：原文作「改鍋」，今读作「改过」。据注 2。\n" in page
    assert "- [p1](#p1)，第 2 行，接段：" in page
    assert "- [p2](#p2)，第 3 行，分段：原文与上文相连，今自「又」起另为一段。另起。\n" in page
    assert "- e4，第 4 行，标题级次：标题定为第 2 级。同级。\n{: #apparatus-e4 }\n- e5，第 5 行，归类：" in page
    assert "归类：此行归为 furniture。书眉。\n{: #apparatus-e5 }\n" in page


WORK = "paragraph p1 1: 引言。\nheading s1 2: >一、甲[^n1-1]\nparagraph p2 3: 乙[^n1-2]\nheading s1-1 4: >>（一）丙\n" \
    "paragraph p3 5: 丁\nparagraph p4 6: 戊[^?9]\nnote n1-1 7: 注\nnote n1-2 8: 注"
OUTLINE = "id\tlevel\ttitle\tparagraphs\tnotes\n\t0\t\t1\t0\ns1\t1\t一、甲\t1\t2\ns1-1\t2\t（一）丙\t2\t0\n"


def test_an_outline_counts_what_stands_under_each_heading() -> None:
    assert outline_of(work_of(WORK)) == OUTLINE


def test_without_its_source_a_page_has_an_outline_and_says_what_to_get() -> None:
    page = write_paper(Edited(FRONT, "编者按。", outline=parse_outline(OUTLINE)))
    read = Reader(markdown().reset().convert(page.split("---\n", 2)[2]))
    assert "编者按。" in page and "`sample.txt`（SHA-256 为 `" + "0" * 64 + "`，用第 1–12、20–21 行）" in page
    assert '- （引言） <span class="count">1 段</span>\n' in page
    assert '    - <a id="s1-1"></a>（一）丙 <span class="count">2 段</span>\n' in page
    assert not read.links or set(read.links) <= {"#title", "#outline"}


def test_without_its_source_a_page_still_answers_the_addresses_of_paragraphs() -> None:
    paper = Edited(FRONT, outline=parse_outline(OUTLINE), addresses=["p1", "p2", "p1", "s1", "p3"])
    html = markdown().reset().convert(write_paper(paper).split("---\n", 2)[2])
    box = html.split('<div class="missing-source">', 1)[1].split("</div>", 1)[0]
    assert re.findall(r'<span id="(\w+)"></span>', box) == ["p1", "p2", "p3"]
    assert "p2" not in write_paper(Edited(FRONT, work=work_of("paragraph p1 1: 字。"), addresses=["p1", "p2"]))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and "<a" not in box and "tabindex" not in box


@pytest.mark.parametrize("line", ["s1\t1\t甲\t2", "s1\tx\t甲\t2\t0", "", "s1\t1\t甲\t2\t-1"])
def test_an_outline_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_outline(OUTLINE + line + "\nalso wrong\n", "docs/papers/x/outline.tsv")
    assert [problem.line for problem in refused.value.problems] == [5, 6]
    assert all(problem.code == "OUT001" for problem in refused.value.problems)


def test_the_overview_and_written_pages_list_the_papers() -> None:
    pages = weave([Edited(FRONT)], {"index.md": "前\n\n<!-- papers -->\n\n后\n", "about/x.md": "<!-- papers -->",
                                   "about/y.md": "写 `<!-- papers -->`。\n"})
    assert "写 `<!-- papers -->`。\n" in pages["about/y.md"]
    line = '<span class="tag">样稿</span><br>\n  <span class="by">范文例，《样稿集刊》2026 年第 1 期，第 7–9 页</span>\n'
    assert pages["index.md"] == f"前\n\n- [样例](papers/sample/index.md) {line}\n\n后\n"
    assert pages["about/x.md"].partition("</nav>\n\n")[2] == f"- [样例](../papers/sample/index.md) {line}"
    assert "本版收论文 0 篇，另有自编样稿 1 篇" in pages["papers/index.md"]
    found = sorted(path for path in pages if path.endswith(".md"))
    assert found == ["about/x.md", "about/y.md", "index.md", "papers/index.md", "papers/sample/index.md", "search/index.md"]


def test_a_mark_of_the_list_of_papers_in_a_source_is_text() -> None:
    paper = Edited(FRONT, work=work_of("paragraph p1 1: <!-- papers -->"))
    assert "&lt;!-- papers -->" in weave([paper], {})[paper.path]
