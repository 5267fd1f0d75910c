"""引用本文: the box on a paper's page that says how to cite it, in each style, and this edition of it.

Its `data-` attributes hold what the citation of a paragraph is made of, with {page}, {id} and {address} for the script
to fill in.
"""

import html
import json
from functools import lru_cache

from edition.catalogue import Front
from edition.citing import format_reference
from edition.problems import Refused
from edition.weaving.downloads import download_links, files_of
from edition.weaving.imprint import cite_paper
from edition.weaving.library import Item, Library

STYLES = {
    "gbt7714-2025": "GB/T 7714—2025", "gbt7714-2015": "GB/T 7714—2015", "note": "脚注", "apa": "APA",
    "chicago": "Chicago", "mla": "MLA",
}
_SOME_PAGE = "98765"
"""Stands for a page while a reference is formatted, where the page itself is to be put later."""


def cite_files(front: Front, library: Library) -> dict[str, str]:
    """Return the files with the paper's reference by their path below build/docs."""
    item = library.item_of(front.slug)
    return files_of([item], f"papers/{front.slug}/cite") if item else {}


def cite_box(front: Front, library: Library) -> str:
    """Return the box as HTML without blank lines."""
    item = library.item_of(front.slug)
    address = library.imprint.page(f"papers/{front.slug}/")
    original = "".join(_row(STYLES[style], html.escape(said), style) for style, said in _originals(item))
    own = html.escape(cite_paper(library.imprint, front, "\0")).replace(
        "\0", f'<span class="address">{html.escape(address)}</span>')
    links = download_links(cite_files(front, library))
    return (f'<details class="cite-box" id="cite"{_attributes(front, item, library)}>\n<summary>引用本文</summary>\n'
            f"<dl>\n{original}{_row('本版', own, 'edition')}</dl>\n"
            + (f'<p class="downloads">下载：{links}</p>\n' if links else "") + "</details>\n")


def _row(term: str, said: str, style: str) -> str:
    return f'<div><dt>{term}</dt><dd data-style="{style}"><span>{said}</span></dd></div>\n'


def _originals(item: Item | None) -> list[tuple[str, str]]:
    """Return the paper's reference in each style that prints it right."""
    found = [(style, _formatted(item, style)) for style in STYLES] if item else []
    return [(style, said) for style, said in found if said]


def _formatted(item: Item, style: str, locator: str = "") -> str:
    return _formatted_once(json.dumps(item), style, locator)


@lru_cache(maxsize=8192)  # the handbooks' styles take 25 ms each, at every rebuild of `mkdocs serve`
def _formatted_once(item: str, style: str, locator: str) -> str:
    try:
        return format_reference(json.loads(item), style, locator)
    except Refused:
        return ""


def _attributes(front: Front, item: Item | None, library: Library) -> str:
    said = {"edition": cite_paper(library.imprint, front, "{address}", "第 {id} 段")}
    if item:
        said |= {"note": _with_page(item, "note"), "gbt": _with_page(item, "gbt7714-2025")}
    return "".join(f' data-{name}="{html.escape(text)}"' for name, text in said.items() if text)


def _with_page(item: Item, style: str) -> str:
    """Return the reference with {page} where a page is named, "" where the style names none."""
    said = _formatted(item, style, _SOME_PAGE)
    return said.replace(_SOME_PAGE, "{page}") if said.count(_SOME_PAGE) == 1 else ""
