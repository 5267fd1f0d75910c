"""The pages with pictures: 数据与图, 全景, the list of themes; and pictures on pages of editors."""

import html
import re
from collections.abc import Callable, Mapping, Sequence

from edition.weaving.editors import THEME, EditorsPage, read_page
from edition.weaving.escape import escape
from edition.weaving.head import head
from edition.weaving.library import Library
from edition.weaving.pictures.figure import Figure, csv_of, write_figure
from edition.weaving.pictures.of_data import figure_of
from edition.weaving.pictures.of_edition import (
    FILES,
    paragraphs_by_theme,
    terms_by_paper,
    terms_by_theme,
    themes_by_paper,
)
from edition.weaving.pictures.of_works import (
    journals_cited_most,
    people_cited_by_several,
    works_cited_most,
    years_by_paper,
)

PICTURES, OVERVIEW, THEMES = "pictures/index.md", "overview/index.md", "themes/index.md"

SHARED, FREQUENT = 24, 20
"""Terms in the picture of the whole, and in that of the most frequent."""

_MARKER = re.compile(r"<!-- picture ([a-z0-9-]+) -->")
_TO_ROOT = "../"


def pictures_named(text: str) -> list[tuple[str, int]]:
    """Return the pictures that a text asks for, each with its line (from 1)."""
    return [(match[1], text.count("\n", 0, match.start()) + 1) for match in _MARKER.finditer(text)]


def with_pictures(path: str, text: str, library: Library) -> str:
    """Return a page of editors with each `<!-- picture name -->` replaced by that picture; an unknown one is left."""
    depth = path.count("/") + (not path.endswith(("/index.md", "README.md", "index.md")))
    return _MARKER.sub(lambda match: _drawn(match, library, _TO_ROOT * depth), text)


def _drawn(match: re.Match, library: Library, up: str) -> str:
    form = library.dataset.pictures.get(match[1])
    table = library.dataset.tables.get(form.data) if form else None
    return f"\n\n{write_figure(figure_of(form, table, up))}\n" if table else match[0]


def picture_files(library: Library) -> dict[str, str]:
    """Return the page of the pictures that the edition draws of itself, and their data."""
    figures = _made(library, paragraphs_by_theme, _frequent, years_by_paper, works_cited_most, journals_cited_most,
                    people_cited_by_several)
    said = "由本版自身画出的图：专题引到哪些段落，术语怎样分布，各篇引用了什么。每图之下有数据，可以下载。"
    return _files(PICTURES, "图", said, "由论文中的数字画出的图见[数据](../data/README.md)。\n" if library.dataset.tables else "",
                  figures)


def overview_files(library: Library) -> dict[str, str]:
    """Return the page that shows the whole edition in one look, and its data."""
    said = (f"全版一览：{len([p for p in library.papers.values() if not p.front.sample])} 篇论文、{len(library.themes)} 个专题、"
            f"{len(library.lexicon.glossary.terms)} 条术语，彼此怎样相连。图中每一格、每个名称都是链接；“数据”以表格给出同样的内容。")
    return _files(OVERVIEW, "全景", said, "", _made(library, themes_by_paper, _shared, _shared_by_theme))


def _frequent(library: Library, up: str) -> Figure | None:
    return terms_by_paper(library, up, FREQUENT, by_papers=False)


def _shared(library: Library, up: str) -> Figure | None:
    return terms_by_paper(library, up, SHARED, by_papers=True)


def _shared_by_theme(library: Library, up: str) -> Figure | None:
    return terms_by_theme(library, up, SHARED)


def _made(library: Library, *makers: Callable[[Library, str], Figure | None]) -> list[Figure]:
    return [figure for make in makers if (figure := make(library, _TO_ROOT))]


def _files(path: str, title: str, said: str, more: str, figures: Sequence[Figure]) -> dict[str, str]:
    if not figures:
        return {}
    sections = "\n".join(f"## {escape(figure.title)} {{#{figure.name}}}\n\n{write_figure(figure, below_heading=True)}" for figure in figures)
    page = f"{head(title, said)}# {title} {{#title}}\n\n{said}\n\n{more}\n{sections}"
    return {path: page} | {f"{FILES}{figure.name}.csv": csv_of(figure) for figure in figures}


def write_themes(written: Mapping[str, str], library: Library) -> dict[str, str]:
    """Return the list of all themes, each with its English title, what it is about and how many papers name it."""
    pages = {page.slug: page for path, text in written.items()
             if path.startswith(f"{THEME}/") and (page := read_page(path, text))}
    if not pages or THEMES in written:
        return {}
    said = f"论文共同关心的 {len(pages)} 个专题，各有概要、各家之说、异同、年表与数字。"
    items = "\n".join(_item(pages[slug], library) for slug in library.themes)
    return {THEMES: f'{head("专题", said)}# 专题 {{#title}}\n\n{said}\n\n<div class="papers" markdown>\n\n{items}\n</div>\n'}


def _item(page: EditorsPage, library: Library) -> str:
    papers = len([paper for paper in library.papers.values() if page.slug in paper.front.themes])
    english = f'<span class="english" lang="en">{html.escape(page.name_en)}</span>' if page.name_en else ""
    count = f' <span class="count">{papers} 篇</span>' if papers else ""
    lines = [f"[{escape(page.title)}]({page.slug}.md){count}", english, escape(page.description)]
    return "- " + "<br>\n  ".join(line for line in lines if line) + "\n"
