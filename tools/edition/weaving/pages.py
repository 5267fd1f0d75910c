"""The whole edition as Markdown pages: the papers, their overview, and the pages that people wrote."""

from collections.abc import Mapping, Sequence

from edition.weaving.escape import escape
from edition.weaving.facts import byline, list_line, title_link, venue_line
from edition.weaving.paper import Edited, head, in_order, write_paper

MARKER = "<!-- papers -->"
"""Stands on a page of `docs/` where the list of papers is to be put."""


def weave(papers: Sequence[Edited], written: Mapping[str, str]) -> dict[str, str]:
    """Return all pages of the edition: path below `build/docs` → text.

    `written` are the pages that people wrote, by their path below `docs`, without the papers' own `index.md`.
    """
    listed = in_order(papers)
    pages = {path: _with_list(path, text, listed) for path, text in written.items()}
    pages["papers/index.md"] = write_overview(listed)
    return pages | {paper.path: write_paper(paper) for paper in papers}


def _with_list(path: str, text: str, papers: Sequence[Edited]) -> str:
    if MARKER not in text:
        return text
    up = "../" * path.count("/")
    return text.replace(MARKER, "".join(f"- {list_line(paper.front, up + paper.path)}\n" for paper in papers))


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
