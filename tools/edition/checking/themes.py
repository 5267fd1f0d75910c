"""Rules about themes and headnotes: THE001 … THE006."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from edition.catalogue import Edition, Written
from edition.catalogue.faults import cut
from edition.checking.registry import rule
from edition.problems import Problem, Severity
from edition.weaving import themes_of
from edition.weaving.timeline import Dated, timeline_of

OF_THEME = ("summary", "positions", "comparison", "agreements", "differences", "gaps", "timeline", "figures", "terms",
            "papers", "works", "further", "english")
OF_HEADNOTE = ("headnote", "reading-path", "headnote-english")
"""The ids of the sections that a theme's page has, and a headnote that is written in sections."""

_SECTION = re.compile(r"^#{2,} .*\{#([\w-]+)", re.MULTILINE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=2)
def _themes(edition: Edition) -> dict[str, Written]:
    titles = themes_of({page.path: page.text for page in edition.written})
    return {page.path[len("themes/"):-len(".md")]: page for page in edition.written
            if page.path.startswith("themes/") and page.path[len("themes/"):-len(".md")] in titles}


@rule("THE001", summary="a theme of a paper that does not exist")
def no_such_theme(edition: Edition) -> Iterator[Problem]:
    """themes in a paper's front matter names pages of docs/themes by their slugs.

    Mend: correct the slug, or write the theme.
    """
    known = _themes(edition)
    for paper in edition.papers:
        for number, slug in enumerate(paper.front.themes if paper.front else ()):
            if slug not in known:
                near = get_close_matches(slug, known, n=1)
                yield Problem(paper.path, paper.line("themes", number), "THE001", f"the theme {cut(slug)}",
                              "the slug of a theme", f"Did you mean {near[0]}?" if near else "Look at docs/themes.")


@rule("THE002", summary="a theme that no paper names", severity=Severity.WARNING)
def unnamed_theme(edition: Edition) -> Iterator[Problem]:
    """A theme is found from its papers, and lists them, by the key themes in their front matter.

    Mend: add the theme's slug to the papers that it draws on, or take the page out.
    """
    named = {slug for paper in edition.papers if paper.front for slug in paper.front.themes}
    for slug, page in _themes(edition).items() if edition.papers else ():
        if slug not in named:
            yield Problem(page.shown, 1, "THE002", f"the theme {cut(slug)} without a paper", "at least one that names it",
                          f"Write themes: [{slug}] into the front matter of its papers.")


@rule("THE003", summary="a section that a theme's page lacks")
def section_of_theme(edition: Edition) -> Iterator[Problem]:
    """Readers find the same parts in each theme: 概要, 各家之说, 异同 with its three parts, 年表, 数字, 术语, 论文, 著作,
    延伸阅读 and English. What is not there yet is a heading with a sentence that says so.

    Mend: add a heading with the id that the message names, as in ## 年表 {#timeline}.
    """
    for page in _themes(edition).values():
        for id in _missing(page.text, OF_THEME):
            yield Problem(page.shown, 1, "THE003", f"no section {{#{id}}}", "one", f"Add a heading with {{#{id}}} at its end.")


@rule("THE004", summary="a section that a headnote lacks")
def section_of_headnote(edition: Edition) -> Iterator[Problem]:
    """A headnote that is written in sections has 编者提要, 阅读路径 and an English note.

    Mend: add a heading with the id that the message names, as in ## 阅读路径 {#reading-path}.
    """
    for paper in edition.papers:
        for id in _missing(paper.headnote, OF_HEADNOTE) if _SECTION.search(paper.headnote) else ():
            yield Problem(paper.path, paper.headnote_line, "THE004", f"no section {{#{id}}}", "one",
                          f"Add a heading with {{#{id}}} at its end.")


def _missing(text: str, ids: tuple[str, ...]) -> list[str]:
    there = set(_SECTION.findall(text))
    return [id for id in ids if id not in there]


@rule("THE005", summary="a date in a timeline that is none")
def no_date(edition: Edition) -> Iterator[Problem]:
    """The first column of a theme's timeline holds a year, a month or a day: 1995, 1995-01, 1995-01-01.

    Mend: write the date in one of these forms; what is less certain is said in the second column.
    """
    for page in _themes(edition).values():
        for dated in timeline_of(page.text):
            if not is_date(dated.date):
                yield _wrong(page, dated, "THE005", f"the date {cut(dated.date)!r}", "a real year, month or day",
                             "Write 1995, 1995-01 or 1995-01-01.")


@rule("THE006", summary="a timeline out of order")
def out_of_order(edition: Edition) -> Iterator[Problem]:
    """A timeline is read from above, earlier events first; a year stands before its months, a month before its days.

    Mend: move the row to its place.
    """
    for page in _themes(edition).values():
        rows = [dated for dated in timeline_of(page.text) if is_date(dated.date)]
        for before, dated in zip(rows, rows[1:]):
            if dated.date < before.date:
                yield _wrong(page, dated, "THE006", f"{dated.date} after {before.date}", "earlier dates first",
                             "Move the row to its place.")


def is_date(text: str) -> bool:
    """Tell whether a text is a real year, month or day (ISO 8601, years of four digits)."""
    match = _DATE.fullmatch(text)
    if not match:
        return False
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return False
    return True


def _wrong(page: Written, dated: Dated, *words: str) -> Problem:
    return Problem(page.shown, dated.line, *words)
