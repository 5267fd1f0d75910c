"""Visits to sites: each page is opened as by a reader who was never there, in a browser that need not begin anew.

A new context makes Chromium prepare a profile, a process and the fonts, which takes longer than most pages do. So one
context is kept for each site and kind of reader, with one empty page of the site that holds its process.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from browsing import Site, only_at
from playwright.sync_api import Browser, BrowserContext, Page

LIGHTEST = "assets/icon.svg"
"""What every built site has, and what runs no scripts."""

Visit = Callable[..., AbstractContextManager[Page]]


def from_disk(folder: Path) -> Site:
    """Return a built site as it is without a server."""
    return Site(folder, f"{folder.as_uri()}/")


def visits(browser: Browser) -> Visit:
    """Return what opens a page of a site for a reader, whom Playwright's settings of a context describe."""
    kept: dict[str, tuple[BrowserContext, Page]] = {}

    def begin(site: Site, settings: dict) -> tuple[BrowserContext, Page]:
        context = browser.new_context(base_url=site.url, **settings)
        keeper = context.new_page()
        keeper.goto(LIGHTEST)
        return context, keeper

    @contextmanager
    def visit(site: Site, **settings: object) -> Iterator[Page]:
        key = repr((site.url, sorted(settings.items())))
        if key not in kept:
            kept[key] = begin(site, settings)
        context, keeper = kept[key]
        others = list(context.pages)
        with only_at(site, context):
            try:
                yield context.new_page()
            finally:
                forget(context, keeper, others)

    return visit


def forget(context: BrowserContext, keeper: Page, others: list[Page]) -> None:
    """Leave nothing of a visit but what the browser's cache holds, and the pages of other visits."""
    for page in context.pages:
        if page not in others:
            page.close()
    context.clear_cookies()
    context.clear_permissions()
    keeper.evaluate("localStorage.clear()")
