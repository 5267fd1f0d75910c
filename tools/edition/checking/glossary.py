"""Rules about the form of the terms in `docs/glossary`: GLO001 … GLO010."""

from collections.abc import Iterable, Iterator

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.registry import rules_within
from edition.glossary import ENGLISH, Term, glossary
from edition.problems import Problem, Severity
from edition.weaving.plain import plain_text

rule = rules_within("docs/glossary/*.md")

SHORTEST, LONGEST = 60, 250
"""Characters of a Chinese definition."""


def terms(edition: Edition) -> Iterable[Term]:
    """Return the terms of an edition."""
    return glossary(edition).terms.values()


@rule("GLO001", summary="a term without front matter")
def headless(edition: Edition) -> Iterable[Problem]:
    """Each file of docs/glossary is a term, and begins with its names between two lines ---.

    Mend: write zh, en and kind there (CONTRIBUTING.md shows a whole term).
    """
    return glossary(edition).found("GLO001")


@rule("GLO002", summary="an unknown key of a term")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A term has zh, en, kind, themes, abbreviations, aliases, aliases_in, related, citations and not_in.

    Mend: correct the key, or take it out.
    """
    return glossary(edition).found("GLO002")


@rule("GLO003", summary="a term that lacks a key")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """A term needs zh, en and kind; an exception says where it holds, and why.

    Mend: add what the message names.
    """
    return glossary(edition).found("GLO003")


@rule("GLO004", summary="a value of a term that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """Names are text, aliases and themes lists, the kind one of a few words.

    Mend: write the value as the message says.
    """
    return glossary(edition).found("GLO004")


@rule("GLO005", summary="a term whose file name is no address")
def file_name(edition: Edition) -> Iterable[Problem]:
    """The name of a term's file is its address on the site for good: Latin letters, digits, hyphens.

    Mend: before publication rename the file; afterwards put the former name back.
    """
    return glossary(edition).found("GLO005")


@rule("GLO006", summary="a heading that a term's page does not have")
def heading(edition: Edition) -> Iterable[Problem]:
    """A term's page has the Chinese definition, then 用法 where papers differ, then English; each once.

    Mend: put the text under one of these.
    """
    return glossary(edition).found("GLO006")


@rule("GLO007", summary="a term without a definition")
def undefined(edition: Edition) -> Iterator[Problem]:
    """Whoever follows a link to a term wants to know what it is, in Chinese and in English.

    Mend: write the Chinese definition below the front matter, the English one under the heading English.
    """
    for term in terms(edition):
        for text, called in ((term.definition, "Chinese"), (term.sections.get(ENGLISH, ""), ENGLISH)):
            if not plain_text(text):
                yield Problem(term.shown, term.body_line, "GLO007", f"no {called} definition of {cut(term.front.zh)}",
                              "one", "Write it below the front matter, the English one under ## English.")


@rule("GLO008", summary="a definition too short or too long", severity=Severity.WARNING)
def length(edition: Edition) -> Iterator[Problem]:
    """A definition is read in passing, in a preview: 60 to 250 characters. Who means what belongs under 用法.

    Mend: say what is missing, or move what is more than a definition.
    """
    for term in terms(edition):
        characters = len(plain_text(term.definition))
        if characters and not SHORTEST <= characters <= LONGEST:
            yield Problem(term.shown, term.body_line, "GLO008", f"a definition of {characters} characters",
                          f"{SHORTEST} to {LONGEST}", "Complete it, or move usage under ## 用法.")
