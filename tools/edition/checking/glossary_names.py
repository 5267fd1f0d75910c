"""Rules about the names of terms and where they stand: GLO020 … GLO027."""

from collections.abc import Iterable, Iterator

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.glossary import terms
from edition.checking.registry import rules_within
from edition.editing import parse_anchors
from edition.glossary import Name, Term
from edition.problems import Problem, Refused, Severity
from edition.weaving import Lexicon, lexicon_of_edition

rule = rules_within("docs/glossary/*.md")


@rule("GLO020", summary="a name that two terms have")
def ambiguous(edition: Edition) -> Iterator[Problem]:
    """Where one form is a name of two terms, no link can tell which is meant, until an editor decides.

    Mend: take the name from one of them, or limit it to the papers that mean it so, with aliases_in.
    """
    owners: dict[str, list[tuple[Term, Name]]] = {}
    for term in terms(edition):
        for name in term.names:
            for other, others in owners.get(name.form, ()):
                if other is not term and _meet(name, others):
                    yield _at(term, name, "GLO020", f"the name {cut(name.form)}, which {cut(other.slug)} has too",
                              "a name of one term", "Take it from one, or limit it to some papers with aliases_in.")
            owners.setdefault(name.form, []).append((term, name))


@rule("GLO021", summary="a name that its term has twice")
def twice(edition: Edition) -> Iterator[Problem]:
    """A name written a second time says nothing; often another was meant.

    Mend: take one of them out.
    """
    for term in terms(edition):
        seen: list[Name] = []
        for name in term.names:
            if any(name.form == other.form and _meet(name, other) for other in seen):
                yield _at(term, name, "GLO021", f"the name {cut(name.form)} a second time", "it once", "Take one out.")
            seen.append(name)


def _meet(name: Name, other: Name) -> bool:
    """Tell whether two names of one form hold in the same paper; one that is limited goes before one that is not."""
    if not name.papers or not other.papers:
        return not name.papers and not other.papers
    return bool(name.papers & other.papers)


def _at(term: Term, name: Name, code: str, found: str, expected: str, hint: str) -> Problem:
    return Problem(term.shown, term.line(*name.path), code, found, expected, hint)


@rule("GLO022", summary="a paper or paragraph that a term names and that isn't there")
def no_such_place(edition: Edition) -> Iterator[Problem]:
    """aliases_in and not_in name papers by their slug, and paragraphs by the id that their page shows.

    Mend: take slug and id from the paper's page.
    """
    anchors = {paper.slug: _ids(paper.anchors_text or "") for paper in edition.papers}
    for term in terms(edition):
        for number, local in enumerate(term.front.aliases_in):
            for paper in (paper for paper in local.papers if paper not in anchors):
                yield _unknown(term, ("aliases_in", number), f"the paper {cut(paper)}")
        for number, entry in enumerate(term.forbidden):
            if entry.paper and entry.paper not in anchors:
                yield _unknown(term, ("not_in", number), f"the paper {cut(entry.paper)}")
            elif entry.paper and entry.paragraph not in anchors[entry.paper]:
                yield _unknown(term, ("not_in", number), f"the paragraph {entry.paragraph} of {entry.paper}")


def _ids(anchors: str) -> set[str]:
    try:
        return {anchor.id for anchor in parse_anchors(anchors)}
    except Refused:
        return set()


def _unknown(term: Term, path: tuple[str | int, ...], found: str) -> Problem:
    return Problem(term.shown, term.line(*path), "GLO022", found, "one of the edition", "Take it from the paper's page.")


@rule("GLO023", summary="a term that stands in no paper", severity=Severity.WARNING, of_sources=True)
def unused(edition: Edition) -> Iterator[Problem]:
    """The glossary explains what the papers say; a term that none of them uses has no place to be read from. Silent
    unless the sources of all papers are at hand.

    Mend: add the form that the papers use as an alias, or take the term out.
    """
    whole = _whole(edition)
    for term in terms(edition) if whole else ():
        if not any(text for text, _ in whole.counts(term.slug).values()):
            yield Problem(term.shown, 1, "GLO023", f"{cut(term.front.zh)}, which stands in no paper's text",
                          "a term that at least one paper uses", "Add the form that papers use, or take it out.")


@rule("GLO024", summary="an exception that excepts nothing", severity=Severity.WARNING, of_sources=True)
def idle_exception(edition: Edition) -> Iterator[Problem]:
    """An entry of not_in says where a name does not mean the term. Where no name stands there any more, it only
    misleads. Silent unless the sources of all papers are at hand.

    Mend: correct the text, or take the entry out.
    """
    whole = _whole(edition)
    used = {(each.match.term, each.match.exception) for each in whole.found.all} if whole else set()
    for term in terms(edition) if whole else ():
        for number, entry in enumerate(term.forbidden):
            if (term.slug, number) not in used:
                place = entry.text or f"{entry.paper} {entry.paragraph}"
                yield Problem(term.shown, term.line("not_in", number), "GLO024",
                              f"not_in {cut(place)}, where no name of the term stands", "an exception that is needed",
                              "Correct it, or take it out.")


def _whole(edition: Edition) -> Lexicon | None:
    """Return the lexicon where every paper but samples can be read, else None."""
    papers: Iterable = [paper for paper in edition.papers if paper.front and not paper.front.sample]
    return lexicon_of_edition(edition) if papers and all(paper.sound for paper in papers) else None
