"""Print what searching costs and whether it is exact, as a table.

python -m searchbench SITE [--others] [--grow]   (by `make bench`, which builds the site first)
--others also measures Material's plugin and Pagefind, for which it needs Node, npm and the network (once); --grow ten and a
hundred times the text (a few minutes).
"""

import argparse
import gzip
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from browsing import CHROMIUM_SWITCHES
from playwright.sync_api import Browser, Page, sync_playwright
from scanning import bare

from searchbench.engines import MATERIAL, OURS, PAGEFIND, START, Engine, cold, pages_found
from searchbench.exactness import ALL_TEXTS, strings_of, wrong
from searchbench.growing import drawn, grown_site, passages_at_hand
from searchbench.others import material, pagefind
from searchbench.wire import Wire, wire

QUERIES = ["多边主义", "全球治理", "一带一路倡议", "真正的多边主义", "人类命运共同体", "国际秩序", "网络安全", "气候变化",
           "联合国宪章", "供应链", "霸权", "世界贸易组织", "发展中国家", "安理会", "全球南方", "單邊主義", "國際組織",
           "制造业回流", "联合国改革", "共商共建共享"]
ROOT = Path(__file__).resolve().parents[2]
TIMES = (10, 100)


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def opened(browser: Browser, site: Wire, address: str) -> Page:
    page = browser.new_context(base_url=site.url).new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def exact(page: Page, texts: list[str]) -> None:
    short, longer = strings_of(texts)
    for called, strings in (("every string of 2 and 3 letters", short), ("random strings of 4 to 20 letters", longer)):
        bad, recall, precision, times = wrong(page, texts, strings)
        row(called, f"{len(strings)} asked, {len(bad)} answered otherwise than by the scan; recall {recall:.4f}, "
            f"precision {precision:.4f}; median {median(times):.1f} ms, 99 % {quantiles(times, n=100)[98]:.1f} ms")


def later(browser: Browser, site: Wire, texts: list[str]) -> None:
    """Time further queries in one session as readers make them: with results drawn."""
    page = opened(browser, site, "search/?q=多边")
    page.wait_for_selector(".search-results li")
    strings = strings_of(texts)[1][::7][:120] + strings_of(texts)[0][::997][:120] + QUERIES
    times = page.evaluate("""async (strings) => {
        const form = document.querySelector(".search-page form"), status = document.querySelector(".search-page .search-status");
        const times = [];
        for (const string of strings) {
            status.textContent = "";
            form.elements.q.value = string;
            const started = performance.now();
            form.requestSubmit();
            await new Promise((resolve) => {
                const watch = new MutationObserver(() => { if (/\\d 段|没有/.test(status.textContent)) { watch.disconnect(); resolve(); } });
                watch.observe(status, { childList: true, characterData: true, subtree: true });
            });
            times.push(performance.now() - started);
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return times;
    }""", strings)
    row("further queries until results stand there", f"{len(times)}: median {median(times):.0f} ms, 99 % {quantiles(times, n=100)[98]:.0f} ms")


def first(browser: Browser, engines: list[tuple[Wire, Engine]], called: str = "") -> None:
    for (_, engine), cost in zip(engines, cold(browser, engines, QUERIES), strict=True):
        row(f"first query, {called or engine.name}", f"{cost.bytes / 1000:.1f} kB (most {cost.most / 1000:.1f} kB), first result "
            f"after {cost.time:.0f} ms (median); {cost.answered} of {len(QUERIES)} answered")


def agreement(browser: Browser, site: Wire, engine: Engine, truth: dict[str, set[str]]) -> None:
    """Hold the pages that an engine finds against those that hold the query."""
    page = opened(browser, site, "search/" if engine is OURS else START)
    papers = {path.parent.relative_to(site.folder).as_posix() + "/" for path in site.folder.glob("papers/*/index.html")}
    right = found = wanted = 0
    for query, pages in truth.items():
        got = pages_found(page, engine, query) & papers
        right, found, wanted = right + len(got & pages), found + len(got), wanted + len(pages)
    row(f"pages found, {engine.name}", f"recall {right / wanted:.2f}, precision {right / max(1, found):.2f} ({len(truth)} queries, by pages)")


def truth_of(rows: list[list[str]]) -> dict[str, set[str]]:
    """Return for each query the papers' pages that hold it."""
    papers = [(bare(text), path.removesuffix("index")) for text, path, _ in rows if path.startswith("papers/")]
    return {query: {path for text, path in papers if bare(query) in text} for query in QUERIES}


def size(site: Path, rows: list[list[str]]) -> None:
    files = [*(site / "search/data").rglob("*.js")]
    disk, text = sum(file.stat().st_size for file in files), sum(len(row[0].encode()) for row in rows)
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    row("index", f"{disk / 1000:.0f} kB in {len(files)} files ({packed / 1000:.0f} kB gzipped), {disk / text:.2f} × the text "
        f"({text / 1000:.0f} kB, {len(rows)} passages)")


def grow(browser: Browser, site: Path, rows: list[list[str]], folder: Path) -> None:
    documents, passages = passages_at_hand(rows)
    for times in (1, *TIMES):
        more = (tuple(documents), tuple(passages)) if times == 1 else drawn(passages, documents, times)
        seconds, disk = grown_site(site, folder / f"grown{times}", *more)
        text = sum(len(each.text.encode()) for each in more[1])
        row(f"{times} × the text: index", f"built in {seconds:.1f} s, {disk / text:.2f} × the text ({text / 1e6:.1f} MB)")
        with wire(folder / f"grown{times}") as grown:
            first(browser, [(grown, OURS)], f"{times} × the text")


def measure(browser: Browser, folder: Path, options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        engines = [(stack.enter_context(wire(made)), engine) for made, engine in _sites(folder, options)]
        ours = engines[0][0]
        rows = opened(browser, ours, "search/").evaluate(ALL_TEXTS)
        size(options.site, rows)
        if not options.quick:
            exact(opened(browser, ours, "search/"), [text for text, _, _ in rows])
        first(browser, engines)
        later(browser, ours, [text for text, _, _ in rows])
        for site, engine in engines:
            agreement(browser, site, engine, truth_of(rows))
    if options.grow:
        grow(browser, options.site, rows, folder)


def _sites(folder: Path, options: argparse.Namespace) -> Iterator[tuple[Path, Engine]]:
    yield options.site, OURS
    if options.others:
        yield material(ROOT / "build/docs", _made(folder / "material")), MATERIAL
        yield pagefind(options.site, _made(folder / "pagefind")), PAGEFIND


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--others", action="store_true", help="also Material's plugin and Pagefind (needs npm)")
    parser.add_argument("--grow", action="store_true", help="also ten and a hundred times the text")
    parser.add_argument("--quick", action="store_true", help="without asking for every string")
    return parser.parse_args()


def chromium() -> str:
    return subprocess.run(["sh", ROOT / "scripts/chromium.sh"], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    options = parsed()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        started = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_SWITCHES)
        row("measured", "result")
        row("---", "---")
        measure(started, Path(temporary), options)
        started.close()
