"""Rules about exceptions: EXC001 … EXC004, and the check that regards them."""

from collections.abc import Iterator
from functools import lru_cache

from edition.catalogue import Edition
from edition.checking.excepting import Exemption, exemptions_in
from edition.checking.registry import ABOUT_EXCEPTIONS, RULES, findings, found_by, rule
from edition.problems import Problem, Report, gather


def check(edition: Edition) -> Report:
    """Return what all rules find in an edition, but for what its editors except."""
    about = found_by(edition, (rule for rule in RULES.values() if rule.code.startswith(ABOUT_EXCEPTIONS)))
    return gather([problem for problem in findings(edition) if not _is_excepted(problem, edition)] + list(about))


@lru_cache(maxsize=2)
def exemptions(edition: Edition) -> tuple[Exemption, ...]:
    """Return all exceptions that editors made."""
    return tuple(each for path, text in sorted(edition.texts.items()) for each in exemptions_in(path, text))


def _is_excepted(problem: Problem, edition: Edition) -> bool:
    return RULES[problem.code].exceptable and any(each.reason and each.covers(problem) for each in exemptions(edition))


@rule("EXC001", summary="an exception that can't be read")
def unreadable(edition: Edition) -> Iterator[Problem]:
    """An exception names one or more codes, then a colon and the reason: `<!-- except TYP004: 引文如此 -->`. Otherwise it
    excepts nothing.

    Mend: write the code as the message of the check gives it, and divide several by commas.
    """
    for each in exemptions(edition):
        if not each.codes:
            yield Problem(each.path, each.line, "EXC001", "an exception without a code", "except CODE: reason",
                          "Write the code as the check names it, then a colon and the reason.")


@rule("EXC002", summary="an exception without a reason")
def without_reason(edition: Edition) -> Iterator[Problem]:
    """Whoever comes later has to know why a place may stand as it does; without a reason nothing is excepted.

    Mend: write the reason behind a colon.
    """
    for each in exemptions(edition):
        if each.codes and not each.reason:
            yield Problem(each.path, each.line, "EXC002", f"an exception of {', '.join(each.codes)} without a reason",
                          "a reason behind a colon", "Say why this place may stand as it is.")


@rule("EXC003", summary="an exception of what can't be excepted")
def firm(edition: Edition) -> Iterator[Problem]:
    """No exception can be made of rules about security, syntax and form, or of what the site can't be built with;
    `edition check --explain CODE` says of each rule whether one can. The code may also be mistyped.

    Mend: correct the code, or mend the place itself and take the exception out.
    """
    for each in exemptions(edition):
        for code in each.codes:
            if code not in RULES or not RULES[code].exceptable:
                what = "which no exception can be made of" if code in RULES else "which is no rule"
                yield Problem(each.path, each.line, "EXC003", f"an exception of {code}, {what}",
                              "the code of a rule that allows exceptions", "Mend the place, and take the exception out.")


@rule("EXC004", summary="an exception that excepts nothing")
def unused(edition: Edition) -> Iterator[Problem]:
    """Where nothing is wrong any more, an exception would hide the next slip. Of rules that need the source texts it is
    looked at only where all sources are at hand.

    Mend: take it out, or move it to the line before its place.
    """
    whole = all(paper.sound for paper in edition.papers)
    for each in exemptions(edition):
        for code in each.codes if each.reason else ():
            known = RULES.get(code)
            if known and known.exceptable and (whole or not known.of_sources) and not _is_used(each, code, edition):
                yield Problem(each.path, each.line, "EXC004", f"an exception of {code}, which is not found here",
                              f"{code} in what follows", "Take it out, or move it to the line before its place.")


def _is_used(each: Exemption, code: str, edition: Edition) -> bool:
    return any(problem.code == code and each.covers(problem) for problem in findings(edition))
