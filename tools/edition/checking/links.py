"""Rules about links from editors' pages into the edition: LNK001, LNK002."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from edition.catalogue import Edition, Paper
from edition.catalogue.faults import cut
from edition.checking.registry import rule
from edition.checking.texts import texts_of
from edition.editing import parse_anchors, readings
from edition.problems import Problem, Refused
from edition.weaving import Link, links_in, parse_outline
from edition.weaving.glossary.lists import LISTS
from edition.weaving.pictures.pages import THEMES


@rule("LNK001", summary="a link to a place that the paper does not have", of_sources=True)
def no_such_place(edition: Edition) -> Iterator[Problem]:
    """Links to papers name a paragraph (#p12), section (#s2-1), note (#n21-3), annotation (#a1) or part of the page. Notes
    are looked up where the source is at hand.

    Mend: take the id from the paper's page.
    """
    papers = {paper.slug: paper for paper in edition.papers}
    for link in _links(edition):
        if link.is_to_paper and link.slug not in papers:
            yield _dead(link, "LNK001", f"a link to the paper {cut(link.slug)}", "the slug of a paper")
        elif link.is_to_paper and link.anchor and not _has(papers[link.slug], link.anchor, edition):
            yield _dead(link, "LNK001", f"a link to {cut(link.anchor)} of {link.slug}", "an id of that paper")


@rule("LNK002", summary="a link to a term or theme that does not exist")
def no_such_page(edition: Edition) -> Iterator[Problem]:
    """Pages of editors link to terms and themes by their files. The name is misspelt, or the page was taken out while
    it is in use.

    Mend: correct the name, put the page back, or take the link out.
    """
    pages = {page.path for page in edition.written} | {f"glossary/{name}.md" for name in LISTS} | {THEMES}
    for link in _links(edition):
        if link.folder in ("glossary", "themes") and link.path not in pages:
            yield _dead(link, "LNK002", f"a link to {cut(link.path)}", "a page of docs/")


def _links(edition: Edition) -> Iterator[Link]:
    for each in texts_of(edition):
        yield from links_in(each.path, each.text, each.shown, each.line)


def _dead(link: Link, code: str, found: str, expected: str) -> Problem:
    return Problem(link.shown, link.line, code, found, expected, "Look at the page that is meant.", column=link.column)


def _has(paper: Paper, anchor: str, edition: Edition) -> bool:
    """Tell whether a paper's page has an id, as far as that can be known without its source."""
    if anchor[:1] == "p" and anchor[1:].isdecimal():
        return anchor in _remembered(parse_anchors, paper.anchors_text or "")
    if anchor[:1] == "s" and anchor[1:2].isdigit():
        return anchor in _remembered(parse_outline, paper.outline_text or "")
    if anchor[:1] == "a" and anchor[1:].isdecimal():
        return any(annotation.id == anchor for annotation in paper.annotations)
    if anchor[:1] == "n" and "-" in anchor and paper.slug in readings(edition):
        return any(block.id == anchor for block in readings(edition)[paper.slug].edited.of("note"))
    return True


@lru_cache(maxsize=256)  # a paper is linked to hundreds of times
def _remembered(parse: Callable[[str], Iterable], text: str) -> frozenset[str]:
    try:
        return frozenset(each.id for each in parse(text))
    except Refused:
        return frozenset()
