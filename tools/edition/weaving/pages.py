"""The whole edition as Markdown pages: the papers, their overview, the bibliography, the search, the pages that people
wrote."""

import re
from collections.abc import Mapping, Sequence

from edition.bibliography import ReferenceRegistry, registry_of
from edition.weaving.backlinks import paper_name
from edition.weaving.bibliography import Uses, bibliography_files
from edition.weaving.citebox import cite_files
from edition.weaving.edited import Edited, in_order
from edition.weaving.editors import read_page
from edition.weaving.editors_cite import page_files, with_citation
from edition.weaving.escape import escape
from edition.weaving.facts import byline, list_line, title_link, venue_line
from edition.weaving.head import head
from edition.weaving.imprint import Imprint
from edition.weaving.intext import Cited, cite
from edition.weaving.library import Library
from edition.weaving.mentions import mentions_of
from edition.weaving.paper import headnote_of, write_paper
from edition.weaving.searched import search_files

MARKER = "<!-- papers -->"
"""Stands on a page of `docs/` where the list of papers is to be put."""

NO_WORKS = registry_of((), {})
UNNAMED = Imprint()
_TITLE = re.compile(r"^title: *(.+?) *$", re.MULTILINE)


def weave(papers: Sequence[Edited], written: Mapping[str, str], registry: ReferenceRegistry = NO_WORKS,
          imprint: Imprint = UNNAMED) -> dict[str, str]:
    """Return all pages of the edition and the files that lie beside them: path below `build/docs` → text.

    `written` are the pages that people wrote, by their path below `docs`, without the papers' own `index.md`.
    """
    library = Library(registry, papers, imprint, mentions_of(written, papers, registry))
    listed = in_order(papers)
    cited = {path: cite(text, library, _up(path)) for path, text in written.items()}
    pages = {path: _with_list(path, page, listed) for path, page in cited.items()}
    pages["papers/index.md"] = write_overview(listed)
    for paper in papers:
        pages |= {paper.path: write_paper(paper, library)} | cite_files(paper.front, library)
    for page in filter(None, map(read_page, written, written.values())):
        if page.citable:
            pages |= {page.path: with_citation(pages[page.path], page, imprint)} | page_files(page, imprint)
    return pages | bibliography_files(library, _uses(written, cited, library)) | search_files(written, library)


def _up(path: str) -> str:
    return "../" * path.count("/")


def _with_list(path: str, page: Cited, papers: Sequence[Edited]) -> str:
    listed = "".join(f"- {list_line(paper.front, _up(path) + paper.path)}\n" for paper in papers)
    return page.text.replace(MARKER, listed) + (f"\n\n{page.notes}" if page.notes else "")


def _uses(written: Mapping[str, str], cited: Mapping[str, Cited], library: Library) -> Uses:
    """Return for each work the notes of editors that cite it: what the page is called, and the note's address."""
    pages = [(_title_of(path, written[path]), path, page.uses) for path, page in cited.items()]
    pages += [(f"{paper_name(slug, library)}一文的编者按", paper.path, headnote_of(paper, library).uses)
              for slug, paper in library.papers.items()]
    uses: dict[str, list[tuple[str, str]]] = {}
    for title, path, used in pages:
        for key, note in used:
            uses.setdefault(key, []).append((title, f"{path}#{note}"))
    return uses


def _title_of(path: str, text: str) -> str:
    found = _TITLE.search(text)
    return found[1].strip("\"'") if found else path.removesuffix(".md")


def write_overview(papers: Sequence[Edited]) -> str:
    """Return the page that lists all papers with their English titles and what is at hand of each."""
    samples = sum(paper.front.sample for paper in papers)
    also = f"，另有自编样稿 {samples} 篇，供演示之用" if samples else ""
    intro = f"本版收论文 {len(papers) - samples} 篇{also}。\n"
    entries = "\n".join(map(_entry, papers))
    return (head("论文", "本数字版所收论文一览：题名、作者、出处。") + f"# 论文 {{#title}}\n\n{intro}\n"
            + f'<div class="papers" markdown>\n\n{entries}\n</div>\n')


def _entry(paper: Edited) -> str:
    front = paper.front
    tag = ' <span class="tag">样稿</span>' if paper.front.sample else ""
    state = "" if paper.work else "全文未在本机；有书目与篇章结构"
    english = f'<span class="english" lang="en">{escape(front.title_en)}</span>' if front.title_en else ""
    said = "，".join(escape(part) for part in (byline(front), venue_line(front), state) if part)
    parts = [title_link(front, f"../{paper.path}") + tag, english if front.title else "", said]
    return "- " + "<br>\n  ".join(part for part in parts if part) + "\n"
