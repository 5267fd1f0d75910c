"""`python -m screenshots SITE FOLDER CHROMIUM [KIND ...]`: pictures of each kind of page, in three widths, light and dark."""

import sys
from itertools import product
from pathlib import Path

from browsing import CHROMIUM_SWITCHES, Site, serve
from kinds import BARS, KINDS, address_of
from playwright.sync_api import Browser, sync_playwright

WIDTHS = (390, 768, 1440)
SCHEMES = ("light", "dark")
HEIGHT = 1600


def main(site: Path, folder: Path, chromium: str, kinds: list[str]) -> int:
    if unknown := set(kinds) - set(KINDS):
        print(f"screenshots: no kind of page is called {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_SWITCHES)
        for kind, width, scheme in product(kinds or BARS, WIDTHS, SCHEMES):
            picture = folder / f"{kind}-{width}-{scheme}.png"
            take(browser, served, kind, width, scheme, picture)
            print(picture, flush=True)
        browser.close()
    return 0


def take(browser: Browser, site: Site, kind: str, width: int, scheme: str, picture: Path) -> None:
    """Write what a reader sees first of a page."""
    size = {"width": width, "height": HEIGHT}
    with browser.new_context(base_url=site.url, viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address_of(kind, site))
        page.wait_for_load_state("networkidle")
        page.screenshot(path=picture)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:]))
