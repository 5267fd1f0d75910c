"""The kinds of pages that a site has, each by the largest of its kind: what holds for it holds for the others."""

from pathlib import Path

from browsing import Site

LARGEST_OF = {"paper": "papers", "theme": "themes", "term": "glossary"}
FIXED = {
    "home": "", "papers": "papers/", "terms": "glossary/", "terms-by-theme": "glossary/by-theme/", "bibliography": "bibliography/", "search": "search/?q=多边主义",
    "overview": "overview/", "pictures": "pictures/", "data": "data/", "about": "about/introduction/", "missing": "404.html",
}
LISTS = ("by-english", "by-kind", "by-theme", "shared")
BARS = ("home", "paper", "theme", "term", "bibliography", "search")
"""The kinds that stand for all where a test is slow."""

KINDS = (*FIXED, *LARGEST_OF)

WIDTHS = (390, 1440)
"""A phone and a desk, in CSS pixels."""


def address_of(kind: str, site: Site) -> str:
    """Return the address, from the site's root, of the page that stands for a kind."""
    if kind in FIXED:
        return FIXED[kind]
    folder = site.folder / LARGEST_OF[kind]
    pages = (file for file in folder.rglob("*.html") if _name(file) not in (folder.name, *LISTS))
    page = max(pages, key=lambda file: file.stat().st_size)
    return page.relative_to(site.folder).as_posix().removesuffix("index.html")


def _name(page: Path) -> str:
    """Return what a page is called, be it a folder or a file."""
    return page.parent.name if page.name == "index.html" else page.stem
