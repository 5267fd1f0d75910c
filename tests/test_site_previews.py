"""Previews in a browser: what stands behind a link, by mouse, keyboard and touch; and what copying puts on the clipboard."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import Site
from playwright.sync_api import CDPSession, Locator, Page
from visiting import Visit, from_disk

SAMPLE, THEME, TERM = "papers/sample-communiques/", "themes/climate-governance/", "glossary/multilateralism/"
LIGHT = 10_000
"""Bytes that a preview may load."""


def names(page: Page) -> str:
    return page.locator(".tip .names").inner_text()


def shown(page: Page, link: Locator) -> str:
    """Point at a link and return what the preview says."""
    page.mouse.move(0, 0)
    page.locator(".tip").wait_for(state="hidden")
    link.hover()
    page.locator(".tip").wait_for(state="visible")
    return page.locator(".tip").inner_text()


def test_a_note_shows_its_text_with_links_but_no_note_and_no_second_id(page: Page) -> None:
    page.goto(SAMPLE)
    said = shown(page, page.locator("#ref-n7-3"))
    assert said.startswith("原刊第 7 页，注 3") and "样例出版社2024年版，第21页" in said and "↩" not in said
    assert page.locator(".tip a.work").get_attribute("href") == "../../bibliography/#fan2024subjects"
    assert page.locator(".tip sup, .tip .footnote-backref, .tip .footnote-label").count() == 0
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids)), "the note is not on the page twice"
    assert page.locator(".md-tooltip2").count() == 0


def test_the_keyboard_enters_a_note_and_goes_on_behind_its_mark(page: Page) -> None:
    page.goto(SAMPLE)
    mark, tip = page.locator("#ref-n7-3"), page.locator(".tip")
    mark.focus()
    assert tip.is_visible() and tip.get_attribute("role") == "group" and tip.get_attribute("aria-label") == "预览"
    assert mark.get_attribute("aria-describedby") == "tip" and mark.get_attribute("aria-label") == "注 7-3"
    page.keyboard.press("Tab")
    assert tip.locator("a.work").evaluate("link => link === document.activeElement") and tip.is_visible()
    page.keyboard.press("Shift+Tab")
    assert mark.evaluate("mark => mark === document.activeElement") and tip.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not tip.is_visible() and mark.evaluate("mark => mark === document.activeElement")
    assert mark.get_attribute("aria-describedby") is None
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert tip.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert mark.evaluate("mark => !!(mark.compareDocumentPosition(document.activeElement) & 4)")
    assert page.locator(":focus").evaluate("focused => !focused.closest('.tip, .footnote')")


def test_a_paragraph_of_the_same_page_is_shown_without_marks(page: Page) -> None:
    page.goto(SAMPLE)
    page.evaluate("""() => document.querySelector("#p1").insertAdjacentHTML("beforeend", '<a id="here" href="#p4">那里</a>')""")
    said = shown(page, page.locator("#here"))
    assert names(page).strip() == "第 p4 段，原刊第 7–8 页"
    own = page.locator("#p4").evaluate("""p => { const c = p.cloneNode(true);
        c.querySelectorAll("sup").forEach(mark => mark.remove()); return c.textContent; }""")
    assert said.endswith(own) and len(own) > 100


def test_other_pages_are_shown_for_little(page: Page, papers: Path) -> None:
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(len(response.body())) if "/previews/" in response.url else None)
    page.goto(THEME)
    link = page.locator('.md-content a[href$="hu-dong-climate/#p8"]').first
    assert len(shown(page, link)) > 200 and re.search(r"第 p8 段，原刊第 \d+(–\d+)? 页", names(page))
    assert len(loaded) == 2 and sum(loaded) <= LIGHT
    shown(page, page.locator('.md-content a[href$="hu-dong-climate/"]').first)
    assert len(loaded) == 2, "what was loaded once is kept"
    theme = page.locator('.md-content a[href="../trade-governance/"]').first
    assert len(shown(page, theme)) > 60 and page.locator(".tip .names b").inner_text() == theme.inner_text()
    assert page.locator(".tip .names [lang=en]").inner_text()
    page.goto("bibliography/")
    shown(page, page.locator('.md-content a[href*="#n"]').first)
    assert "注" in names(page)


def test_no_preview_is_heavy(site: Site) -> None:
    folder = site.folder / "previews"
    pages = [file for file in folder.rglob("*.js") if not file.stem.isdigit()]
    assert len(pages) > 200
    for file in pages:
        parts = [part.stat().st_size for part in file.with_suffix("").glob("[0-9]*.js")]
        assert file.stat().st_size + max(parts, default=0) <= LIGHT, file


def test_an_emended_place_says_what_the_source_has(page: Page, papers: Path) -> None:
    page.goto("papers/gd-resilience/")
    assert "原文作" in shown(page, page.locator(".md-content :is(.emended, [data-said])").first)


def test_nothing_is_shown_for_what_is_no_reading(page: Page) -> None:
    page.goto(SAMPLE)
    page.locator(".cite-box summary").click()
    for selector in (".downloads a", "#p4 > a.place", "h2 .headerlink"):
        page.locator(selector).first.hover()
        page.wait_for_timeout(350)
        assert not page.locator(".tip").is_visible(), selector


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_a_preview_is_on_the_screen_and_not_on_its_link(visit: Visit, site: Site, papers: Path, width: int) -> None:
    with visit(site) as page:
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(THEME)
        links = page.locator(".md-content p > :is(a[href*='#p'], .footnote-ref, .term)")
        tip = page.locator(".tip")
        for number in range(0, 24, 3):
            links.nth(number).scroll_into_view_if_needed()
            links.nth(number).focus()
            tip.wait_for(state="visible")
            box = tip.bounding_box()
            assert 0 <= box["x"] and box["x"] + box["width"] <= width and box["y"] >= 0 and box["y"] + box["height"] <= 700
            lines = links.nth(number).evaluate("link => [...link.getClientRects()].map(line => [line.top, line.bottom])")
            assert all(bottom <= box["y"] or top >= box["y"] + box["height"] for top, bottom in lines)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_preview_scrolls_with_the_page_and_does_not_print(page: Page) -> None:
    page.goto(SAMPLE)
    page.locator("#ref-n7-3").focus()
    tip = page.locator(".tip")
    before = tip.bounding_box()["y"] - page.locator("#ref-n7-3").bounding_box()["y"]
    page.evaluate("scrollBy(0, 60)")
    assert abs(tip.bounding_box()["y"] - page.locator("#ref-n7-3").bounding_box()["y"] - before) < 2
    page.emulate_media(media="print")
    assert not tip.is_visible()


@contextmanager
def phone(visit: Visit, site: Site) -> Iterator[tuple[Page, CDPSession]]:
    with visit(site, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}) as page:
        yield page, page.context.new_cdp_session(page)


def hold(page: Page, touches: CDPSession, link: Locator) -> None:
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    at = {"x": box["x"] + min(box["width"], 20) / 2, "y": box["y"] + 8}
    touches.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    page.wait_for_timeout(700)
    touches.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(100)


def test_a_long_touch_shows_and_a_short_one_follows(visit: Visit, site: Site, papers: Path) -> None:
    with phone(visit, site) as (page, touches):
        page.goto(THEME)
        link = page.locator('.md-content p > a[href*="hu-dong-climate/#p"]').first
        hold(page, touches, link)
        page.locator(".tip").wait_for(state="visible")
        assert THEME in page.url and page.locator(".tip .names a").get_attribute("href") == link.evaluate("link => link.href")
        page.touchscreen.tap(5, 790)
        page.locator(".tip").wait_for(state="hidden")
        link.tap()
        page.wait_for_url("**/papers/hu-dong-climate/#p*")


def test_the_first_touch_shows_a_note_and_the_second_goes_there(visit: Visit, site: Site) -> None:
    with phone(visit, site) as (page, _):
        page.goto(SAMPLE)
        mark = page.locator("#ref-n7-3")
        mark.tap()
        assert page.locator(".tip").is_visible() and "#" not in page.url
        mark.tap()
        page.wait_for_url("**#n7-3")
        assert not page.locator(".tip").is_visible()


def test_without_a_server_other_pages_are_shown_too(visit: Visit, site: Site, papers: Path) -> None:
    with visit(from_disk(site.folder)) as page:
        page.goto(f"{THEME}index.html")
        said = shown(page, page.locator('.md-content a[href$="hu-dong-climate/#p8"]').first)
        assert "第 p8 段" in said and len(said) > 200


# Copying

SELECT = """([from, start, to, end]) => {
  const node = (selector) => [...document.querySelector(selector).childNodes].filter((each) => each.nodeType === 3 && each.length > 2);
  const a = node(from), b = node(to);
  getSelection().setBaseAndExtent(a.at(start[0]), start[1], b.at(end[0]), end[1] < 0 ? b.at(end[0]).length + 1 + end[1] : end[1]);
}"""


def copied(page: Page) -> tuple[str, str]:
    """Press the keys for copying and return the clipboard's text and HTML."""
    page.keyboard.press("Control+c")
    return tuple(page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return Promise.all(["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text()));
    }"""))


@pytest.fixture
def clipboard(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_what_is_copied_is_the_text_alone(clipboard: Page) -> None:
    page = clipboard
    page.goto(SAMPLE)
    page.evaluate("document.documentElement.dataset.lines = 'on'")
    page.evaluate("document.querySelectorAll('.place').forEach(place => place.setAttribute('aria-expanded', 'true'))")
    page.evaluate(SELECT, ["#p2", [0, 0], "#p6", [-1, -1]])
    text, html = copied(page)
    source = page.evaluate("""() => "p2 s1-1 p3 p4 s1-2 p5 p6".split(" ").map((id) => {
        const copy = document.getElementById(id).cloneNode(true);
        copy.querySelectorAll("sup, a.headerlink").forEach((part) => part.remove());
        return copy.textContent.trim(); })""")
    kept = [line for line in text.split("\n") if line.strip()]
    assert [line for line in kept if line in source] == source
    assert not re.search(r"\[\d|〔|¶|7-\d|8-\d|引用本|固定链接", text)
    bare = re.sub(r"<[^>]*>", "", html)
    assert "¶" not in bare and not re.search(r"〔|7-\d|8-\d", bare) and source[0] in bare


def test_a_note_is_copied_without_number_arrow_and_links_of_ours(clipboard: Page) -> None:
    page = clipboard
    page.goto(SAMPLE)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.footnote'))")
    text, html = copied(page)
    assert "《样例公报研究述略》" in text
    for said in (text, re.sub(r"<[^>]*>", "", html)):
        assert "↩" not in said and "7-2" not in said and "范文例 2024" not in said


def quoted(page: Page, selection: list) -> list[str]:
    page.locator("button.quote").wait_for(state="hidden")
    page.evaluate(SELECT, selection)
    page.locator("button.quote").click()
    page.get_by_text("已复制引文与引用").wait_for(state="attached")
    return page.evaluate("navigator.clipboard.readText()").split("\n")


def test_a_selection_is_copied_with_its_page_and_reference(clipboard: Page) -> None:
    page = clipboard
    page.goto(SAMPLE)
    assert quoted(page, ["#p2", [0, 0], "#p2", [0, 10]]) == [
        "“关于公报的研究大多讨”", "范文例. 会议公报的写法[J]. 样稿集刊，2026（1）：7.", page.url + "#p2"]
    page.locator(".cite-box summary").click()
    page.get_by_label("复制并附引用").select_option("apa")
    page.reload()
    over = quoted(page, ["#p4", [0, 0], "#p4", [-1, -1]])
    assert over[1].endswith("(pp. 7–8)") and over[2] == page.url + "#p4" and "‘我们’" in over[0]
    page.locator(".cite-box summary").click()
    page.get_by_label("复制并附引用").select_option("edition")
    several = quoted(page, ["#p2", [0, 0], "#p3", [-1, -1]])
    *texts, reference = several
    assert len(texts) == 4 and all(line.startswith("“") for line in texts) and "".join(texts).count("”") == 1
    assert "，第 p2–p3 段，" in reference and reference.endswith(f"{page.url}#p2。")


def test_the_button_is_reached_by_keyboard_and_put_away(clipboard: Page) -> None:
    page = clipboard
    page.goto(SAMPLE)
    page.evaluate(SELECT, ["#p2", [0, 0], "#p2", [0, 2]])
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    button = page.locator("button.quote")
    button.wait_for(state="visible")
    page.get_by_text("按 Tab 键").wait_for(state="attached")
    page.keyboard.press("Tab")
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    page.get_by_text("已复制引文与引用").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()").startswith("“关于公报的”")
    button.wait_for(state="hidden")
    page.evaluate(SELECT, ["#p3", [0, 0], "#p3", [0, 5]])
    button.wait_for(state="visible")
    page.keyboard.press("Escape")
    assert not button.is_visible()


def test_what_editors_say_is_cited_as_theirs(clipboard: Page) -> None:
    page = clipboard
    page.goto(SAMPLE)
    said = quoted(page, [".headnote p", [0, 0], ".headnote p", [0, 6]])
    assert said[1].startswith("多边主义论集数字版编者：《〈会议公报的写法〉编者提要》")
    assert re.search(f"，{page.url}(#headnote)?。$", said[1])
    page.goto(TERM)
    said = quoted(page, [".definition p", [0, 0], ".definition p", [0, 6]])
    assert len(said) == 2 and said[1].startswith("多边主义论集数字版编者") and page.url in said[1]


def test_the_button_fits_a_phone(visit: Visit, site: Site) -> None:
    with phone(visit, site) as (page, _):
        page.goto(SAMPLE)
        page.evaluate(SELECT, ["#p2", [0, 0], "#p2", [-1, -1]])
        page.locator("button.quote").wait_for(state="visible")
        box = page.locator("button.quote").bounding_box()
        assert 0 <= box["x"] and box["x"] + box["width"] <= 390 and box["height"] >= 24
