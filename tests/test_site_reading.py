"""The reading page in a browser, on papers of the edition: its lines, its margins, its settings, its notes, its print."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site, open_page, wait_until
from edition.weaving.english_runs import mark_english
from playwright.sync_api import Browser, Page
from test_site import contrast
from test_weaving import markdown
from visiting import Visit

LONGEST = "papers/zhang-un-cyber/"
MANY_NOTES = "papers/lu-zhang-multilateralism/"
EMENDED = "papers/gd-resilience/"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}

LINES = Path(__file__).with_name("lines.js").read_text("utf-8")
"""Returns what begins each line of the text, what ends it, and how many characters stand on it."""


@pytest.fixture
def paper(papers: Path, page: Page) -> Page:
    """A page that may go to the papers, which are at hand."""
    return page


@pytest.fixture
def touch(papers: Path, visit: Visit, site: Site) -> Iterator[Page]:
    with visit(site, viewport=PHONE, has_touch=True) as page:
        yield page


@pytest.fixture
def first_visit(papers: Path, browser: Browser, site: Site) -> Iterator[Page]:
    """A page in a browser that keeps nothing yet, as what a page costs is measured."""
    with open_page(browser, site) as page:
        yield page


# Lines


@pytest.mark.parametrize("size", [PHONE, {"width": 768, "height": 1024}, DESK], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("path", [MANY_NOTES, LONGEST])
def test_no_line_begins_with_a_closing_mark_or_a_notes_mark(paper: Page, path: str, size: dict) -> None:
    paper.set_viewport_size(size)
    paper.goto(path)
    for letters in ("", "large"):
        paper.evaluate("size => edition.choose('size', size)", letters)
        seen = paper.evaluate(LINES)
        assert seen["marks"] > 50 and len(seen["lines"]) > 200
        assert [line for line in seen["lines"] if line["first"] in "，。、；：！？”’）》〉」』】"] == []
        assert [line for line in seen["lines"] if line["isMark"]] == []
        assert [line for line in seen["lines"] if line["first"] == line["before"] and line["first"] in "—…"] == []


def test_a_line_on_a_desk_has_32_to_38_characters(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    counts = sorted(line["count"] for line in paper.evaluate(LINES)["lines"] if line["place"])
    assert 32 <= counts[len(counts) // 2] and counts[-1] <= 38
    height, size = paper.locator("#p5").evaluate("p => [getComputedStyle(p).lineHeight, getComputedStyle(p).fontSize].map(parseFloat)")
    assert 1.7 <= height / size <= 1.9


# English


@pytest.mark.parametrize("text, marked", [
    ("约翰·史密斯（John Smith）说", "约翰·史密斯（[John Smith]）说"), ("他说“Hello world”。", "他说“[Hello world]”。"),
    ("“A Title,” A Journal, Vol. 9, 2011, pp. 1–10。", "[“A Title,” A Journal, Vol. 9, 2011, pp. 1–10]。"),
    ("WTO 与 GDP", "WTO 与 GDP"), ("见 https://www.un.org/en/About。", "见 https://www.un.org/en/About。"),
    ("中国（China’s）", "中国（[China’s]）"), ("甲——English", "甲——[English]"), ("A” 与 “B", "A” 与 “B"), ("", ""),
])
def test_runs_of_english_are_found(text: str, marked: str) -> None:
    assert re.sub(r'<span lang="en">(.*?)</span>', r"[\1]", mark_english(text, str)) == marked


@pytest.mark.parametrize("html", [
    '<svg><text>Some Words</text></svg>', '<span lang="en">Some Words <b>and</b> more</span>', "<code>some words</code>",
    "&mdash;", '<span lang="fr">Un <span>mot</span> encore</span>',
])
def test_what_is_no_text_or_says_its_language_is_left_as_it_is(html: str) -> None:
    assert html in markdown().reset().convert(f"甲{html}乙 Some End")


def test_english_is_marked_without_a_word_lost() -> None:
    html = markdown().reset().convert("甲 & Some Body (*A Journal*, `code here`) &amp; Sons\\[x\\]<br>乙 <https://a.org/Some>")
    assert '甲 &amp; <span lang="en">Some Body (</span><em lang="en">A Journal</em>' in html and "<code>code here</code>" in html
    assert re.sub(r"<[^>]+>", "", html) == "甲 &amp; Some Body (A Journal, code here) &amp; Sons[x]乙 https://a.org/Some"


@pytest.mark.parametrize("path", [LONGEST, EMENDED, "papers/yang-zhang-trilateral/", "bibliography/", "themes/climate-governance/"])
def test_all_english_says_that_it_is(paper: Page, path: str) -> None:
    paper.goto(path)
    left, marked = paper.evaluate("""() => {
        const left = [], walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode();) {
            const words = node.data.replace(/(https?:\\/\\/|www\\.)\\S+/g, "");
            const apart = node.parentElement.closest("[lang=en], code, script, .address, .uses, select, .kind");
            if (!apart && /[A-Za-z]{2,}[a-z]{2,} [A-Z]?[a-z]{2,}/.test(words)) left.push(words);
        }
        return [left, document.querySelectorAll("article [lang=en]").length];
    }""")
    assert left == [] and marked > 5


def test_english_titles_in_the_lists_of_pages_and_contents_are_marked(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    assert paper.locator(".md-nav--primary a:has-text('Trilateral') [lang=en]").count() == 1
    assert paper.locator(".md-sidebar--secondary [lang=en]", has_text="Editors’ note").count() == 1


def test_quotation_marks_are_wide_in_chinese_and_narrow_in_english(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    wide, narrow = paper.evaluate("""() => {
        const width = (root, english) => {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            for (let node; node = walker.nextNode();) {
                const at = node.data.indexOf("“", 1);
                if (at < 0 || Boolean(node.parentElement.closest("[lang=en]")) !== english) continue;
                const range = document.createRange();
                range.setStart(node, at); range.setEnd(node, at + 1);
                return range.getBoundingClientRect().width / parseFloat(getComputedStyle(node.parentElement).fontSize);
            }
        };
        return [width(document.querySelector("#p6"), false), width(document.querySelector(".footnote"), true)];
    }""")
    assert wide > 0.9 > 0.6 > narrow


# Settings


def test_face_and_size_are_chosen_by_keyboard_and_remembered(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    style = "name => getComputedStyle(document.querySelector('.md-typeset')).getPropertyValue(name)"
    face, size = paper.evaluate(style, "font-family"), paper.evaluate(style, "font-size")
    paper.get_by_role("button", name="阅读设置").focus()
    paper.keyboard.press("Enter")
    assert paper.locator("#reading-panel").is_visible()
    paper.get_by_label("宋体").focus()
    paper.keyboard.press("ArrowRight")
    paper.get_by_label("特大").check()
    chosen = paper.evaluate(style, "font-family"), paper.evaluate(style, "font-size")
    assert chosen[0] != face and "Sans" in chosen[0] and float(chosen[1][:-2]) > float(size[:-2])
    paper.keyboard.press("Escape")
    assert not paper.locator("#reading-panel").is_visible()
    paper.goto("themes/climate-governance/")
    assert (paper.evaluate(style, "font-family"), paper.evaluate(style, "font-size")) == chosen
    paper.get_by_role("button", name="阅读设置").click()
    assert paper.get_by_label("黑体").is_checked() and paper.get_by_label("特大").is_checked()


def test_a_setting_that_is_not_ours_does_no_harm(paper: Page) -> None:
    paper.goto("about/principles/")
    faults: list[str] = []
    paper.on("pageerror", lambda fault: faults.append(str(fault)))
    for kept in ("{", "null", '{"face": "\\"><img>", "size": 7}', '"text"'):
        paper.evaluate("kept => localStorage.setItem('edition.reading', kept)", kept)
        paper.reload()
        assert faults == [] and paper.locator("html").get_attribute("data-face") is None


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_settings_fit_a_narrow_screen(paper: Page, width: int) -> None:
    paper.set_viewport_size({"width": width, "height": 700})
    paper.goto(MANY_NOTES)
    paper.get_by_role("button", name="阅读设置").click()
    box = paper.locator("#reading-panel").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
    paper.get_by_label("特大").check()
    assert paper.evaluate("document.documentElement.scrollWidth") <= width


# Margins


def test_a_paragraphs_number_stands_in_the_margin_when_wanted(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    number, text = paper.locator("#p4 > a.place"), paper.locator("#p4")
    seen = "a => [getComputedStyle(a).opacity, getComputedStyle(a, '::before').content]"
    assert number.evaluate(seen)[0] == "0" and number.evaluate(seen)[1].startswith('"p4"')
    assert number.bounding_box()["x"] >= text.bounding_box()["x"] + text.bounding_box()["width"] - 1
    assert abs(number.bounding_box()["y"] - text.bounding_box()["y"]) < 6
    text.hover(position={"x": 200, "y": 20})
    wait_until(paper, "getComputedStyle(document.querySelector('#p4 > a.place')).opacity === '1'")
    paper.get_by_role("button", name="阅读设置").click()
    paper.get_by_label("段号常显").check()
    wait_until(paper, "getComputedStyle(document.querySelector('#p9 > a.place')).opacity === '1'")


def test_a_paragraphs_mark_never_stands_alone_on_a_line(touch: Page) -> None:
    touch.goto(MANY_NOTES)
    alone = touch.evaluate("""() => [...document.querySelectorAll("a.place")].filter((link) => {
        const range = document.createRange();
        range.setStartBefore(link.parentElement.firstChild); range.setEndBefore(link);
        const last = [...range.getClientRects()].pop();
        return link.getClientRects()[0].top > last.bottom;
    }).map((link) => link.dataset.place)""")
    assert alone == [] and touch.locator("a.place").count() > 30


def test_printed_pages_stand_left_of_the_text(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    inside = paper.locator("p[id^=p] > .page-break")
    assert inside.count() > 10
    starts = inside.evaluate_all("all => all.map(a => [a.getAttribute('href'), '#' + a.id])")
    assert all(href == own for href, own in starts)
    offsets = inside.evaluate_all("all => all.map(a => getComputedStyle(a, '::after').insetInlineStart)")
    assert set(offsets) == {"-54px"}


# Emended places


def test_an_emended_place_says_what_the_source_has_and_why(paper: Page) -> None:
    paper.goto(EMENDED)
    place, tip = paper.locator("a.emended").first, paper.locator(".tip")
    place.focus()
    assert tip.is_visible() and re.search("原文作.+今读作.+。.+", tip.inner_text())
    paper.keyboard.press("Escape")
    assert not tip.is_visible()
    paper.locator("a.emended").last.hover()
    tip.wait_for(state="visible")
    place.focus()
    paper.keyboard.press("Enter")
    entry = paper.locator(place.get_attribute("href"))
    assert paper.url.endswith(place.get_attribute("href")) and "原文作" in entry.inner_text()
    entry.locator("a").first.click()
    assert paper.url.endswith("#" + place.get_attribute("id"))


# Notes

BESIDE = """() => [...document.querySelectorAll(".footnote li")].map((note) => {
    const { top, bottom, left, right } = note.getBoundingClientRect();
    const mark = document.getElementById("ref-" + note.id)?.getBoundingClientRect();
    return { top, bottom, left, right, mark: mark?.top };
})"""


def test_notes_stand_beside_their_marks_on_a_wide_screen(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    notes = sorted(paper.evaluate(BESIDE), key=lambda note: note["top"])
    text, contents = paper.locator("#p4").bounding_box(), paper.locator(".md-sidebar--secondary").bounding_box()
    assert len(notes) > 50 and notes[0]["top"] == pytest.approx(notes[0]["mark"], abs=10)
    assert all(above["bottom"] <= below["top"] for above, below in zip(notes, notes[1:]))
    assert all(note["top"] >= note["mark"] - 10 for note in notes if note["mark"])
    assert min(note["left"] for note in notes) > text["x"] + text["width"]
    assert max(note["right"] for note in notes) <= contents["x"]
    assert notes[-1]["bottom"] <= paper.locator("article").evaluate("a => a.getBoundingClientRect().bottom")
    at_mark = sum(note["top"] == pytest.approx(note["mark"], abs=10) for note in notes if note["mark"])
    assert at_mark > len(notes) / 3


def test_notes_stand_at_the_end_where_there_is_no_room_or_a_reader_wants_it(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    end = "() => document.querySelector('.footnote li').getBoundingClientRect().top > document.querySelector('#notes').getBoundingClientRect().top"
    assert not paper.evaluate(end)
    paper.get_by_role("button", name="阅读设置").click()
    paper.get_by_label("注文列于文末").check()
    wait_until(paper, end)
    paper.get_by_label("注文列于文末").uncheck()
    wait_until(paper, f"!({end})()")
    paper.set_viewport_size({"width": 1280, "height": 900})
    wait_until(paper, end)


def test_a_mark_is_large_enough_to_touch_and_the_way_back_is_exact(touch: Page) -> None:
    touch.goto(MANY_NOTES)
    mark = touch.locator("#ref-n18-1")
    mark.scroll_into_view_if_needed()
    hit = mark.evaluate("""link => {
        const { left, top, width, height } = link.getBoundingClientRect(), x = left + width / 2, y = top + height / 2;
        return [[0, 0], [-11, 0], [11, 0], [0, -11], [0, 11]].map(([right, down]) => document.elementFromPoint(x + right, y + down) === link);
    }""")
    assert hit == [True] * 5
    touch.goto(MANY_NOTES + "#n18-1")
    note = touch.locator("#n18-1")
    assert note.locator(".footnote-label").inner_text() == "18-1"
    note.locator(".footnote-backref").click()
    assert touch.url.endswith("#ref-n18-1") and 0 <= mark.bounding_box()["y"] <= PHONE["height"]


# Finding one's way


def test_the_contents_follow_the_reader(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    for section in ("s2-1", "s3-2"):
        paper.evaluate("id => document.getElementById(id).scrollIntoView()", section)
        wait_until(paper, "id => [...document.querySelectorAll('.md-nav--secondary .md-nav__link--active')].pop()?.hash === '#' + id", arg=section)
    link = paper.locator(".md-sidebar--secondary a[href='#s3-2']").bounding_box()
    assert 0 <= link["y"] <= DESK["height"]


def test_a_papers_foot_leads_to_its_neighbours(paper: Page) -> None:
    paper.set_viewport_size(PHONE)
    paper.goto(MANY_NOTES)
    for name, side in (("上一篇", "prev"), ("下一篇", "next")):
        link = paper.locator(f".md-footer__link--{side}")
        assert link.get_attribute("aria-label").startswith(f"{name}：") and "<" not in link.get_attribute("aria-label")
        assert re.fullmatch(r"\.\./[a-z-]+/", link.get_attribute("href"))
    paper.locator(".md-footer__link--next").click()
    assert paper.locator(".md-footer__link--prev").get_attribute("href") == "../lu-zhang-multilateralism/"


def test_a_papers_length_is_among_its_facts(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    said = paper.locator(".facts div", has_text="篇幅").inner_text()
    characters, notes, quick, slow = (int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", said))
    text = "".join(paper.locator("p[id^=p][data-lines]").evaluate_all(
        "all => all.map(p => { p = p.cloneNode(true); p.querySelectorAll('sup').forEach(s => s.remove()); return p.textContent; })"))
    assert characters == pytest.approx(len(re.findall(r"[一-鿿]", text)), rel=0.03)
    assert notes == paper.locator(".footnote li[id^=n]").count() and quick < slow
    assert (quick, slow) == (round(characters / 500), round(characters / 300))


def go_down_to(page: Page, paragraph: str) -> None:
    page.evaluate("id => document.getElementById(id).scrollIntoView()", paragraph)
    wait_until(page, "id => localStorage.getItem('edition.places')?.includes(`\"${id}\"`)", arg=paragraph)


def test_a_reader_who_comes_back_is_offered_the_place_and_not_moved(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    assert paper.locator(".return-bar").count() == 0
    go_down_to(paper, "p20")
    paper.goto("papers/")
    paper.goto(MANY_NOTES)
    bar = paper.locator(".return-bar")
    assert "上次读到第 p20 段" in bar.inner_text() and paper.evaluate("scrollY") == 0
    bar.get_by_role("link", name="接着读").click()
    assert paper.url.endswith("#p20") and 0 <= paper.locator("#p20").bounding_box()["y"] < 200 and bar.count() == 0
    paper.goto(LONGEST)
    assert bar.count() == 0


def test_the_place_is_not_kept_when_a_reader_does_not_want_it(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    go_down_to(paper, "p20")
    paper.goto("papers/")
    paper.goto(MANY_NOTES)
    paper.locator(".return-bar").get_by_role("button", name="不再记").click()
    assert paper.evaluate("localStorage.getItem('edition.places')") == "{}"
    paper.evaluate("document.getElementById('p25').scrollIntoView()")
    paper.wait_for_timeout(700)
    assert paper.evaluate("localStorage.getItem('edition.places')") == "{}"
    paper.goto("papers/")
    paper.goto(MANY_NOTES)
    assert paper.locator(".return-bar").count() == 0
    paper.get_by_role("button", name="阅读设置").click()
    assert paper.get_by_label("不记读到何处").is_checked()


def test_a_line_grows_with_what_is_read(paper: Page) -> None:
    paper.goto(MANY_NOTES)
    line = paper.locator(".progress-line")
    drawn = "() => new DOMMatrix(getComputedStyle(document.querySelector('.progress-line')).transform).a"
    assert paper.evaluate(drawn) == 0 and line.get_attribute("aria-hidden") == "true"
    paper.evaluate("document.getElementById('p20').scrollIntoView()")
    wait_until(paper, f"({drawn})() > 0.3 && ({drawn})() < 0.8")
    paper.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_until(paper, f"({drawn})() === 1")
    paper.set_viewport_size({"width": 1200, "height": 3000})
    paper.goto("papers/sample-communiques/")
    wait_until(paper, "document.querySelector('.progress-line').hidden")
    assert not line.is_visible()


# Print


def test_a_printed_paper_has_its_citation_at_the_head_and_its_notes_at_the_end(paper: Page) -> None:
    paper.set_viewport_size(DESK)
    paper.goto(MANY_NOTES)
    assert not paper.locator(".print-head").is_visible()
    paper.emulate_media(media="print")
    head = paper.locator(".print-head")
    assert head.is_visible() and paper.url in head.inner_text() and "国际问题研究" in head.inner_text()
    assert head.bounding_box()["y"] < paper.locator("h1").bounding_box()["y"]
    for interface in (".md-header", ".md-sidebar >> nth=0", ".md-footer", ".place >> nth=0", ".cite-box", ".progress-line", ".footnote-backref >> nth=0"):
        assert not paper.locator(interface).is_visible(), interface
    last = paper.locator("p[id^=p][data-lines]").last.bounding_box()
    tops = [note["top"] for note in paper.evaluate(BESIDE)]
    assert tops == sorted(tops) and tops[0] > last["y"] + last["height"]


def test_print_is_dark_on_white_in_every_scheme(paper: Page) -> None:
    paper.emulate_media(color_scheme="dark")
    paper.goto(MANY_NOTES)
    assert paper.locator("body").get_attribute("data-md-color-scheme") == "slate"
    paper.emulate_media(color_scheme="dark", media="print")
    for selector in ("#p5", ".byline", ".footnote li", ".print-head", ".facts dt", "#ref-n18-1"):
        assert contrast(paper, selector) >= 4.5, selector
    assert paper.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_page_of_editors_is_printed_with_its_citation(paper: Page) -> None:
    paper.goto("themes/climate-governance/")
    paper.emulate_media(media="print")
    head = paper.locator(".print-head")
    assert head.is_visible() and paper.url in head.inner_text() and not paper.locator(".cite-box").is_visible()


def test_paper_is_a4(paper: Page) -> None:
    paper.goto("papers/sample-communiques/")
    file = paper.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", file)
    assert len(boxes) > 2 and {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}


# What it costs


OWN = ("reading.js", "edition.js", "citing.js")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_scripts_move_nothing_and_hold_nothing_up(first_visit: Page, browser: Browser, size: dict) -> None:
    paper = first_visit
    paper.set_viewport_size(size)
    browser.start_tracing(page=paper, categories=["devtools.timeline"])
    paper.goto(LONGEST)
    paper.wait_for_timeout(300)
    paper.evaluate("document.getElementById('p20').scrollIntoView()")
    paper.wait_for_timeout(300)
    traced = json.loads(browser.stop_tracing())["traceEvents"]
    shift = paper.evaluate("""() => new Promise((tell) => {
        const sum = (list) => list.getEntries().filter((entry) => !entry.hadRecentInput).reduce((all, { value }) => all + value, 0);
        new PerformanceObserver((list) => tell(sum(list))).observe({ type: "layout-shift", buffered: true });
        setTimeout(tell, 200, 0);
    })""")
    # The time that the thread ran (`tdur`), which does not depend on what else the machine does.
    runs = [event["tdur"] for event in traced if event["name"] in ("EvaluateScript", "FunctionCall")
            and event["args"].get("data", {}).get("url", "").endswith(OWN)]
    assert shift <= 0.02 and len(runs) > 5 and max(runs) < 100_000


def test_without_scripts_the_page_is_whole(papers: Path, visit: Visit, site: Site) -> None:
    with visit(site, java_script_enabled=False, viewport=DESK) as page:
        page.goto(MANY_NOTES)
        assert not page.get_by_role("button", name="阅读设置").is_visible()
        assert page.locator(".footnote li").first.bounding_box()["y"] > page.locator("#notes").bounding_box()["y"]
        assert page.locator("a.footnote-ref").first.is_visible() and page.locator(".page-break").count() > 10
