"""Rules about `annotations.yml`: ANN001 …

What a text links to and cites, and whether it is copied, is looked at by the rules about links, citations and copies.
"""

from collections.abc import Iterable, Iterator

from edition.catalogue import Annotation, Edition, Paper
from edition.catalogue.annotations import FILE
from edition.checking.registry import rules_within
from edition.editing import parse_anchors, readings, redirects
from edition.problems import Problem
from edition.reading import Work
from edition.weaving import links_in, plain
from edition.weaving.intext.brackets import brackets

rule = rules_within(f"docs/papers/*/{FILE}")


@rule("ANN001", summary="annotations that are no list of entries")
def no_list(edition: Edition) -> Iterable[Problem]:
    """`annotations.yml` is a list; each entry begins with `- ` and holds keys with values.

    Mend: write each entry as `- id: a1`, the further keys below, indented by two blanks.
    """
    return edition.found("ANN001")


@rule("ANN002", summary="an unknown key in an annotation")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """An annotation has the keys `id paragraph phrase kind text by date`, of which `phrase` may be left out.

    Mend: correct the key (the hint names the nearest), or take it out.
    """
    return edition.found("ANN002")


@rule("ANN003", summary="an annotation that lacks a key")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """An annotation is signed (`by`) and dated (`date`), has an id for good, and says what it is about.

    Mend: add the key that the message names.
    """
    return edition.found("ANN003")


@rule("ANN004", summary="a value in an annotation that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """`id` is a and a number, `paragraph` an id such as p12, `phrase` at most thirty characters on one line, `kind` one of
    comment, cross-reference, dating, correction, usage, `date` a day such as 2026-11-26; no text is empty.

    Mend: write the value as the message says.
    """
    return edition.found("ANN004")


@rule("ANN005", summary="an annotation on a paragraph that the paper does not have")
def no_paragraph(edition: Edition) -> Iterator[Problem]:
    """An annotation is about one paragraph of its own paper, by the id that `anchors.tsv` remembers.

    Mend: take the id from the paper's page.
    """
    for paper in edition.papers:
        known = {anchor.id for anchor in parse_anchors(paper.anchors_text or "")}
        for annotation in (each for each in paper.annotations if each.paragraph not in known):
            yield _problem("ANN005", paper, annotation, f"{annotation.id} on {annotation.paragraph}",
                           "a paragraph of the paper", "Take the id from the paper's page.")


@rule("ANN006", summary="a phrase that does not stand in its paragraph once")
def phrase(edition: Edition) -> Iterator[Problem]:
    """The mark of an annotation stands behind its phrase, so the paragraph must have it once, as its page shows it
    (note marks and page breaks don't count). Silent where the source is not at hand.

    Mend: copy the phrase from the page; take in a neighbouring character where it stands more than once, or leave it out.
    """
    read = readings(edition)
    for paper, annotation in _all(edition):
        if annotation.phrase and paper.slug in read:
            said = _paragraph(read[paper.slug].edited, annotation, redirects(read[paper.slug].anchors))
            if said is not None and (times := said.count(annotation.phrase)) != 1:
                found = f"stands {times} times" if times else "is not found"
                yield _problem("ANN006", paper, annotation,
                               f"“{annotation.phrase}”, which {found} in {annotation.paragraph}",
                               "a phrase that stands there once", "Copy it from the paper's page.")


@rule("ANN007", summary="an id that two annotations have")
def id_twice(edition: Edition) -> Iterator[Problem]:
    """People cite an annotation by its id, so no two in a paper may have the same, nor may a new one take over the id of
    one that was taken out.

    Mend: give the later one the next free number.
    """
    for paper in edition.papers:
        first: dict[str, int] = {}
        for annotation in paper.annotations:
            if first.setdefault(annotation.id, annotation.at) != annotation.at:
                yield _problem("ANN007", paper, annotation, f"{annotation.id} a second time",
                               f"it once (line {first[annotation.id]})", "Give the later one the next free number.")


@rule("ANN008", summary="a correction or dating without a source")
def no_source(edition: Edition) -> Iterator[Problem]:
    """Who corrects a fact or dates an event says where that can be looked up: a citation [@key, 第 3 页], or a link to a
    paragraph or page.

    Mend: cite the source; what rests on the editors' knowledge alone is a `comment`.
    """
    for paper, annotation in _all(edition):
        if annotation.kind in ("correction", "dating") and not (brackets(annotation.text) or "](" in annotation.text):
            yield _problem("ANN008", paper, annotation, f"a {annotation.kind} without a source", "a citation or link",
                           "Cite a work of bib/, or link to a paragraph; else make it a comment.")


@rule("ANN009", summary="a cross-reference that refers to no other paragraph")
def no_reference(edition: Edition) -> Iterator[Problem]:
    """A cross-reference leads to the paragraph of another paper, or of the same one, that treats the same matter.

    Mend: link to the paragraph: [p9](../other-paper/index.md#p9).
    """
    for paper, annotation in _all(edition):
        own = f"papers/{paper.slug}/index.md"
        links = {(link.slug, link.anchor) for link in links_in(own, annotation.text) if link.is_to_paper and link.anchor}
        if annotation.kind == "cross-reference" and not links - {(paper.slug, annotation.paragraph)}:
            yield _problem("ANN009", paper, annotation, "a cross-reference without a link to another paragraph",
                           "a link such as [p9](../other-paper/index.md#p9)", "Link to the paragraph that is meant.")


def _all(edition: Edition) -> Iterator[tuple[Paper, Annotation]]:
    return ((paper, annotation) for paper in edition.papers for annotation in paper.annotations)


def _paragraph(work: Work, annotation: Annotation, former: dict[str, str]) -> str | None:
    """Return the text of an annotation's paragraph, of the one that has taken it in where it is gone."""
    id = former.get(annotation.paragraph, annotation.paragraph)
    return next((plain(block) for block in work.of("paragraph") if block.id == id), None)


def _problem(code: str, paper: Paper, annotation: Annotation, found: str, expected: str, hint: str) -> Problem:
    return Problem(f"{paper.folder}/{FILE}", annotation.at, code, found, expected, hint)
