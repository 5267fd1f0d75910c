"""No dead link or id: every address inside the site that a page, the search or a list to download names is there."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browsing import Site, wait_until
from playwright.sync_api import Page

ADDRESS = re.compile(r'\s(?:href|src|action|poster|data-src|xlink:href)="([^"]*)"')
ID = re.compile(r'\sid="([^"]+)"')
ALL_PLACES = """async () => {
    const { index } = await window.editionIndex.search("公报");
    const passages = await index.passages([...Array(index.count).keys()]);
    return passages.map(({ path, anchor }) => [path, anchor || ""]);
}"""


@cache
def ids_of(file: Path) -> frozenset[str]:
    """Return the ids of a page."""
    return frozenset(unescape(name) for name in ID.findall(file.read_text("utf-8")))


def target_of(address: str, page: Path, root: Path) -> tuple[Path, str]:
    """Return the file that an address on a page leads to, and the id in it; "" for none."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    file = root / path.lstrip("/") if path.startswith("/") else page.parent / path if path else page
    file = file.resolve()
    return (file / "index.html" if file.is_dir() else file), unquote(parts.fragment)


def dead_on(page: Path, root: Path) -> list[str]:
    """Return the addresses on a page that lead nowhere inside the site."""
    addresses = {unescape(address) for address in ADDRESS.findall(page.read_text("utf-8"))}
    inside = [address for address in addresses if not urlsplit(address).scheme and not address.startswith("//")]
    return [address for address in inside if not is_alive(*target_of(address, page, root))]


def is_alive(file: Path, anchor: str) -> bool:
    """Tell whether a file is there and has the id; a piece of text (`:~:text=`) needs none."""
    return file.is_file() and (not anchor or ":~:" in anchor or anchor in ids_of(file))


@pytest.mark.parametrize("address, alive", [
    ("a/", True), ("a/index.html", True), ("a/#p1", True), ("a/?mark=x#p1", True), ("#here", True), ("a/#p2", False), ("b/", False),
    ("#there", False), ("/a/#p1", True), ("https://example.org/#x", True), ("mailto:a@example.org", True),
])
def test_a_dead_address_is_told_from_one_that_lives(address: str, alive: bool, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<p id="p1">一</p>', "utf-8")
    page = tmp_path / "index.html"
    page.write_text(f'<p id="here"><a href="{address}">二</a></p>', "utf-8")
    assert dead_on(page, tmp_path) == ([] if alive else [address])


def test_no_address_on_a_page_is_dead(site: Site) -> None:
    pages = list(site.folder.rglob("*.html"))
    assert len(pages) >= 20
    for page in pages:
        root = site.folder.resolve()
        assert dead_on(page.resolve(), root) == [], page.relative_to(site.folder)


def test_no_address_in_the_search_is_dead(page: Page, site: Site) -> None:
    page.goto("search/")
    wait_until(page, "Boolean(window.editionIndex)")
    places = page.evaluate(ALL_PLACES)
    assert len(places) > 100
    dead = {(path, anchor) for path, anchor in places if not is_alive(*target_of(f"/{path}#{anchor}", site.folder, site.folder))
            and not is_alive(*target_of(f"/{path.removesuffix('index')}/#{anchor}", site.folder, site.folder))}
    assert dead == set()


@pytest.mark.parametrize("name", ["glossary.json", "glossary.ttl"])
def test_no_address_in_the_glossary_to_download_is_dead(name: str, site: Site) -> None:
    text = (site.folder / name).read_text("utf-8")
    named = set(re.findall(r'["<]((?:papers|glossary|themes)/[^">#]*)(?:#([^">]*))?[">]', text))
    assert len(named) > 20
    dead = [pair for pair in named if not is_alive(*target_of(f"/{pair[0]}#{pair[1]}", site.folder, site.folder))]
    assert dead == []
