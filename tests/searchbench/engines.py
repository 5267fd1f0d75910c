"""Search engines, each asked in the same way, on the same page of the same site, in a new session for each query.

The clock starts when a reader has typed the query on a page that stands still, and ends when the first result stands
there; an engine's scripts and index are loaded in between, but for what it loads with every page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from searchbench.wire import Wire

START = "about/citing/"
NONE_AFTER = 4000
"""Milliseconds after which there is held to be no result."""

WHEN = """const when = (selector) => new Promise((resolve) => {
    const seen = () => document.querySelector(selector) && (resolve(performance.now()), true);
    if (!seen()) new MutationObserver((_, watch) => seen() && watch.disconnect()).observe(document, { childList: true, subtree: true });
});"""


@dataclass(frozen=True)
class Engine:
    """How an engine is asked: a query typed, its first result, its files, the pages that it finds; what is on the page."""

    name: str
    type: str
    result: str
    files: tuple[str, ...]
    pages: str


OURS = Engine("ours, typed into the box in the header", """const input = document.querySelector(".search-box input");
    input.focus(); input.value = query; input.dispatchEvent(new Event("input", { bubbles: true }));""",
    "#search-list .hit", ("search/data", "search-", "search.js"), """async (query) => {
    const { index, hits } = await window.editionIndex.search(query);
    const documents = await index.documentsAt([...new Set((await index.placed(hits)).map(({ document }) => document))]);
    return [...new Set(documents.map(({ path }) => path.replace(/index$/, "").replace(/([^/])$/, "$1/")))];
}""")

PAGEFIND_JS = """(async () => {
    const pagefind = window.pagefind ??= await import("/pagefind/pagefind.js");
    const list = Object.assign(document.createElement("ol"), { id: "results" });
    document.body.append(list);
    const found = await pagefind.search(query);
    for (const each of await Promise.all(found.results.slice(0, 6).map((result) => result.data()))) {
        list.append(Object.assign(document.createElement("li"), { innerHTML: each.excerpt }));
    }
})();"""

PAGEFIND = Engine("Pagefind (its API, without interface or pause)", PAGEFIND_JS, "#results li", ("/pagefind/",), """async (query) => {
    window.pagefind ??= await import("/pagefind/pagefind.js");
    const found = await window.pagefind.search(query);
    return (await Promise.all(found.results.map((each) => each.data()))).map(({ url }) => url.replace(/^\\//, ""));
}""")

MATERIAL = Engine("Material's plugin", """const input = document.querySelector(".md-search__input");
    document.querySelector("#__search").click(); input.focus(); input.value = query;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));""",
    ".md-search-result__item", ("/search/", "workers/search"), """async (query) => {
    const input = document.querySelector(".md-search__input"), list = document.querySelector(".md-search-result__list");
    input.focus();
    input.value = query;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    for (let last = -1; list.children.length !== last;) {
        last = list.children.length;
        document.querySelector(".md-search__scrollwrap").scrollTo(0, 1e9);
        await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return [...new Set([...list.querySelectorAll("a")].map((link) => new URL(link.href).pathname.slice(1)))];
}""")


@dataclass(frozen=True)
class Cold:
    """What first queries cost: bytes (mean and largest), milliseconds until the first result (median), how many had one."""

    bytes: float
    most: int
    time: float
    answered: int


def cold(browser: Browser, engines: Sequence[tuple[Wire, Engine]], queries: Sequence[str]) -> list[Cold]:
    """Ask each query of each engine in turn, so that all share the machine's good and bad moments."""
    asked: list[list[tuple[int, float]]] = [[] for _ in engines]
    for query in queries:
        for (site, engine), found in zip(engines, asked, strict=True):
            found.append(_cold(browser, site, engine, query))
    return [_cost(found) for found in asked]


def _cost(asked: Sequence[tuple[int, float]]) -> Cold:
    sizes, times = [size for size, _ in asked], [time for _, time in asked if time]
    return Cold(sum(sizes) / len(sizes), max(sizes), median(times) if times else 0.0, len(times))


def _cold(browser: Browser, site: Wire, engine: Engine, query: str) -> tuple[int, float]:
    """Return the bytes that a query loads in a new session, and its milliseconds, 0 where there is no result."""
    with browser.new_context(base_url=site.url) as context:
        page = context.new_page()
        site.clear()
        page.goto(START)
        page.wait_for_load_state("networkidle")
        time = page.evaluate(_asking(engine), query)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(100)
        return site.bytes(*engine.files), time


def _asking(engine: Engine) -> str:
    return f"""async (query) => {{
        {WHEN}
        const started = performance.now();
        {engine.type}
        const late = new Promise((resolve) => setTimeout(resolve, {NONE_AFTER}, 0));
        const first = await Promise.race([when("{engine.result}"), late]);
        return first && first - started;
    }}"""


def pages_found(page: Page, engine: Engine, query: str) -> set[str]:
    """Return the pages that an engine finds, as paths."""
    return set(page.evaluate(engine.pages, query))
