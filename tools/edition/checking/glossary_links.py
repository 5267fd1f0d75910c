"""Rules about what terms refer to: GLO030 … GLO034."""

from collections.abc import Iterator
from difflib import get_close_matches

from edition.bibliography import registry
from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.glossary import terms
from edition.checking.registry import rules_within
from edition.glossary import Term, glossary
from edition.problems import Problem
from edition.weaving import faults_of, themes_of
from edition.weaving.intext.brackets import brackets

rule = rules_within("docs/glossary/*.md")

RELATIONS = ("broader", "narrower", "see")


@rule("GLO030", summary="a related term that does not exist")
def no_such_term(edition: Edition) -> Iterator[Problem]:
    """related names other terms by their slugs. The slug is misspelt, or the term was taken out while it is in use.

    Mend: correct the slug, put the term back, or take the relation out.
    """
    known = glossary(edition).terms
    for term in terms(edition):
        for kind, number, slug in _related(term):
            if slug not in known:
                near = get_close_matches(slug, known, n=1)
                yield Problem(term.shown, term.line("related", kind, number), "GLO030", f"the related term {cut(slug)}",
                              "the slug of a term", f"Did you mean {near[0]}?" if near else "Look at docs/glossary.")


@rule("GLO031", summary="relations that contradict one another")
def contradiction(edition: Edition) -> Iterator[Problem]:
    """A term is not related to itself, and what is broader than it can't be narrower too, on whatever way.

    Mend: take one of the two relations out.
    """
    relations = glossary(edition).relations
    for term in terms(edition):
        for kind, number, slug in _related(term):
            other = {"broader": "narrower", "narrower": "broader"}.get(kind)
            if slug == term.slug or other and slug in _reached(term.slug, other, relations):
                yield Problem(term.shown, term.line("related", kind, number), "GLO031",
                              f"{kind} {cut(slug)}, which is also {other or 'the term itself'}", "one of the two",
                              "Take one of the relations out.")


def _related(term: Term) -> Iterator[tuple[str, int, str]]:
    for kind in RELATIONS:
        yield from ((kind, number, slug) for number, slug in enumerate(getattr(term.front.related, kind)))


def _reached(slug: str, kind: str, relations) -> set[str]:
    """Return all terms that a relation leads to, step by step."""
    found: set[str] = set()
    ahead = list(relations[slug][kind])
    while ahead:
        if (other := ahead.pop()) not in found:
            found.add(other)
            ahead += relations[other][kind]
    return found


@rule("GLO032", summary="a theme of a term that does not exist")
def no_such_theme(edition: Edition) -> Iterator[Problem]:
    """themes names pages of docs/themes by their slugs.

    Mend: correct the slug, or write the theme.
    """
    themes = themes_of({page.path: page.text for page in edition.written})
    for term in terms(edition):
        for number, slug in enumerate(term.front.themes):
            if slug not in themes:
                near = get_close_matches(slug, themes, n=1)
                yield Problem(term.shown, term.line("themes", number), "GLO032", f"the theme {cut(slug)}",
                              "the slug of a theme", f"Did you mean {near[0]}?" if near else "Look at docs/themes.")


@rule("GLO033", summary="a source of a term that is no citation")
def no_citation(edition: Edition) -> Iterator[Problem]:
    """citations holds one bracket a line: "[@key]", or with a place "[@key, 第 21 页]", of works in bib/.

    Mend: write the bracket in quotation marks, with a key of bib/.
    """
    keys = registry(edition).entries
    for term in terms(edition):
        for number, said in enumerate(term.front.citations):
            place = term.line("citations", number)
            found = brackets(said)
            whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(said))
            if not whole or faults_of(said, term.shown, keys, place):
                yield Problem(term.shown, place, "GLO033", f"the citation {cut(said)}", "a bracket with a key of bib/",
                              'Write "[@key]" or "[@key, 第 21 页]"; look the key up in bib/.')
