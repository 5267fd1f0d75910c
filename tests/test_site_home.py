"""Orientation on the site: the home page, the switch between languages, what links to a page, what is not there."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from browsing import Site
from playwright.sync_api import Page
from visiting import Visit

KINDS = ("", "papers/", "papers/sample-communiques/", "themes/", "themes/us-hegemony/", "glossary/",
         "glossary/by-english/", "glossary/multilateralism/", "bibliography/", "overview/", "pictures/", "search/",
         "data/", "about/introduction/",
         "about/principles/", "about/citing/", "about/editing/", "about/search/")
"""A page of each kind that has a part in English."""

WITHOUT = {"glossary/by-kind/": "glossary/by-english/", "glossary/by-theme/": "glossary/by-english/",
           "glossary/shared/": "glossary/by-english/"}
"""Pages without one → where their switch leads."""


@pytest.fixture
def plain(visit: Visit, site: Site) -> Iterator[Page]:
    """A page of the site in a browser that runs no scripts."""
    with visit(site, java_script_enabled=False) as page:
        yield page


def is_seen(page: Page, selector: str) -> bool:
    """Tell whether the top of an element is within the window and below the header."""
    box, height = page.locator(selector).bounding_box(), page.viewport_size["height"]
    return box is not None and 40 <= box["y"] < height


@pytest.mark.parametrize("path", KINDS)
def test_the_switch_leads_to_the_english_part_and_back_without_scripts(plain: Page, path: str) -> None:
    plain.goto(path)
    switch = plain.locator(".way a.english")
    assert (switch.get_attribute("hreflang"), switch.get_attribute("lang")) == ("en", "en")
    switch.click()
    id = plain.url.partition("#")[2]
    assert is_seen(plain, f"#{id}") and plain.locator(f"#{id}").get_attribute("lang") == "en"
    back = plain.locator(f'[id="{id}"] + .turn .chinese, [id="{id}"] .turn .chinese').first
    assert back.get_attribute("hreflang") == "zh" and back.inner_text() == "中文"
    back.click()
    assert plain.url.endswith("#title") and is_seen(plain, "#title")


@pytest.mark.parametrize("path, target", WITHOUT.items())
def test_a_list_without_english_leads_to_the_english_list(plain: Page, path: str, target: str) -> None:
    plain.goto(path)
    plain.locator(".way a.english").click()
    assert plain.url.partition("#")[0].endswith(target) and plain.locator("#english").get_attribute("lang") == "en"


@pytest.mark.parametrize("width, height", [(390, 844), (1440, 900)])
def test_the_first_screen_of_home_says_what_this_is_and_opens_the_doors(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("")
    told = ("h1", ".title-en", ".lead", ".way .english", ".doors li:nth-child(2)")
    assert all(is_seen(page, selector) for selector in told)
    assert page.title() == "多边主义论集数字版"


@pytest.mark.parametrize("name, heading", [
    ("论文", "论文"), ("专题", "专题"), ("术语", "术语"), ("检索", "检索"), ("书目", "书目"), ("全景", "全景")])
def test_a_door_of_home_leads_to_its_room(page: Page, name: str, heading: str) -> None:
    page.goto("")
    page.locator(".doors").get_by_role("link", name=name, exact=True).click()
    assert page.locator("h1").inner_text().rstrip("¶") == heading


def test_home_lists_every_paper_every_theme_and_terms(page: Page, site: Site) -> None:
    page.goto("")
    for folder in ("papers", "themes"):
        there = {path.parent.name for path in (site.folder / folder).glob("*/index.html")}
        links = page.locator(f'.titles a[href^="{folder}/"]')
        listed = links.evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert {href.split("/")[1] for href in listed} == there and len(listed) == len(there)
    assert page.locator('.words a[href^="glossary/"]').count() == 24


@pytest.mark.parametrize("path", ["", "papers/", "glossary/multilateralism/", "themes/us-hegemony/"])
def test_what_stands_around_a_page_fits_the_narrowest_screen_and_a_finger(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.locator(".way a, .turn a").evaluate_all(
        "all => all.map(a => [a.parentElement.getBoundingClientRect().height, a.getBoundingClientRect().width])")
    assert sizes and all(height >= 24 and width >= 24 for height, width in sizes)


def test_what_links_here_opens_with_a_key_and_leads_on(page: Page) -> None:
    page.goto("glossary/multilateralism/")
    foot, links = page.locator("#linked-from"), page.locator("#linked-from li a")
    assert not links.first.is_visible()
    foot.locator("summary").press("Enter")
    assert links.first.is_visible() and links.count() == int(foot.locator(".count").inner_text())
    foot.get_by_role("link", name="单边主义", exact=True).click()
    assert page.locator('article a[href="../multilateralism/"]').count() >= 1


def test_what_links_here_stands_on_every_page_that_others_link_to(site: Site) -> None:
    """Home is the one page to which none leads but by navigation."""
    pages = {path.relative_to(site.folder).as_posix(): path.read_text("utf-8")
             for path in site.folder.rglob("index.html")}
    assert {path for path, html in pages.items() if html.count('id="linked-from"') != 1} == {"index.html"}


class Head(HTMLParser):
    """What a page says of itself: its language, title and description."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "html":
            self.said["lang"] = named["lang"] or ""
        elif tag == "meta" and named.get("name") == "description":
            self.said["description"] = named["content"] or ""


def test_titles_and_descriptions_are_each_pages_own(site: Site) -> None:
    pages = [path.read_text("utf-8") for path in site.folder.rglob("*.html")]
    titles = Counter(re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1] for html in pages)
    heads = [Head(html).said for html in pages]
    assert [title for title, count in titles.items() if count > 1 or not title] == []
    descriptions = Counter(head["description"] for head in heads)
    assert [said for said, count in descriptions.items() if count > 1 or not said] == []
    assert {head["lang"] for head in heads} == {"zh"}


def test_what_is_not_there_is_said_in_both_languages_with_ways_on(page: Page, site: Site) -> None:
    page.goto("no/such/page/")
    assert page.locator("h1").inner_text() == "没有这一页"
    assert page.locator("section[lang=en] h2").inner_text() == "Page not found"
    for href in page.locator("article li a").evaluate_all("all => all.map(a => a.href)"):
        path, _, id = href.removeprefix(site.url).partition("#")
        html = (site.folder / path / "index.html").read_text("utf-8")
        assert not id or f'id="{id}"' in html, href
