"""What a first visit costs: bytes, shifts and work, on the page of the longest paper, from a host that gzips."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site, open_page, settle
from edition.site.bundles import bundles
from edition.site.lean import UNUSED
from hosting import host
from kinds import address_of
from playwright.sync_api import Browser, Page, Response

KB = 1000
ALL = 150 * KB
"""Bytes on the wire of everything that a first visit asks for."""
OWN = 30 * KB
"""Bytes of these that may be scripts and styles of ours, gzipped."""
LONGEST_TASK = 100_000
"""Microseconds of processor time that one call of a script of ours may take."""
SHIFT = 0.02
CLASSES = re.compile(r'\bclass="([^"]*)"')

SHIFTED = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
})"""


@pytest.fixture
def hosted(site: Site) -> Iterator[Site]:
    with host(site.folder) as hosted:
        yield hosted


def visit(page: Page, address: str) -> list[Response]:
    """Open a page for the first time; return all answers."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    settle(page)
    return answers


def own_bytes(names: set[str]) -> int:
    """Return what our part of these assets weighs, gzipped: without Material's styles, which are joined with ours."""
    return sum(len(gzip.compress(text.encode())) for address, text in bundles() if Path(address).name in names)


@pytest.mark.parametrize("kind", ["paper", "theme", "home"])
def test_a_first_visit_is_light(kind: str, browser: Browser, hosted: Site) -> None:
    with open_page(browser, hosted) as page:
        answers = visit(page, address_of(kind, hosted))
        sizes = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers}
        assert 40 * KB < sum(sizes.values()) <= ALL, sizes
        names = {url.rpartition("/")[2] for url in sizes}
        assert {"edition.css", "edition.js"} <= names
        assert own_bytes(names) <= OWN


@pytest.mark.parametrize("pieces", [1, 12])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_while_a_page_loads(width: int, pieces: int, browser: Browser, site: Site) -> None:
    """A page that comes in pieces, as over a slow line, is shown before it is whole."""
    with host(site.folder, pieces=pieces) as hosted, open_page(browser, hosted) as page:
        page.set_viewport_size({"width": width, "height": 900})
        visit(page, address_of("paper", hosted))
        assert page.evaluate(SHIFTED) <= SHIFT


def test_no_script_of_ours_works_long(browser: Browser, hosted: Site) -> None:
    with open_page(browser, hosted) as page:
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        visit(page, address_of("paper", hosted))
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(500)
        events = json.loads(browser.stop_tracing())["traceEvents"]
    ours = [event for event in events if event["name"] in ("EvaluateScript", "FunctionCall") and is_ours(event)]
    assert ours
    assert [event for event in ours if event.get("tdur", event["dur"]) > LONGEST_TASK] == []


def test_scripts_have_no_page_styled_again_while_it_loads(browser: Browser, hosted: Site) -> None:
    """What Lighthouse counts first: a script that asks for a size waits for all styles that have become doubtful."""
    with open_page(browser, hosted) as page:
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        visit(page, address_of("paper", hosted))
        events = json.loads(browser.stop_tracing())["traceEvents"]
        everything = page.evaluate("document.querySelectorAll('*').length")
    styled = [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree"]
    assert everything / 2 < sum(styled) < 1.5 * everything, styled


def test_no_page_has_a_part_whose_styles_are_left_out(site: Site) -> None:
    found = {name for file in site.folder.rglob("*.html") for names in CLASSES.findall(file.read_text("utf-8"))
             for name in names.split() if name.startswith(UNUSED)}
    assert found == set()


def is_ours(event: dict) -> bool:
    """Tell whether an event is a script of ours; one that had begun before the trace, or had not ended, has no duration."""
    url = event.get("args", {}).get("data", {}).get("url", "")
    return "dur" in event and "/assets/" in url and "/javascripts/" not in url
