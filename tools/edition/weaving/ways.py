"""What every page has around its text: where it stands, the switch to English, what links to it."""

import posixpath
from collections.abc import Mapping

from edition.catalogue import Front
from edition.weaving.editors import KINDS, THEME, read_page
from edition.weaving.english import BY_ENGLISH, ELSEWHERE, english_parts, switch, with_ways_back
from edition.weaving.escape import escape
from edition.weaving.glossary.lists import LISTS as TERM_LISTS
from edition.weaving.intext.code import front_end
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.linked_from import LISTS, Named, before_notes, linked_from, write_linked_from
from edition.weaving.pictures.pages import OVERVIEW, PICTURES, THEMES
from edition.weaving.search_help import SEARCH

HOME, PAPERS, DATA, TERMS = "index.md", "papers/index.md", "data/README.md", "glossary/index.md"
ABOVE = {"papers": (PAPERS, "论文"), THEME: (THEMES, "专题"), "glossary": (TERMS, "术语"), "pictures": (DATA, "数据")}
"""By folder the page that its pages stand under, and what it is called."""


def with_ways(pages: Mapping[str, str], written: Mapping[str, str], library: Library) -> dict[str, str]:
    """Return the woven pages and files with the ways on: `written` are the pages of people by path below `docs`."""
    names = _names(written, library)
    texts = {path: pages[path] for path in names if path in pages}
    sources = linked_from(texts, _own(library))
    return {path: _with_ways(path, text, pages, write_linked_from(path, sources.get(path, ()), names))
            if path.endswith(".md") else text for path, text in pages.items()}


def _with_ways(path: str, text: str, pages: Mapping[str, str], foot: str) -> str:
    parts = english_parts(text)
    elsewhere = BY_ENGLISH if path.startswith("glossary/") and BY_ENGLISH in pages else ELSEWHERE
    reached = parts or elsewhere.partition("#")[0] in pages
    ways = [*_above(path, pages), *([switch(parts, _from(path, elsewhere))] if reached else [])]
    said = with_ways_back(text, parts)
    start = front_end(said)
    placed = f'{said[:start].rstrip()}\n\n{_bar(ways)}\n{said[start:].lstrip()}' if ways else said
    return before_notes(placed, foot) if foot else placed


def _bar(ways: list[str]) -> str:
    items = "".join(f"- {way}\n" for way in ways)
    return f'<nav class="way" aria-label="所在位置与语言" markdown>\n\n{items}\n</nav>\n'


def _above(path: str, pages: Mapping[str, str]) -> list[str]:
    above = {HOME: "首页"} | dict([ABOVE[folder]] if (folder := path.partition("/")[0]) in ABOVE else [])
    return [f"[{called}]({_from(path, to)})" for to, called in above.items() if to in pages and to != path]


def _from(path: str, to: str) -> str:
    return posixpath.relpath(to, posixpath.dirname(path) or ".")


def _names(written: Mapping[str, str], library: Library) -> dict[str, Named]:
    """Return what the pages are called from which links are counted, in the order in which they are shown."""
    papers = {paper.path: Named(_called(paper.front), "论文") for paper in library.papers.values()}
    themes = {f"{THEME}/{slug}.md": Named(escape(title), "专题") for slug, title in library.themes.items()}
    terms = {term.path: Named(escape(term.front.zh), "词条") for term in library.lexicon.in_order}
    others = {path: Named(escape(page.title), KINDS[page.kind])
              for path, text in written.items() if (page := read_page(path, text)) and path not in {*themes, *terms}}
    lists = {HOME: "首页", PAPERS: "论文", OVERVIEW: "全景", THEMES: "专题", BIBLIOGRAPHY: "书目", SEARCH: "检索", PICTURES: "图",
             **{f"glossary/{name}.md": f"术语：{called}" for name, called in TERM_LISTS.items()}}
    return {**papers, **themes, **terms, **others, DATA: Named("数据", "数据"),
            **{path: Named(called, LISTS) for path, called in lists.items()}}


def _called(front: Front) -> str:
    return escape(front.name) if front.title else f'<span lang="en">{escape(front.name)}</span>'


def _own(library: Library) -> dict[str, str]:
    entries = {slug: library.registry.of_paper(slug) for slug in library.papers}
    return {entry.key: library.papers[slug].path for slug, entry in entries.items() if entry}
