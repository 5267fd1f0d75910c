"""Rules about YAML as such, in front matter and in `.yml` files: YML001 …"""

from collections.abc import Iterable

from edition.catalogue import Edition
from edition.checking.registry import rule
from edition.problems import Problem


def unread(edition: Edition) -> list[Problem]:
    """Return what is wrong with the YAML of the files that are to be checked, whatever it is."""
    heads = [problem for page in edition.written if edition.asks_for(page.shown) for problem in page.head.problems]
    return [problem for problem in (*edition.findings, *heads) if problem.code.startswith("YML")]


def _found(edition: Edition, code: str) -> list[Problem]:
    return [problem for problem in unread(edition) if problem.code == code]


@rule("YML001", summary="YAML that can't be read")
def invalid(edition: Edition) -> Iterable[Problem]:
    """The YAML of a file breaks off or contradicts itself at this line and column, so that nothing in it is known.

    Mend: look at the line named and the one before it. Usual causes are a colon inside a text (put the text in
    quotation marks), a quotation mark or bracket that is not closed, a tab or an uneven number of blanks at the
    beginning of the line, a full-width colon （：） after a key.
    """
    return _found(edition, "YML001")


@rule("YML002", summary="a key that stands twice")
def duplicate_key(edition: Edition) -> Iterable[Problem]:
    """The same key stands twice in one mapping; only one of its values could count, and nobody could tell which.

    Mend: keep the right one.
    """
    return _found(edition, "YML002")


@rule("YML003", summary="a YAML tag, anchor or alias")
def reference(edition: Edition) -> Iterable[Problem]:
    """The signs ! & * at the beginning of a value make YAML build objects or repeat values, which a short file can
    do a billion times over. The edition's files need none of it.

    Mend: write the value out, or put a text that begins with such a sign in quotation marks.
    """
    return _found(edition, "YML003")


@rule("YML004", summary="YAML nested too deeply")
def too_deep(edition: Edition) -> Iterable[Problem]:
    """Lists or mappings lie in one another more than twelve levels deep; no form of the edition needs five.

    Mend: look for brackets that were typed or pasted by mistake.
    """
    return _found(edition, "YML004")
