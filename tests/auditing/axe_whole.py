"""axe over whole pages, in each width and scheme: `make test` asks some of its rules of some texts only."""

from collections.abc import Iterator

from axe import ALL_RULES, SCHEMES, open_at, show_in, violations
from browsing import CHROMIUM_SWITCHES, Site
from kinds import KINDS, address_of
from playwright.sync_api import Page, sync_playwright

WIDTHS = (390, 1440)


def violations_of(site: Site, chromium: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of page with what axe finds on it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_SWITCHES)
        page = browser.new_page(base_url=site.url)
        for kind in KINDS:
            yield kind, [each for width in WIDTHS for each in _at(width, page, address_of(kind, site))]
        browser.close()


def _at(width: int, page: Page, address: str) -> Iterator[str]:
    open_at(width, page, address)
    for scheme in SCHEMES:
        show_in(page, scheme)
        yield from (f"{width}, {scheme}: {each}" for each in violations(page, {"type": "tag", "values": ALL_RULES}))
