"""Sources and content that mean harm: none of it comes onto a page as HTML, none keeps the tools busy."""

import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from time import process_time

import pytest
import yaml
from edition.bibliography import as_item, read_bib
from edition.catalogue import load
from edition.catalogue.front_matter import split
from edition.checking import check
from edition.checking.security import outside_subset
from edition.commands import weave as weaving
from edition.files import SOURCE_LIMIT, TEXT_LIMIT
from edition.problems import Report
from markdown import Markdown
from sound_edition import small_edition

PAYLOADS = ("<script>hit()</script>", "<img src=x onerror=hit()>", "<svg/onload=hit()>", "[a](javascript:hit())", "![a](https://evil.example/a.png)",
            '"><iframe src="//evil.example">', "x {: onclick=hit() }", "<!--><b onclick=hit()>-->", "`</code><script>hit()</script>`",
            "&lt;script&gt;hit()&lt;/script&gt;", "<javascript:hit()>", "[a]: javascript:hit()", "{{ hit() }}", "</div></article><form action=x>")
HARMFUL = {"script", "iframe", "object", "embed", "style", "link", "meta", "base", "img"}


class Elements(HTMLParser):
    """Gathers what a browser would act on: harmful elements, handlers, addresses with a script."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.own = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag in HARMFUL and "application/json" not in str(values.get("type")):
            self.found.append(tag)
        self.found += [name for name in values if name.startswith("on") or name in ("srcdoc", "formaction", "action")]
        self.found += [value for name, value in values.items() if name in ("href", "src") and re.match(r"\s*(javascript|data|//)", value or "")]

    handle_startendtag = handle_starttag


def harm_in(page: str) -> list[str]:
    """Return what is harmful in a woven page, its head included, rendered with the extensions of the site."""
    parts = split(page)
    meta = yaml.safe_load(parts.yaml or "") or {}
    elements = Elements()
    elements.feed(Markdown(extensions=["attr_list", "fenced_code", "md_in_html", "tables", "toc", "edition.site.notes", "edition.site.places"]).convert(parts.body))
    shown = [value for key in ("title", "description") if (value := str(meta.get(key, ""))) and re.search(r'[<"]', value)]
    return elements.found + shown


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)
    return small_edition(tmp_path / "edition")


def woven(root: Path) -> dict[str, str]:
    """Return the woven pages of an edition."""
    report = weaving.weave_all(root, root / "papers", root / "built").report
    assert not report.failed, list(report)
    return {path.relative_to(root / "built").as_posix(): path.read_text("utf-8") for path in (root / "built").rglob("*.md")}


def test_no_html_of_a_source_reaches_a_page(place: Path) -> None:
    """As title, author, heading, paragraph, keyword, note, caption and cell of a table."""
    first, *others = PAYLOADS
    said = "".join(f"先记时间与地点，{payload}，再记谁说了什么。\n" for payload in others)
    raw = f"""座谈会{first}

梅小雨{others[0]}

摘要：{first}记录的要点。
关键词：座谈会；{others[1]}

一、{others[3]}

本文谈怎样记录{first}一次座谈会。①
{said}
表1 {first}
年份 次数
2001 {others[0]}
资料来源：{first}

① 梅小雨：《{first}》，http://example.org/{others[0]}，第1页。
""".encode()
    (place / "papers/talks.txt").write_bytes(raw)
    page = place / "docs/papers/talks/index.md"
    text = re.sub("sha256: .*", f"sha256: {hashlib.sha256(raw).hexdigest()}", page.read_text("utf-8"))
    page.write_text(text.replace("[[1, 4]]", f"[[1, {len(raw.splitlines())}]]"), "utf-8")
    for name in ("papers/talks/emendations.yml", "papers/talks/annotations.yml", "papers/talks/anchors.tsv", "data/voices.csv", "data/pictures.yml", "about/reading.md"):
        (place / "docs" / name).unlink()
    pages = woven(place)
    assert "hit()" in re.sub(r"\\(?=[()])", "", "".join(pages.values()))
    assert {name: harm for name, text in pages.items() if (harm := harm_in(text))} == {}


def test_no_html_of_a_value_reaches_a_page(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if no rule had refused it."""
    payload = "".join(PAYLOADS[:6])
    for name, values in {
        "docs/papers/talks/index.md": ("座谈会纪要的写法", "梅小雨", "仅供测试", "纪要研究", "据封面"),
        "docs/papers/talks/emendations.yml": ("与下文一致", "每次"), "docs/glossary/roundtable.md": ("roundtable", "茶话会"),
        "docs/data/pictures.yml": ("每年一柱。", "由三次增到五次。", "Voices", "发言", "纪要。"),
        "bib/works.bib": ("主语与责任", "范文例", "样例出版社"),
    }.items():
        text = (place / name).read_text("utf-8")
        for value in values:
            text = re.sub(rf"(?<=[:{{\[] ){value}|(?<=[{{\[]){value}", lambda _: payload if name.endswith(".bib") else f"'{payload}'", text, count=1)
        (place / name).write_text(text, "utf-8")
    assert not [problem for problem in load(place).findings if problem.code.startswith("YML")]
    monkeypatch.setattr(weaving, "check", lambda edition: Report())
    pages = woven(place)
    assert "hit()" in re.sub(r"\\(?=[()])", "", "".join(pages.values()))
    assert {page: harm for page, text in pages.items() if (harm := harm_in(text))} == {}


