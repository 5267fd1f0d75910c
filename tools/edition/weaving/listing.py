"""Lists that a page of `docs/` asks for with a comment: the papers, the themes, the terms."""

import re

from edition.weaving.escape import escape
from edition.weaving.facts import list_line
from edition.weaving.library import Library
from edition.weaving.ordering import spelled

MAIN = 24
"""Terms in the list of those that stand in most papers."""


def with_lists(text: str, theme: str, library: Library, up: str) -> str:
    """Return the text with its lists; on a theme's page (`theme` is its slug, "" elsewhere) those of the theme."""
    return _MARKER.sub(lambda match: _LISTS[match[1]](theme, library, up), text)


def _papers(theme: str, library: Library, up: str) -> str:
    papers = (paper for paper in library.papers.values() if not theme or theme in paper.front.themes)
    return "".join(f"- {list_line(paper.front, up + paper.path)}\n" for paper in papers)


def _terms(theme: str, library: Library, up: str) -> str:
    terms = (term for term in library.lexicon.in_order if not theme or theme in term.front.themes)
    return "、".join(f"[{escape(term.front.zh)}]({up}{term.path})" for term in terms) + "\n"


def _main_terms(theme: str, library: Library, up: str) -> str:
    """Return the terms that stand in most papers, by pinyin; without the papers' texts those of most themes."""
    counts = {term.slug: library.lexicon.counts(term.slug) for term in library.lexicon.in_order}
    ranked = sorted(library.lexicon.in_order, reverse=True, key=lambda term: (
        len(counts[term.slug]), sum(map(sum, counts[term.slug].values())), len(term.front.themes)))
    terms = sorted(ranked[:MAIN], key=lambda term: (spelled(term.front.zh), term.slug))
    return "、".join(f"[{escape(term.front.zh)}]({up}{term.path})" for term in terms) + "\n"


def _themes(theme: str, library: Library, up: str) -> str:
    papers = [paper.front.themes for paper in library.papers.values()]
    return "".join(f"- [{escape(title)}]({up}themes/{slug}.md) "
                   f'<span class="count">{sum(slug in themes for themes in papers)} 篇</span>\n'
                   for slug, title in library.themes.items())


_LISTS = {"papers": _papers, "themes": _themes, "terms": _terms, "main terms": _main_terms}
_MARKER = re.compile(rf"^<!-- ({'|'.join(_LISTS)}) -->$", re.MULTILINE)
"""What stands on a line of its own where a list is to be put."""
