"""A folder served on a local port, and pages of it in Chromium that may ask no other host."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request

CHROMIUM_SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # All pages of a context in one process, else each would begin a process of its own, which takes as long as the page.
    "--renderer-process-limit=1",
    # Nothing but this machine has a name, so a request to another host fails at once and is reported below.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


PATIENCE = 30
"""Seconds after which what is waited for will not come."""


@dataclass(frozen=True)
class Site:
    """A built site: its folder on disk and the address it is served at (ends with `/`)."""

    folder: Path
    url: str


class Server(SimpleHTTPRequestHandler):
    """Serves files as a static host does: in silence, with the site's own page for what is not there."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory, "404.html")
        if code != 404 or not own.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(own.read_bytes())


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve a folder on a free local port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()


def wait_until(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a condition holds; Playwright's `wait_for_function` asks again by `eval`, which the pages' policy forbids."""
    until = time.monotonic() + PATIENCE
    while not page.evaluate(condition, arg):
        assert time.monotonic() < until, f"this never held: {condition}"
        page.wait_for_timeout(50)


QUIET = """() => new Promise((resolve) => {
    const files = () => performance.getEntriesByType("resource").length;
    const idle = (then) => requestAnimationFrame(() => requestIdleCallback(then, { timeout: 1000 }));
    const ask = (before) => idle(() => files() === before ? resolve() : setTimeout(ask, 60, files()));
    ask(-1);
})"""
"""Resolves when no file came for 60 ms, the page's scripts having had their idle time in between; local files come sooner.

A Chromium without windows that draws no frame may never be idle, so a frame is asked for first."""


def settle(page: Page) -> None:
    """Wait until a page has loaded what it loads by itself; Playwright's `networkidle` waits half a second after it."""
    page.wait_for_load_state("load")
    page.evaluate(QUIET)


@contextmanager
def open_page(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a page in a context of its own, whose cache is empty; AssertionError at the end if it asked another host."""
    with browser.new_context(base_url=site.url) as context, only_at(site, context):
        yield context.new_page()


@contextmanager
def only_at(site: Site, context: BrowserContext) -> Iterator[None]:
    """AssertionError at the end if a page of the context asked another host than the site's."""
    foreign: list[str] = []
    at_home = (site.url, "data:", "blob:", "about:")

    def hear(request: Request) -> None:
        if not request.url.startswith(at_home):
            foreign.append(request.url)

    context.on("request", hear)
    try:
        yield
    finally:
        context.remove_listener("request", hear)
    assert not foreign, f"requests to other hosts: {foreign}"
