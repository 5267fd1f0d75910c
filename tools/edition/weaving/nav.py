"""The order of the pages, as a list that MkDocs takes for `nav`."""

import html
from collections.abc import Sequence

from edition.weaving.edited import Edited, in_order
from edition.weaving.library import BIBLIOGRAPHY
from edition.weaving.searched import SEARCH

ABOUT = (("编辑凡例", "about/principles.md"), ("如何引用", "about/citing.md"), ("参与编辑", "about/editing.md"),
         ("检索的做法", "about/search.md"))


def nav(papers: Sequence[Edited], has_works: bool = False) -> list[dict]:
    """Return home, the papers, the bibliography where there are works, the search, the pages about the edition.

    Titles are HTML, as the theme takes them.
    """
    listed = [{html.escape(paper.front.name, quote=False): paper.path} for paper in in_order(papers)]
    return [
        {"首页": "index.md"},
        {"论文": ["papers/index.md", *listed]},
        *([{"书目": BIBLIOGRAPHY}] if has_works else []),
        {"检索": SEARCH},
        {"凡例与说明": [{title: path} for title, path in ABOUT]},
    ]
