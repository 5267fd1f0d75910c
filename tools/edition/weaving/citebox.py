"""引用本文: the box on a page that says how to cite it, in each style, and this edition of it.

On a paper's page its `data-` attributes hold what the citation of a paragraph is made of, with {page}, {id} and
{address} for the script to fill in.
"""

import html
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from edition.catalogue import Front
from edition.citing import format_reference
from edition.problems import Refused
from edition.weaving.downloads import download_links, files_of
from edition.weaving.english_runs import mark_english
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
    original = [Row(STYLES[style], mark_english(said, html.escape), style) for style, said in _originals(item)]
    rows = [*original, Row("本版", _of_edition(front, library), "edition")]
    return write_box("引用本文", rows, cite_files(front, library), _attributes(front, item, library))


def print_head(front: Front, library: Library) -> str:
    """Return what stands above a paper on paper and not on a screen: how it and this edition of it are cited."""
    item = library.item_of(front.slug)
    original = mark_english(formatted(item, "gbt7714-2025"), html.escape) if item else ""
    return write_print_head(original, _of_edition(front, library))


def write_print_head(*said: str) -> str:
    """Return citations, given as HTML, each on a line of its own that only a printer shows."""
    return f'<p class="print-head">{"".join(f"<span>{each}</span>" for each in said if each)}</p>\n'


class Row(NamedTuple):
    """One citation: what its style is called, the citation as HTML, the style."""

    term: str
    said: str
    style: str


def write_box(called: str, rows: Sequence[Row], files: Iterable[str], attributes: str = "") -> str:
    """Return a box of citations with links to the files beside the page, as HTML without blank lines."""
    listed = "".join(f'<div><dt>{row.term}</dt><dd data-style="{row.style}"><span>{row.said}</span></dd></div>\n'
                     for row in rows)
    links = download_links(files)
    return (f'<details class="cite-box" id="cite"{attributes}>\n<summary>{called}</summary>\n<dl>\n{listed}</dl>\n'
            + (f'<p class="downloads">下载：{links}</p>\n' if links else "") + "</details>\n")


def _of_edition(front: Front, library: Library) -> str:
    """Return the citation of a paper in this edition as HTML; the script puts in the address where the site knows none."""
    address = html.escape(library.imprint.page(f"papers/{front.slug}/"))
    said = mark_english(cite_paper(library.imprint, front, "\0"), html.escape)
    return said.replace("\0", f'<span class="address">{address}</span>')


def _originals(item: Item | None) -> list[tuple[str, str]]:
    """Return the paper's reference in each style that prints it right."""
    found = [(style, formatted(item, style)) for style in STYLES] if item else []
    return [(style, said) for style, said in found if said]


def formatted(item: Item, style: str, locator: str = "") -> str:
    """Return an item's reference in a style, "" where the style can't print it right."""
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
    said = formatted(item, style, _SOME_PAGE)
    return said.replace(_SOME_PAGE, "{page}") if said.count(_SOME_PAGE) == 1 else ""
