"""The site: notes and their labels, the pages people wrote, and what a reader sees of the sample in a browser."""

import re
from pathlib import Path

import pytest
from browsing import Site
from edition.reading import reasons
from edition.site.notes import label_of
from markdown import Markdown
from playwright.sync_api import Page

SAMPLE = "papers/sample-communiques/"
PHONE = {"width": 390, "height": 844}


def render(text: str) -> str:
    return Markdown(extensions=["attr_list", "edition.site.notes"]).convert(text)


@pytest.mark.parametrize("note, label", [
    ("n21-3", "21-3"), ("n-3", "3"), ("n-3b", "3"), ("n21-3b", "21-3"), ("n7-star", "7-*"), ("n7-starb", "7-*"),
    ("other", "other"), ("cite-b", "b"),
])
def test_a_note_is_labelled_by_page_and_mark(note: str, label: str) -> None:
    assert label_of(note) == label


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    html = render('字[^n21-3]。\n\n[^n21-3]: 注文。\n    {: data-lines="9" }\n')
    assert '<a aria-label="注 21-3" class="footnote-ref" href="#n21-3" id="ref-n21-3">21-3</a>' in html
    assert '<li id="n21-3">\n<p data-lines="9"><span class="footnote-label">21-3</span>注文。<a' in html
    assert 'href="#ref-n21-3" title="回到正文注 21-3 处"' in html


def test_a_note_with_two_marks_leads_back_to_both() -> None:
    html = render("甲[^n1-1]乙[^n1-1]\n\n[^n1-1]: 注。\n")
    assert re.findall(r'id="(ref-[^"]+)"', html) == ["ref-n1-1", "ref-n1-1-2"]
    assert re.findall(r'href="#(ref-[^"]+)"', html) == ["ref-n1-1", "ref-n1-1-2"]


def test_a_note_without_a_mark_says_so_and_leads_nowhere() -> None:
    html = render("正文。\n\n[^n1-1]: 注。\n")
    assert "（正文未见此注码）" in html and "href" not in html


def test_what_looks_like_a_mark_but_has_no_note_is_text() -> None:
    assert render("字[^x]") == "<p>字[^x]</p>"


def test_the_principles_list_every_class_of_normalising(root: Path) -> None:
    page = (root / "docs/about/principles.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- (.+?)。?$", page, re.MULTILINE)
    assert [meaning for meaning in reasons.MEANING.values() if meaning.rstrip("。") not in listed] == []


@pytest.mark.parametrize("path", ["index.md", "about/principles.md", "about/citing.md", "about/editing.md"])
def test_written_pages_have_a_description_and_ids_of_their_own(root: Path, path: str) -> None:
    text = (root / "docs" / path).read_text(encoding="utf-8")
    assert re.search(r"^description: .{20,}$", text, re.MULTILINE)
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    assert all(re.search(r"\{#[\w-]+(?: lang=\"en\")?\}$", line) for line in prose.splitlines() if line.startswith("#"))


def test_paragraphs_have_addresses_and_source_lines(page: Page) -> None:
    page.goto(SAMPLE)
    count = page.locator("p[id^=p]").count()
    assert count > 10
    assert page.locator("p[id^=p][data-lines]").count() == count
    assert page.locator("h2#s1, h3#s1-1").count() == 2
    assert page.locator("[id^=_]:not([id^=__])").count() == 0


def test_a_paragraph_over_a_page_break_is_one(page: Page) -> None:
    page.goto(SAMPLE)
    paragraph = page.locator("p:has(#page-8)")
    assert paragraph.get_attribute("data-lines").count(",") == 1
    assert "¦" not in paragraph.inner_text() and "8" not in paragraph.inner_text()


