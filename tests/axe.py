"""axe: what it finds on a page, shown in each scheme."""

from importlib.metadata import distribution

from browsing import settle, wait_until
from playwright.sync_api import Page

ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SCHEMES = {"light": "default", "dark": "slate"}
AT_ONCE = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; transition: none !important; }");
    document.adoptedStyleSheets = [sheet]; }"""
"""Has all of a page shown at once: what is laid out late would be asked for its former colours."""

SCRIPT = distribution("pytest-playwright-axe").locate_file("pytest_playwright_axe/resources/axe.min.js").read_text("utf-8")
"""axe-core itself; the package around it asks for a newer Python than ours (requirements-axe.txt)."""


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page: the rule, how often, the first place."""
    options = {"runOnly": {"type": "tag", "values": ALL_RULES}, "resultTypes": ["violations"]}
    page.evaluate(f"{SCRIPT}; null")
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [f"{one['id']} × {len(one['nodes'])}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary']}" for one in found]


def violations_at(width: int, page: Page, address: str) -> list[str]:
    """Return what axe finds on a page of this width, in light and in dark colours."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    settle(page)
    page.evaluate(AT_ONCE)
    return [f"{scheme}: {each}" for scheme in SCHEMES for each in _in_scheme(scheme, page)]


def _in_scheme(scheme: str, page: Page) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    wait_until(page, "name => document.body.dataset.mdColorScheme === name", SCHEMES[scheme])
    return violations(page)
