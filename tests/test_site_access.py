"""For every reader: axe finds nothing, the keyboard reaches everything, narrow screens and wide text lose nothing.

WCAG 2.2: 1.4.10 (reflow), 1.4.12 (text spacing), 2.1.1 (keyboard), 2.4.7 (focus visible), 2.4.11 (focus not obscured).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

import pytest
from axe import violations, violations_at
from browsing import Site, settle, wait_until
from kinds import BARS, KINDS, WIDTHS, address_of
from playwright.sync_api import Page, expect
from visiting import Visit

STOPS = 45
"""How often the walk by keyboard presses Tab: past the header, the navigation and well into each page."""

WIDE_TEXT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }"""

WATCH = """() => { window.stops = []; addEventListener("keyup", () => {
    const element = document.activeElement;
    const seen = [element, ...(element.labels ?? []), element.nextElementSibling].filter((one) => one?.checkVisibility());
    const ringed = (one) => { const style = getComputedStyle(one);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none"; };
    const inView = (one) => { const box = one.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth; };
    window.stops.push({
        tag: element.tagName, name: (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40),
        hidden: !element.checkVisibility({ visibilityProperty: true }), unringed: !seen.some(ringed), away: !seen.some(inView) });
}, true); }"""
"""Has a page write down, after each key, what is focused and how it is seen: asking it from here each time takes longer."""

CUT_OFF = """() => [...document.querySelectorAll(".md-content :is(p, li, td, th, dd, dt, h1, h2, h3, summary, button, figcaption)")]
    .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && one.checkVisibility()
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
    .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", BARS)
def test_axe_finds_nothing(kind: str, width: int, page: Page, site: Site) -> None:
    assert violations_at(width, page, address_of(kind, site)) == []


def test_notes_that_are_laid_out_late_change_their_colours(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto("papers/sample-communiques/")
    page.emulate_media(color_scheme="dark")
    wait_until(page, "document.body.dataset.mdColorScheme === 'slate'")
    page.locator(".footnote li p").last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    colour = "one => getComputedStyle(one).color"
    assert page.locator(".footnote li p").last.evaluate(colour) == page.locator("#p1").evaluate(colour)


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.goto("")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><button></button>')")
    found = violations(page)
    assert {one.split(" ")[0] for one in found} >= {"image-alt", "button-name"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", BARS)
def test_the_keyboard_walks_and_its_place_is_seen(kind: str, width: int, page: Page, site: Site) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address_of(kind, site))
    page.evaluate(WATCH)
    for _ in range(STOPS):
        page.keyboard.press("Tab")
    told = list(takewhile(lambda stop: stop["tag"] != "BODY", page.evaluate("window.stops")))
    assert len({stop["name"] for stop in told}) >= 8
    assert [stop for stop in told if stop["hidden"] or stop["unringed"] or stop["away"]] == []


def test_the_keyboard_opens_the_navigation_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto("about/principles/")
    button, drawer = page.get_by_role("button", name="打开目录"), page.locator("#__drawer")
    links = page.locator(".md-sidebar--primary a")
    assert not any(link.is_visible() for link in links.all())
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    assert any(link.is_visible() for link in links.all())
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(drawer).not_to_be_checked()


def test_the_keyboard_opens_a_list_of_the_navigation(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("")
    toggle = page.get_by_role("checkbox", name=re.compile("^展开“论文"))
    paper = page.locator(".md-sidebar--primary a[href*='sample-communiques']")
    expect(paper).not_to_be_visible()
    toggle.focus()
    page.keyboard.press("Space")
    expect(paper).to_be_visible()


@pytest.fixture
def wide_text(visit: Visit, site: Site) -> Iterator[Page]:
    """A page of 320 pixels whose policy lets a reader's own style sheet pass, as browsers do."""
    with visit(site, viewport={"width": 320, "height": 640}, bypass_csp=True) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_narrow_screens_and_wide_text_lose_nothing(kind: str, wide_text: Page, site: Site) -> None:
    wide_text.goto(address_of(kind, site))
    settle(wide_text)
    assert wide_text.evaluate("document.documentElement.scrollWidth") <= 320
    wide_text.add_style_tag(content=WIDE_TEXT)
    assert wide_text.evaluate("getComputedStyle(document.querySelector('p')).letterSpacing") != "normal"
    assert wide_text.evaluate("document.documentElement.scrollWidth") <= 320
    assert wide_text.evaluate(CUT_OFF) == []


def test_forced_colours_keep_what_colours_say(visit: Visit, site: Site) -> None:
    with visit(site) as page:
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        page.goto("papers/sample-communiques/#p3")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        for selector in (".md-nav--primary .md-nav__icon", ".headerlink"):
            icon = page.locator(selector).first.evaluate("one => { const style = getComputedStyle(one, '::after');"
                                                         " return style.maskImage === 'none' ? '' : style.backgroundColor }")
            assert icon != ground, selector
        assert page.locator("#p3").evaluate("one => getComputedStyle(one).outlineStyle") != "none"
        assert page.locator(".search-box input").evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
