"""axe: what it finds on a page or in parts of it, and pages shown in each scheme so that it sees their colours."""

from collections.abc import Sequence
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from browsing import settle, wait_until
from playwright.sync_api import Page

ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
SCHEMES = {"light": "default", "dark": "slate"}
REPRESENTATIVES = Path(__file__).with_name("representatives.js").read_text("utf-8")
AT_ONCE = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; transition: none !important; }");
    document.adoptedStyleSheets = [sheet]; }"""


def violations(page: Page, run_only: dict, within: str = "html", without: Sequence[str] = ()) -> list[str]:
    """Return what axe finds in parts of a page: the rule, how often, the first place."""
    options = {"runOnly": run_only, "resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    found = Axe().run(page, context={"include": [[within]]}, options=options).response["violations"]
    return [f"{one['id']} × {len(one['nodes'])}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary']}" for one in found]


def violations_of_colour(page: Page) -> list[str]:
    """Return what axe finds in a text of each appearance that the page has."""
    assert page.evaluate(REPRESENTATIVES) > 5
    return violations(page, {"type": "rule", "values": RULES_OF_COLOUR}, "[data-asked]")


def open_at(width: int, page: Page, address: str) -> None:
    """Open a page in light colours."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    settle(page)
    show_in(page, "light")


def show_in(page: Page, scheme: str) -> None:
    """Have the page shown in a scheme, all of it and at once: what is laid out late would be asked for its former colours."""
    page.evaluate(AT_ONCE)
    page.emulate_media(color_scheme=scheme)
    wait_until(page, "name => document.body.dataset.mdColorScheme === name", SCHEMES[scheme])
