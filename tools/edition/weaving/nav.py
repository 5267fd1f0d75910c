"""The order of the pages, as a list that MkDocs takes for `nav`."""

import html
from collections.abc import Collection, Mapping, Sequence

from edition.catalogue import Front
from edition.glossary import FOLDER
from edition.weaving.edited import Edited, in_order
from edition.weaving.glossary.lists import LISTS
from edition.weaving.library import BIBLIOGRAPHY
from edition.weaving.pictures.pages import OVERVIEW, PICTURES, THEMES
from edition.weaving.search_help import SEARCH

ABOUT = (("导言", "about/introduction.md"), ("编辑凡例", "about/principles.md"), ("如何引用", "about/citing.md"),
         ("参与编辑", "about/editing.md"), ("核对与规则", "about/checks.md"), ("版本与地址", "about/releases.md"),
         ("检索的做法", "about/search.md"), ("部署与离线", "about/hosting.md"))
DATA = "data/README.md"
ENGLISH = {"论文": "Papers", "全景": "Overview", "专题": "Themes", "术语": "Glossary", "书目": "Bibliography",
           "检索": "Search", "数据与图": "Data", "凡例与说明": "About"}
NO_THEMES: Mapping[str, str] = {}


def nav(papers: Sequence[Edited], pages: Collection[str], themes: Mapping[str, str] = NO_THEMES) -> list[dict]:
    """Return home, papers, the whole in one look, themes, terms, bibliography, data and pictures, and pages about the edition, as far as there are `pages`.

    `themes` are the titles of themes by slug. Titles are HTML, as the theme takes them; sections are named in
    both languages. A term's own page is found by
    the lists of terms: two hundred of them would make every page heavy.
    """
    listed = [{_title(paper.front): paper.path} for paper in in_order(papers)]
    sections = {
        "论文": ["papers/index.md", *listed],
        "全景": [OVERVIEW],
        "专题": [THEMES, *({html.escape(title, quote=False): f"themes/{slug}.md"} for slug, title in themes.items())],
        "术语": [{called: f"{FOLDER}{name}.md"} for name, called in LISTS.items()],
        "书目": [BIBLIOGRAPHY],
        "检索": [SEARCH],
        "数据与图": [DATA, {"图": PICTURES}],
        "凡例与说明": [{title: path} for title, path in ABOUT],
    }
    there = {name: [entry for entry in entries if _path(entry) in pages] for name, entries in sections.items()}
    return [{"首页": "index.md"}, *({_bilingual(name): entries} for name, entries in there.items() if entries)]


def _bilingual(name: str) -> str:
    return f'{name} <span lang="en">{ENGLISH[name]}</span>'


def _title(front: Front) -> str:
    title = html.escape(front.name, quote=False)
    return title if front.title else f'<span lang="en">{title}</span>'


def _path(entry: str | dict[str, str]) -> str:
    return entry if isinstance(entry, str) else next(iter(entry.values()))