def test_printed_pages_stand_in_the_margin_and_name_themselves(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(SAMPLE)
    assert page.locator(".page-break").evaluate_all("all => all.map(a => a.dataset.page)") == ["7", "8", "9"]
    assert page.get_by_role("link", name="原刊第 8 页由此起").count() == 1
    style = "(a, name) => getComputedStyle(a, '::after')[name]"
    assert page.locator("#page-8").evaluate(style, "content").startswith('"8"')
    assert page.locator("#page-8").evaluate(style, "position") == "absolute"


def test_a_mark_leads_to_its_note_and_back(page: Page) -> None:
    page.goto(SAMPLE)
    page.locator("#ref-n8-2").click()
    assert page.url.endswith("#n8-2")
    note = page.locator("#n8-2")
    assert note.locator(".footnote-label").inner_text() == "8-2"
    assert note.locator("a[href^=http]").get_attribute("href").startswith("https://www.un.org/")
    note.locator(".footnote-backref").click()
    assert page.url.endswith("#ref-n8-2")


def test_the_table_is_a_table(page: Page) -> None:
    page.goto(SAMPLE)
    table = page.locator("figure.table")
    assert table.locator("th").count() == 4 and table.locator("tbody tr").count() == 5
    assert "公报常用动词的分量" in table.locator("figcaption").inner_text()
    assert table.locator(".table-source").inner_text().startswith("资料来源")


def test_the_english_abstract_is_english(page: Page) -> None:
    page.goto(SAMPLE)
    assert page.locator("div.abstract[lang=en] p").last.inner_text().startswith("A communiqué is a text")


def test_source_lines_are_shown_on_demand_and_remembered(page: Page) -> None:
    page.goto(SAMPLE)
    lines = "() => getComputedStyle(document.querySelector('#p1'), '::after').content"
    assert page.evaluate(lines) in ("none", "normal")
    for _ in range(2):
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("原文行").check()
        assert "〔" in page.evaluate(lines)
        page.reload()
        assert "〔" in page.evaluate(lines)


ADDRESSES = ("", "papers/", SAMPLE, "bibliography/", "about/principles/", "about/citing/", "about/editing/")


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_both_schemes(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(SAMPLE)
    told = ("#p1", ".footnote-label", ".footnote-ref", ".facts dt", ".remark", ".footnote-backref", ".inferred",
            ".work", ".cite-box summary")
    for selector in told:
        assert contrast(page, selector) >= 4.5, selector


def contrast(page: Page, selector: str) -> float:
    """Return the contrast of an element's text with the page, after WCAG 2.2 § 1.4.3."""
    return page.locator(selector).first.evaluate("""element => {
        const light = color => {
            const canvas = document.createElement("canvas").getContext("2d", { colorSpace: "srgb" });
            canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const pair = [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor].map(light);
        return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    }""")


@pytest.mark.parametrize(("system", "chosen", "scheme"), [
    ("dark", None, "slate"), ("light", None, "default"), ("dark", 1, "default"), ("light", 2, "slate"), ("dark", 0, "slate"),
])
def test_the_colours_are_right_before_anything_is_painted(page: Page, system: str, chosen: int | None, scheme: str) -> None:
    """`chosen` is the place among the three: as the system has it, light, dark."""
    page.emulate_media(color_scheme=system)
    page.goto("")
    if chosen is not None:
        page.locator(".palette input").nth(chosen).dispatch_event("click")
    page.route("**/*.js", lambda route: route.abort())
    page.goto("papers/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme


def test_dark_is_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_every_page_has_a_description_and_one_main_heading(site: Site) -> None:
    pages = list(site.folder.rglob("index.html"))
    assert len(pages) >= 6
    for file in pages:
        html = file.read_text(encoding="utf-8")
        assert re.search(r'<meta name="description" content="[^"]{10,}">', html), file
        assert len(re.findall(r"<h1\b", html)) == 1, file


def test_what_is_not_there_is_said_in_chinese(page: Page) -> None:
    page.goto("no/such/page/")
    assert page.locator("h1").inner_text() == "没有这一页"
