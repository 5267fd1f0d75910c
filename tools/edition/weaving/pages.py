"""The whole edition as Markdown pages: the papers, their overview, the bibliography, the search, the pages that people
wrote."""

import re
from collections.abc import Mapping, Sequence

from edition.bibliography import ReferenceRegistry, registry_of
from edition.catalogue.forms import LEVELS
from edition.dataset import Dataset
from edition.weaving.backlinks import paper_name
from edition.weaving.bibliography import Uses, bibliography_files
from edition.weaving.citebox import cite_files
from edition.weaving.contents import contents_of
from edition.weaving.edited import Edited, in_order
from edition.weaving.editors import THEME, read_page, themes_of
from edition.weaving.editors_cite import page_files, with_citation
from edition.weaving.editors_words import editors_words
from edition.weaving.english_lists import with_english
from edition.weaving.escape import escape
from edition.weaving.facts import byline, title_link, venue_line
from edition.weaving.glossary import glossary_files
from edition.weaving.head import head, with_meta
from edition.weaving.imprint import Imprint
from edition.weaving.intext import Cited, cite
from edition.weaving.lexicon import Lexicon
from edition.weaving.library import Library
from edition.weaving.listing import with_lists
from edition.weaving.paper import write_paper
from edition.weaving.pictures import overview_files, picture_files, with_pictures, write_themes
from edition.weaving.previews import preview_files
from edition.weaving.searched import search_files
from edition.weaving.termlinks import link_terms
from edition.weaving.threads import threads_of
from edition.weaving.ways import with_ways

NO_WORKS = registry_of((), {})
NO_TERMS = Lexicon()
NO_DATA = Dataset()
UNNAMED = Imprint()
_TITLE = re.compile(r"^title: *(.+?) *$", re.MULTILINE)


def weave(papers: Sequence[Edited], written: Mapping[str, str], registry: ReferenceRegistry = NO_WORKS,
          imprint: Imprint = UNNAMED, lexicon: Lexicon = NO_TERMS, dataset: Dataset = NO_DATA) -> dict[str, str]:
    """Return all pages of the edition and the files that lie beside them: path below `build/docs` → text.

    `written` are the pages that people wrote, by their path below `docs`, without the papers' own `index.md`; `lexicon`
    is the glossary with its places in the papers, `dataset` the papers' numbers and what is drawn from them.
    """
    library = Library(registry, papers, imprint, themes_of(written), lexicon, dataset, threads_of(written))
    terms, cited = glossary_files(library)
    pages = dict(terms)
    for path, text in written.items():
        if path not in terms:
            pages[path], cited[path] = write_written(path, text, library)
    pages |= write_themes(written, library) | picture_files(library) | overview_files(library)
    pages["papers/index.md"] = write_overview(in_order(papers))
    for paper in papers:
        pages |= {paper.path: write_paper(paper, library)} | cite_files(paper.front, library)
    for page in filter(None, map(read_page, written, written.values())):
        if page.citable:
            pages |= {page.path: with_citation(pages[page.path], page, imprint)} | page_files(page, imprint)
    pages |= bibliography_files(library, _uses(pages, cited, library))
    contents = contents_of(written, library)
    pages |= preview_files(contents, pages, library) | search_files(contents, library)
    return with_ways(with_english(pages, library), written, library)


def write_written(path: str, text: str, library: Library) -> tuple[str, Cited]:
    """Return a page that people wrote, with its lists, links and notes, and what it cites."""
    page, up = read_page(path, text), "../" * path.count("/")
    linked, slugs = link_terms(text, library.lexicon, up) if page and page.citable else (text, ())
    cited = cite(linked, library, up)
    theme = page.slug if page and page.kind == THEME else ""
    listed = with_pictures(path, with_lists(cited.text, theme, library, up), library)
    notes = f"\n\n{cited.notes}" if cited.notes else ""
    return (with_meta(listed, tips=library.lexicon.tips(slugs)) if slugs else listed) + notes, cited


def _uses(pages: Mapping[str, str], cited: Mapping[str, Cited], library: Library) -> Uses:
    """Return for each work the notes of editors that cite it: what the page is called, and the note's address."""
    named = [(_title_of(path, pages[path]), path, page.uses) for path, page in cited.items()]
    named += [(f"{paper_name(slug, library)}一文的编者按与编者注", paper.path, editors_words(paper, library).uses)
              for slug, paper in library.papers.items()]
    uses: dict[str, list[tuple[str, str]]] = {}
    for title, path, used in named:
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
    level = f'，<span class="level {front.level}">{LEVELS[front.level]}</span>'
    parts = [title_link(front, f"../{paper.path}") + tag, english if front.title else "", said + level]
    return "- " + "<br>\n  ".join(part for part in parts if part) + "\n"
