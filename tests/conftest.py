"""What tests share: the folders of source texts and golds, the built site on a local port, a page in Chromium."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM_SWITCHES, Site, serve
from building import built
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright
from visiting import Visit, visits

# A property holds or does not; how long one try takes says more of the machine than of the code.
settings.register_profile("edition", deadline=None)
settings.load_profile("edition")

ROOT = Path(__file__).resolve().parent.parent
LARGEST_SOURCE = "004_38c342c490788734.txt"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put first what builds a site of its own, last what needs the site built last: no test waits while it could run."""
    items.sort(key=lambda item: (item.get_closest_marker("own_site") is None, "on_disk" in getattr(item, "fixturenames", ())))


def folder_of(variable: str, default: str = "") -> Path:
    """Return the folder that an environment variable names (from the root); skip the test where there is none."""
    name = os.environ.get(variable) or default
    if not name or not (ROOT / name).is_dir():
        pytest.skip(f"{variable} names no folder ({name or 'it is not set'})")
    return (ROOT / name).resolve()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def papers() -> Path:
    """The folder with the source texts of the eleven papers (not only our sample)."""
    folder = folder_of("EDITION_PAPERS", "papers")
    if not (folder / LARGEST_SOURCE).is_file():
        pytest.skip(f"EDITION_PAPERS: the source texts are not in {folder} (no {LARGEST_SOURCE})")
    return folder


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder with the works read by hand."""
    return folder_of("EDITION_GOLD")


@pytest.fixture(scope="session")
def oracle() -> Path:
    """The folder with the expected citation strings."""
    return folder_of("EDITION_ORACLE")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium to drive."""
    found = subprocess.run(["sh", ROOT / "scripts/chromium.sh"], capture_output=True, text=True)
    if found.returncode:
        pytest.skip("there is no Chromium (on Debian: apt install chromium; or set CHROMIUM)")
    return found.stdout.strip()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, built with the source texts there are (or the one in SITE_DIR), on a local port."""
    given = os.environ.get("SITE_DIR")
    folder = Path(given).resolve() if given else built("site", tmp_path_factory)
    with serve(folder) as site:
        yield site


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium."""
    if subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True).returncode:
        pytest.skip("Playwright's driver does not start (on Debian: apt install libatomic1)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def visit(browser: Browser) -> Visit:
    """What opens a page of a site: `with visit(site, has_touch=True) as page`."""
    return visits(browser)


@pytest.fixture
def page(visit: Visit, site: Site) -> Iterator[Page]:
    """A page of the site (`page.goto("about/")`); the test fails on any request to another host."""
    with visit(site) as page:
        yield page
