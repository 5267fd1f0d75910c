"""The works that a note cites: links to the bibliography that stand after the note's own words."""

from collections.abc import Iterable

from edition.bibliography import Cite
from edition.weaving.escape import attribute, escape
from edition.weaving.labels import title_of
from edition.weaving.library import BIBLIOGRAPHY, Library

WORK_CLASS = ".work"
"""What style sheet and script know these links by."""


def work_links(cites: Iterable[Cite], library: Library, up: str) -> str:
    """Return a link to each work, with its reference as title; `up` leads from the page to the site's root."""
    known = (cite for cite in cites if cite.key in library.registry.items)
    return "".join(" " + _link(cite, library, up) for cite in dict.fromkeys(known))


def named_work(key: str, library: Library, page: str = "") -> str:
    """Return a link to a work by its short name, and its title behind it; `page` leads to the bibliography."""
    item = library.registry.items[key]
    if not item.get("author"):
        return f"[{escape(title_of(item))}]({page}#{key})"
    return f"[{escape(library.label(key))}]({page}#{key})：{escape(title_of(item))}"


def _link(cite: Cite, library: Library, up: str) -> str:
    said = attribute(library.reference(cite.key, cite.locator))
    label = escape(library.label(cite.key))
    return f'[{label}]({up}{BIBLIOGRAPHY}#{cite.key} "{said}"){{{WORK_CLASS}}}'
