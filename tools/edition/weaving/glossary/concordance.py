"""语境: every place where a term stands in the papers, each in its context, aligned on the term (KWIC).

Written as HTML, since Markdown would read thousands of links one by one. A page of a very frequent term stays light:
beyond `MOST` places each paper shows its share, and says how many more there are.
"""

import html
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from edition.glossary import Occurrence
from edition.weaving.backlinks import paper_name
from edition.weaving.escape import one_line
from edition.weaving.library import Library
from edition.weaving.note_names import place_of

WIDTH = 22
"""Characters of context on either side."""

_ADDRESSED = ("abstract", "heading", "paragraph", "note")
"""Roles of texts with an address of their own; of others all places on the page are marked."""

MOST = 1200
"""Places that one page shows: some 100 bytes each, compressed."""


def write_concordance(found: Sequence[Occurrence], library: Library, up: str, most: int = MOST) -> str:
    """Return the places by paper as HTML without blank lines; `up` leads from the page to the root."""
    papers = by_paper(found)
    share = max(1, most // max(1, len(papers)))
    return "".join(_paper(slug, places, library, up, share if len(found) > most else len(places))
                   for slug, places in papers.items())


def by_paper(found: Iterable[Occurrence]) -> Mapping[str, Sequence[Occurrence]]:
    """Return the places by paper, in the order of papers, those of the text before those of the notes."""
    papers = groupby(found, key=lambda each: each.paper)
    return {slug: sorted(places, key=lambda each: each.passage.is_note) for slug, places in papers}


def _paper(slug: str, places: Sequence[Occurrence], library: Library, up: str, most: int) -> str:
    notes = sum(each.passage.is_note for each in places)
    counts = f"正文 {len(places) - notes}" + (f"，注 {notes}" if notes else "")
    lines = "".join(_line(each, up) for each in places[:most])
    rest = f"<p>另有 {len(places) - most} 处，见该文所列术语。</p>\n" if len(places) > most else ""
    name = html.escape(paper_name(slug, library))
    return (f'<details class="kwic" id="in-{slug}" open>\n<summary>{name} <span class="count">{counts}</span></summary>\n'
            f"<ol>\n{lines}</ol>\n{rest}</details>\n")


def _line(each: Occurrence, up: str) -> str:
    before, behind = (html.escape(one_line(text)) for text in each.context(WIDTH))
    target = f"{up}papers/{each.paper}/?mark={quote(each.form)}" + (
        f"#{quote(each.passage.anchor)}" if each.passage.role in _ADDRESSED else "")
    kind = ' class="note"' if each.passage.is_note else ""
    return (f'<li{kind}><a href="{html.escape(target)}"><span>{before}</span>'
            f"<span><b>{html.escape(each.form)}</b>{behind}</span></a> <small>{html.escape(place(each))}</small></li>\n")


def place(each: Occurrence) -> str:
    """Return where a name stands, in words: p12，第 21 页; a note by its page and mark."""
    if each.passage.is_note:
        return place_of(each.passage.anchor)
    role = {"abstract": "提要", "heading": "标题", "table": "表", "figure": "图"}.get(each.passage.role, "")
    said = role if each.passage.role in ("abstract", "heading") else f"{each.passage.anchor}{role and '后' + role}"
    return f"{said}，第 {each.page} 页" if each.page else said
