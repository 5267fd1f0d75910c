"""Rules about citations in the pages that people write: CTX001 … CTX004."""

from collections.abc import Iterable
from functools import lru_cache

from edition.bibliography import registry
from edition.catalogue import Edition
from edition.checking.registry import rule
from edition.checking.texts import texts_of
from edition.problems import Problem
from edition.weaving import faults_of


@lru_cache(maxsize=2)
def _faults(edition: Edition) -> tuple[Problem, ...]:
    keys = registry(edition).entries
    return tuple(problem for each in texts_of(edition) for problem in faults_of(each.text, each.shown, keys, each.line))


def _found(edition: Edition, code: str) -> list[Problem]:
    return [problem for problem in _faults(edition) if problem.code == code]


@rule("CTX001", summary="a page that cites a key which no .bib file has")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A citation [@key] in a page is a note with the work's reference; without the work there is none.

    Mend: correct the key, or add the work to bib/further.bib.
    """
    return _found(edition, "CTX001")


@rule("CTX002", summary="a citation in a page that can't be read")
def malformed(edition: Edition) -> Iterable[Problem]:
    """A citation is [@key], with a place [@key, 第 21 页], with words before it [参见 @key, 第 21 页], or several of
    these divided by semicolons, all on one line. What is written otherwise would be lost in silence.

    Mend: write comma and semicolon in ASCII, close the bracket on its line; a mere @ is written \\@.
    """
    return _found(edition, "CTX002")


@rule("CTX003", summary="a locator without a number in a page")
def no_number(edition: Edition) -> Iterable[Problem]:
    """A locator says which page, chapter or article is meant: 第 21 页, pp. 21-23, 第三条.

    Mend: give the number, or take the locator out.
    """
    return _found(edition, "CTX003")


@rule("CTX004", summary="a key outside brackets in a page")
def bare_key(edition: Edition) -> Iterable[Problem]:
    """Without brackets @key is mere text, which nobody means to print.

    Mend: put it into brackets; a mere @ is written \\@.
    """
    return _found(edition, "CTX004")
