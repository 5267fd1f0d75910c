"""axe over every kind of page; `make test` asks it of those that have bars."""

from collections.abc import Iterator

from axe import violations_at
from browsing import CHROMIUM_SWITCHES, Site
from kinds import KINDS, WIDTHS, address_of
from playwright.sync_api import sync_playwright


def violations_of(site: Site, chromium: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of page with what axe finds on it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_SWITCHES)
        page = browser.new_page(base_url=site.url)
        for kind in KINDS:
            yield kind, [f"{width}, {each}" for width in WIDTHS for each in violations_at(width, page, address_of(kind, site))]
        browser.close()
