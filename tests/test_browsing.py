"""The fixtures behind `site` and `page`, tried on a site of two pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site, open_page, serve
from playwright.sync_api import Browser
from visiting import LIGHTEST, Visit

AT_HOME = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>家</title><link rel="icon" href="data:,"><p>在家</p></html>'
ABROAD = AT_HOME.replace("</p>", '<img src="https://example.org/picture.png"></p>')


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "index.html").write_text(AT_HOME, encoding="utf-8")
    (tmp_path / "abroad.html").write_text(ABROAD, encoding="utf-8")
    (tmp_path / "404.html").write_text(AT_HOME.replace("在家", "没有这一页"), encoding="utf-8")
    (tmp_path / LIGHTEST).parent.mkdir()
    (tmp_path / LIGHTEST).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    with serve(tmp_path) as site:
        yield site


def test_a_page_at_home_passes(browser: Browser, small_site: Site) -> None:
    with open_page(browser, small_site) as page:
        page.goto("")
        assert page.title() == "家"


def test_a_request_to_another_host_fails(browser: Browser, small_site: Site) -> None:
    with pytest.raises(AssertionError, match="https://example.org/picture.png"):
        with open_page(browser, small_site) as page:
            page.goto("abroad.html")


def test_what_is_not_there_is_the_sites_own_page(browser: Browser, small_site: Site) -> None:
    with open_page(browser, small_site) as page:
        answer = page.goto("no/such/page/")
        assert answer is not None and answer.status == 404
        assert page.inner_text("p") == "没有这一页"


def test_a_request_of_a_visit_to_another_host_fails_that_visit_alone(visit: Visit, small_site: Site) -> None:
    with pytest.raises(AssertionError, match="https://example.org/picture.png"):
        with visit(small_site) as page:
            page.goto("abroad.html")
    with visit(small_site) as page:
        page.goto("")


def test_a_visit_finds_nothing_of_the_one_before(visit: Visit, small_site: Site) -> None:
    left = "[localStorage.length, sessionStorage.length, document.cookie, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth]"
    allowed = "navigator.permissions.query({ name: 'clipboard-read' }).then(({ state }) => state)"
    with visit(small_site) as page:
        page.goto("")
        fresh, refused = page.evaluate(left), page.evaluate(allowed)
        page.context.grant_permissions(["clipboard-read"])
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("localStorage.a = sessionStorage.b = document.cookie = 'c=d'")
        assert page.evaluate(left) == [1, 1, "c=d", True, 320] and page.evaluate(allowed) != refused
    with visit(small_site) as page:
        page.goto("")
        assert (page.evaluate(left), page.evaluate(allowed)) == (fresh, refused)


def test_visits_of_unlike_readers_are_kept_apart(visit: Visit, small_site: Site) -> None:
    with visit(small_site, viewport={"width": 320, "height": 640}) as phone, visit(small_site) as page:
        phone.goto("")
        page.goto("")
        assert phone.evaluate("innerWidth") == 320 != page.evaluate("innerWidth")
