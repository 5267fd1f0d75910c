"""The glossary in a browser: previews of terms, the page of a term, the lists."""

import gzip
import re
from pathlib import Path

import pytest
from browsing import Site
from playwright.sync_api import Page, expect
from visiting import Visit

THEME = "themes/climate-governance/"
LIGHT = 150_000
"""Bytes of a term's page, compressed."""


def test_a_term_shows_its_definition_to_mouse_and_keyboard(page: Page) -> None:
    page.goto(THEME)
    link, tip = page.locator("a.term").first, page.locator(".tip")
    assert re.fullmatch(r"\.\./\.\./glossary/[a-z0-9-]+/", link.get_attribute("href"))
    link.focus()
    assert tip.is_visible() and len(tip.inner_text()) > 30 and tip.locator("[lang=en]").inner_text()
    assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tip.is_visible() and link.get_attribute("aria-describedby") is None
    link.hover()
    tip.wait_for(state="visible")
    tip.hover()
    page.wait_for_timeout(400)
    assert tip.is_visible()
    page.mouse.move(0, 0)
    tip.wait_for(state="hidden")


def test_the_first_touch_shows_a_term_and_the_second_follows(visit: Visit, site: Site) -> None:
    with visit(site, has_touch=True, viewport={"width": 390, "height": 800}) as page:
        page.goto(THEME)
        link = page.locator("a.term").first
        link.tap()
        assert page.locator(".tip").is_visible() and THEME in page.url
        box = page.locator(".tip").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        link.tap()
        page.wait_for_url("**/glossary/**")


def test_without_scripts_a_term_leads_to_its_page(visit: Visit, site: Site) -> None:
    with visit(site, java_script_enabled=False) as page:
        page.goto(THEME)
        page.locator("a.term").first.click()
        assert "/glossary/" in page.url and page.locator("h1#title").is_visible() and page.locator(".definition").is_visible()


def test_the_list_is_narrowed_by_what_is_typed_by_kind_and_by_theme(page: Page) -> None:
    page.goto("glossary/")
    shown, output = page.locator(".term-list li:visible"), page.locator(".filter output")
    everything = shown.count()
    assert everything >= 160 and output.inner_text() == f"共 {everything} 条"
    page.locator("[name=text]").fill("ｗｔｏ")
    assert 0 < shown.count() < 20 and page.locator("h2:visible").count() <= shown.count()
    page.locator("[name=text]").fill("duobianzhuyi")
    assert "多边主义" in shown.all_inner_texts()[0]
    page.locator("[name=kind]").select_option("event")
    assert shown.count() == 0
    page.get_by_role("button", name="重设").click()
    page.locator("[name=themes]").select_option("guangdong")
    assert 0 < shown.count() < everything


def test_every_place_of_a_term_leads_to_its_paragraph(page: Page, papers: Path) -> None:
    page.goto("glossary/multilateralism/")
    places = page.locator(".kwic li > a")
    assert places.count() > 100 and page.locator("svg.bars rect").count() >= 16
    lefts = {round(box["x"]) for box in (places.nth(n).locator("b").bounding_box() for n in range(12))}
    assert len(lefts) == 1, "the term stands below itself"
    places.nth(30).click()
    assert re.search(r"/papers/[a-z-]+/\?mark=[^#]+#(p\d+|abstract|s[\d-]+|n[\d-]+)$", page.url)
    anchor = page.url.rpartition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_have_count(1)
    page.locator(".mark-bar").wait_for()
    assert set(page.evaluate("[...CSS.highlights.get('edition-mark')].map(String)")) == {"多边主义"}


def test_pages_of_terms_are_light(site: Site, papers: Path) -> None:
    weights = {path.parent.name: len(gzip.compress(path.read_bytes())) for path in (site.folder / "glossary").rglob("*.html")}
    assert len(weights) >= 160 and {name: weight for name, weight in weights.items() if weight > LIGHT} == {}


@pytest.mark.parametrize("path", ["glossary/", "glossary/shared/", "glossary/un-charter/"])
def test_nothing_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