@pytest.mark.parametrize("payload", [
    *PAYLOADS[:6], PAYLOADS[7], PAYLOADS[10], "<IMG SRC='x'>", "<a\nhref='x'\nonmouseover=hit()>a</a>", "[a](<javascript:hit()>)", "[a]( JaVaScRiPt:hit())",
    "[a](&#x6A;avascript:hit())", "[a][b]\n\n[b]: <javascript:hit()>", "[b]: data:text/html,x\n\n[b]", "# a {onclick=hit()}", "**a**{: style=x }",
    "| a |\n|---|\n| <script>hit()</script> |", "<div markdown>\n<script>hit()</script>\n</div>", "<div onclick=\"hit()\" markdown>\n\na\n\n</div>",
    "[![a](x.png)](javascript:hit())", "[[[a]]](javascript:hit())", "<details open ontoggle=hit()>", "<math><style><img src></style></math>", "<?php hit() ?>",
    "<![CDATA[<script>hit()</script>]]>", "[a](//evil.example)", "[a](\\\\evil.example)", "<div class=\"a\" style=\"x\">\n</div>"])
def test_markdown_outside_the_subset_is_found(payload: str) -> None:
    assert outside_subset(f"编者的话。\n\n{payload}\n")


@pytest.mark.parametrize("sound", [
    "`<script>`", "```\n<script>\n```", "3 < 5 > 2", "a <b", "&lt;script>", "[a](b.md#c)", "<https://example.org/?a=b&c=d>", "[a](https://example.org/?a=1&b=2)",
    "<div lang=\"en\" markdown>\n\na\n\n</div>", "<!-- papers -->", "a{: .lead }", "# a {#b lang=\"en\"}", "![a](hall.png)", "{a=b}", "`{: onclick=x }`", "a<br>b"])
def test_the_subset_passes(sound: str) -> None:
    assert outside_subset(f"编者的话。\n\n{sound}\n") == ()


BOMBS = {
    "line": "a" * (TEXT_LIMIT - 10), "brackets": "[" * 400_000, "bracket lines": ("[" * 19 + "\n") * 20_000, "quotations": "> " * 200_000,
    "quotation lines": "> > > > > a\n\n" * 30_000, "lists": "1. " * 150_000, "list lines": "- a\n" * 120_000, "emphasis": "*a " * 150_000,
    "emphasis lines": ("*a " * 3000 + "\n\n") * 50, "ticks": ("`a``" * 2400 + "\n\n") * 50, "blanks": (" " * 9000 + "x\n") * 50,
    "comments": "<!--" * 120_000, "tags": "<div>\n" * 80_000, "links": ("[a](" * 19 + "\n\n") * 6000, "citations": ("[@a; " * 19 + "\n") * 5000,
    "rows": "|a" * 4900 + "\n" + "|-" * 4900 + "\n", "entities": "&amp;" * 90_000, "headings": "# a {#b}\n" * 50_000, "pairs": "“‘" * 80_000,
    "fences": "```\n" * 120_000, "references": "[a]: b\n" * 70_000, "images": ("![a](b.png)" * 900 + "\n\n") * 45, "braces": "{: a=b" * 80_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_page_that_would_explode_is_checked_in_bounded_time(name: str, place: Path) -> None:
    text = f"# 读法 {{#title}}\n\n{BOMBS[name]}".encode()[:TEXT_LIMIT]
    (place / "docs/about/bomb.md").write_text(text.decode(errors="ignore"), "utf-8")
    begun = process_time()
    check(load(place))
    assert process_time() - begun < 20


@pytest.mark.parametrize("text", ["a: &a [" + "*a, " * 9 + "]\n", "[" * 200_000, "{a: " * 90_000, "- " * 200_000, "a: |\n" + " b\n" * 150_000,
                                  "a: \"" + "\\" * 400_000, "? " * 200_000, "a: " * 100_000, "- {a: b}\n" * 45_000, "#" * 400_000, "'" * 400_000])
def test_yaml_that_would_explode_is_checked_in_bounded_time(text: str, place: Path) -> None:
    (place / "docs/papers/talks/emendations.yml").write_text(text, "utf-8")
    begun = process_time()
    assert check(load(place)).failed
    assert process_time() - begun < 20


def test_a_source_of_one_line_of_fifty_megabytes_is_refused_at_once(place: Path) -> None:
    (place / "papers/talks.txt").write_bytes(b"a" * 50_000_000)
    begun = process_time()
    assert {"SRC004"} == {problem.code for problem in check(load(place)) if problem.code.startswith("SRC")}
    assert process_time() - begun < 5


@pytest.mark.parametrize("line", ["表1 茶\n茶 1 2\n", "表1 茶\n", "表1 茶\n" + "茶 1 2\n" * 300, "一、座谈\n", "① 见某书，第1页。\n", "[[[[((((\n", "1 2 3 4 5\n", "a" * 19_000 + "\n"])
def test_a_long_source_takes_time_in_proportion(line: str, place: Path) -> None:
    """The time for twice the text is no more than three times as long; the largest that is read has `SOURCE_LIMIT` bytes."""
    from edition import reading

    def seconds(size: int) -> float:
        text = line * (size // len(line.encode()))
        begun = process_time()
        reading.read(text, [[(1, text.count("\n"))]])
        return process_time() - begun

    assert seconds(120_000) < 3 * seconds(60_000) + 0.3 and SOURCE_LIMIT < 5_000_000


@pytest.mark.parametrize("field", ["author = {%s}", 'title = "%s"', "author = {a{%s}}"])
@pytest.mark.parametrize("part", ["{a} and ", "{\"} ", "a, {b}, ", "{a} {b} "])
def test_a_long_field_takes_time_in_proportion(field: str, part: str) -> None:
    def seconds(times: int) -> float:
        begun = process_time()
        entries, _ = read_bib("@book{a2020b,\n  " + field % (part * times) + "\n}\n", "bib/works.bib")
        for entry in entries:
            as_item(entry)
        return process_time() - begun

    assert seconds(20_000) < 3 * seconds(10_000) + 0.3
