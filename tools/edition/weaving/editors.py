"""The pages that editors write beside the papers: themes, glossary terms, pages about the edition."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from edition.catalogue.front_matter import split
from edition.catalogue.yaml_lines import parse
from edition.weaving.escape import one_line

THEME, TERM, ABOUT = "themes", "glossary", "about"
KINDS = {THEME: "专题", TERM: "词条", ABOUT: "说明"}
"""The folder of `docs` in which a page lies → what readers call it."""

LAST = 1000
"""The place in lists of a theme that asks for none."""

INTRODUCTION = "about/introduction.md"


@dataclass(frozen=True)
class EditorsPage:
    """A page of editors: its path below `docs`, its folder there, and what its front matter says of it.

    `name_en` is the English of a term, or the English title of another page; `order` the place that a theme asks for in
    lists, `other_names` a term's abbreviations and aliases, `themes` the slugs of themes that it names.
    """

    path: str
    kind: str
    title: str
    description: str = ""
    name_en: str = ""
    order: int = LAST
    other_names: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def citable(self) -> bool:
        """Whether the page says how it is cited."""
        return self.kind in (THEME, TERM) or self.path == INTRODUCTION

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return PurePosixPath(self.path).stem

    @property
    def folder(self) -> str:
        """Where the page lies on the site, without a slash at the end."""
        return self.path.removesuffix(".md")


@lru_cache(maxsize=4096)  # reading YAML takes 4 ms a page, and pages are asked for their front matter several times
def read_page(path: str, text: str) -> EditorsPage | None:
    """Return the page at a path below `docs`, None where it is none of these or lists others (`index.md`)."""
    kind, name = path.partition("/")[0], PurePosixPath(path).name
    if kind not in KINDS or kind == path or name == "index.md":
        return None
    said = _front_of(path, text)
    title, name_en, others = _line(said.get("title")), _line(said.get("title_en")), ()
    if kind == TERM:
        title, name_en = _line(said.get("zh")) or title, _line(said.get("en"))
        others = (*_lines(said.get("abbreviations")), *_lines(said.get("aliases")))
    order = said["order"] if isinstance(said.get("order"), int) else LAST
    return EditorsPage(path, kind, title or name.removesuffix(".md"), _line(said.get("description")), name_en, order, others,
                       _lines(said.get("themes")))


def themes_of(written: Mapping[str, str]) -> dict[str, str]:
    """Return the titles of the themes among pages, by slug, in the order of `order` in their front matter, then of slugs."""
    pages = [page for path, text in written.items() if path.startswith(f"{THEME}/") and (page := read_page(path, text))]
    return {page.slug: page.title for page in sorted(pages, key=lambda page: (page.order, page.slug))}


def _front_of(path: str, text: str) -> Mapping[str, Any]:
    value = parse(split(text).yaml or "", path).value
    return value if isinstance(value, dict) else {}


def _line(value: Any) -> str:
    return " ".join(one_line(str(value)).split()) if isinstance(value, (str, int, float)) else ""


def _lines(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(_line, value))) if isinstance(value, list) else ()
