"""The registry of rules: one rule = one function = one code, one fixture folder `tests/checking/CODE`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from inspect import cleandoc

from edition.catalogue import Edition
from edition.problems import Problem, Report, Severity, gather

Run = Callable[[Edition], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule: its permanent code, one line on what it finds, how bad that is, and the function that finds it."""

    code: str
    summary: str
    severity: Severity
    run: Run

    @property
    def page(self) -> str:
        """What is wrong, why it matters and how to mend it: the rule's page, in plain text."""
        return f"{self.code} ({self.severity}): {self.summary}\n\n{cleandoc(self.run.__doc__ or '')}\n"


RULES: dict[str, Rule] = {}
"""All rules by code; filled by `rule` while the modules of this room are imported."""


def rule(code: str, *, summary: str, severity: Severity = Severity.ERROR) -> Callable[[Run], Run]:
    """Register a function from an edition to problems, all of them with this code. Raises ValueError if it is taken."""
    def register(run: Run) -> Run:
        if code in RULES:
            raise ValueError(f"two rules with the code {code}")
        RULES[code] = Rule(code, summary, severity, run)
        return run
    return register


def check(edition: Edition) -> Report:
    """Return what all rules find in an edition."""
    return gather(replace(problem, severity=rule.severity) for rule in RULES.values() for problem in rule.run(edition))


def explain(code: str) -> str:
    """Return the page of a rule. Raises KeyError where no rule has the code."""
    return RULES[code].page
