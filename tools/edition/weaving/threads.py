"""How the edition hangs together: which paragraphs the editors' themes link to."""

from collections.abc import Mapping, Sequence

from edition.weaving.editors import THEME, read_page
from edition.weaving.links import links_in

Threads = Mapping[str, Mapping[str, Sequence[str]]]
"""By theme and paper (slugs) the ids of the paragraphs, once for each link, in the order of the page."""


def threads_of(written: Mapping[str, str]) -> Threads:
    """Return what the themes among pages (path below `docs` → text) link to."""
    found: dict[str, dict[str, list[str]]] = {}
    for path, text in written.items():
        if path.startswith(f"{THEME}/") and (page := read_page(path, text)):
            papers = found.setdefault(page.slug, {})
            for link in links_in(path, text):
                if link.is_to_paper and is_paragraph(link.anchor):
                    papers.setdefault(link.slug, []).append(link.anchor)
    return found


def is_paragraph(anchor: str) -> bool:
    """Tell whether an anchor is a paragraph's: p12."""
    return anchor[:1] == "p" and anchor[1:].isdecimal()
