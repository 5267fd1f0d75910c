"""What the pages that list things say in English: a few sentences, and the papers and themes by their English names."""

from collections.abc import Callable, Iterator, Mapping

from edition.catalogue import Author, Front
from edition.weaving.editors import THEME, read_page
from edition.weaving.english import BY_ENGLISH, english_parts
from edition.weaving.escape import escape
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.pictures.pages import OVERVIEW, PICTURES, THEMES

Pages = Mapping[str, str]

_PAPERS = ("The papers are in Chinese. A link leads to the English abstract of a paper or, where its source has none, to "
           "the editors’ note in English. A Chinese title means that the source has no English one.")
_THEMES = ("Each theme compares what the papers say on one subject: a summary, a table of positions, what is common and what "
           "is not, a timeline, figures and works. A link leads to the summary in English.")
_TERMS = ("Every term has a definition in Chinese and in English and lists each place where it stands in the papers. "
          "See the [list by English name](by-english.md).")
_BY_ENGLISH = ("All terms by their English names. The page of a term has its definition in both languages, the papers that "
               "use it, and every place where it stands in them.")
_WORKS = ("All works that the papers or the editors cite, and the papers themselves, each with the notes that cite it. "
          "References follow the Chinese standard GB/T 7714—2025 and keep the language of the publication; they can be "
          "downloaded at the head of the page as BibTeX, RIS and CSL-JSON.")
_OVERVIEW = ("The whole edition in one look: which papers belong to which theme, and which terms they share. Every cell and name is "
             "a link. Each picture has an English title, and the same content as a table.")
_PICTURES = ("Pictures that the edition draws of itself: which paragraphs the themes lead to, how terms are spread over the papers, "
             "what the papers cite. Each has an English title and its data below.")


def with_english(pages: Pages, library: Library) -> dict[str, str]:
    """Return the pages, those that list papers, themes, terms, works or pictures with an English part at their end."""
    said: dict[str, Callable[[], str]] = {
        "papers/index.md": lambda: _listed(_PAPERS, _papers(pages, library)),
        THEMES: lambda: _listed(_THEMES, _themes(pages, library)),
        "glossary/index.md": lambda: _TERMS, BY_ENGLISH: lambda: _BY_ENGLISH,
        BIBLIOGRAPHY: lambda: _WORKS, OVERVIEW: lambda: _OVERVIEW, PICTURES: lambda: _PICTURES,
    }
    return {path: _with_part(path, text, _part(said[path]())) if path in said and not english_parts(text) else text
            for path, text in pages.items()}


def _with_part(path: str, text: str, part: str) -> str:
    """Return a page with its English part at its end, but at the head of a list that is in English itself."""
    at = text.find("\n## ") if path == BY_ENGLISH else -1
    return f"{text[:at].rstrip()}\n\n{part}{text[at:]}" if at >= 0 else f"{text.rstrip()}\n\n{part}"


def _part(said: str) -> str:
    return f'## In English {{#english lang="en"}}\n\n<div lang="en" markdown>\n\n{said}\n\n</div>\n'


def _listed(said: str, items: Iterator[str]) -> str:
    return f"{said}\n\n" + "".join(f"- {item}\n" for item in items)


def _papers(pages: Pages, library: Library) -> Iterator[str]:
    for slug, paper in library.papers.items():
        anchor = next((f"#{part.id}" for part in english_parts(pages[paper.path])), "")
        named = f"[{_title(paper.front)}]({slug}/index.md{anchor})"
        yield ", ".join([named, *map(_name, paper.front.authors), *_where(paper.front)])


def _title(front: Front) -> str:
    return escape(front.title_en) if front.title_en else f'<span lang="zh">{escape(front.name)}</span>'


def _name(author: Author) -> str:
    return escape(author.name_en) if author.name_en else f'<span lang="zh">{escape(author.name)}</span>'


def _where(front: Front) -> Iterator[str]:
    venue = front.venue
    if venue.name:
        yield f'<span lang="zh">《{escape(venue.name)}》</span>'
        yield from (said for said in (str(venue.year or ""), f"no. {venue.issue}" if venue.issue else "",
                                      f"pp. {venue.pages.replace('-', '–')}" if venue.pages else "") if said)


def _themes(pages: Pages, library: Library) -> Iterator[str]:
    for slug in library.themes:
        text = pages.get(f"{THEME}/{slug}.md", "")
        page, parts = read_page(f"{THEME}/{slug}.md", text), english_parts(text)
        if page and page.name_en and parts:
            yield f"[{escape(page.name_en)}]({slug}.md#{parts[0].id})"
