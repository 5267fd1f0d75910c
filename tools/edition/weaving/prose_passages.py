"""What can be found of the pages that editors write: their paragraphs, list items, headings and cells, as text."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown import Markdown

from edition.catalogue import Annotation
from edition.catalogue.front_matter import split
from edition.searching import Document, Passage, Rank
from edition.weaving.editors import ABOUT, TERM, THEME, EditorsPage

KINDS = {THEME: "theme", TERM: "term", ABOUT: "about"}
"""The folder of an editors' page → what kind of document it is."""

HEADNOTE = "headnote"
"""The class of what holds a headnote on a paper's page."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (*_HEADINGS, "p", "li", "td", "th", "dt", "dd", "pre", "blockquote")
_CITED = re.compile(r"\[\^[^\]\s]*\]|\[[^\[\]]*@[^\[\]]*\]")
"""Marks of notes and citations: what readers see in their place is no prose."""


def prose_document(page: EditorsPage) -> Document:
    """Return an editors' page as a document."""
    label = "《" + page.title + "》" if page.kind != TERM else f"词条「{page.title}」"
    return Document(page.folder, KINDS[page.kind], page.title, label, _themes(page))


def _themes(page: EditorsPage) -> tuple[str, ...]:
    return (page.path.rpartition("/")[2].removesuffix(".md"),) if page.kind == THEME else page.themes


def prose_passages(page: EditorsPage, text: str) -> Iterator[Passage]:
    """Yield the passages of an editors' page; a term's names count as its title."""
    document, kind = page.folder, "glossary" if page.kind == TERM else "editors"
    names = "、".join(dict.fromkeys(filter(None, (page.title, page.name_en, *page.other_names))))
    yield Passage(document, kind, Rank.TITLE, names)
    for rank, said, anchor, section in blocks_of(split(text).body):
        if rank is not Rank.TITLE:
            yield Passage(document, kind, rank, said, anchor=anchor, section=section)


def headnote_passages(document: str, headnote: str) -> Iterator[Passage]:
    """Yield the passages of what editors wrote at the head of a paper."""
    for rank, said, _, _ in blocks_of(headnote):
        yield Passage(document, "editors", rank, said, at=HEADNOTE, section="编者按")


def annotation_passages(document: str, annotations: Iterable[Annotation]) -> Iterator[Passage]:
    """Yield the passages of the editors' annotations of a paper."""
    for annotation in annotations:
        for _, said, _, _ in blocks_of(annotation.text):
            yield Passage(document, "editors", Rank.BODY, said, anchor=annotation.id, section="编者注")


@lru_cache(maxsize=4096)  # `mkdocs serve` asks again at every change
def blocks_of(markdown: str) -> tuple[tuple[Rank, str, str, str], ...]:
    """Return each block of a page as its rank, its text, the id of the heading above it, and that heading."""
    html = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(_CITED.sub("", markdown))
    found, anchor, section = [], "", ""
    for tag, id, said in _blocks(html):
        rank = Rank.TITLE if tag == "h1" else Rank.HEADING if tag in _HEADINGS else Rank.BODY
        if tag in _HEADINGS:
            anchor, section = id, "" if tag == "h1" else said
        found.append((rank, said, "" if rank is Rank.BODY and not section else anchor, section if rank is Rank.BODY else ""))
    return tuple(found)


def _blocks(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield tag, id and text of each element that holds text and is no part of another one yielded."""
    try:
        root = etree.fromstring(f"<div>{_without_entities(html)}</div>")
    except etree.ParseError:  # HTML that an editor wrote by hand need not be XML
        yield "p", "", " ".join(re.sub(r"<[^>]*>", " ", html).split())
        return
    yield from _inside(root)


def _inside(element: etree.Element) -> Iterator[tuple[str, str, str]]:
    for child in element:
        if child.tag in _BLOCKS and not any(part.tag in _BLOCKS for part in child.iter() if part is not child):
            said = " ".join("".join(child.itertext()).split())
            if said:
                yield child.tag, child.get("id", ""), said
        else:
            yield from _inside(child)


def _without_entities(html: str) -> str:
    return re.sub(r"&(?!amp;|lt;|gt;|quot;|#)\w+;|<!--.*?-->|<(?:br|hr|img)\b[^>]*>", " ", html, flags=re.DOTALL)
