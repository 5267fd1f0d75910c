"""The fixtures behind `site` and `page`, tried on a site of two pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site, open_page, serve
from playwright.sync_api import Browser

AT_HOME = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>家</title><link rel="icon" href="data:,"><p>在家</p></html>'
ABROAD = AT_HOME.replace("</p>", '<img src="https://example.org/picture.png"></p>')


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "index.html").write_text(AT_HOME, encoding="utf-8")
    (tmp_path / "abroad.html").write_text(ABROAD, encoding="utf-8")
    (tmp_path / "404.html").write_text(AT_HOME.replace("在家", "没有这一页"), encoding="utf-8")
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
