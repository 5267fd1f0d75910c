"""The registry of rules: one rule = one function = one code, one fixture folder `tests/checking/CODE`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from inspect import cleandoc

from edition.catalogue import Edition
from edition.problems import Problem, Severity

Run = Callable[[Edition], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule: its permanent code, one line on what it finds, how bad that is, and the function that finds it.

    `exceptable`: whether an editor may let a place pass, with a reason; `of_sources`: whether it finds nothing, or not
    all, without the source texts; `within`: a pattern of the files in which its findings lie (`*` is anything, / included).
    """

    code: str
    summary: str
    severity: Severity
    run: Run
    exceptable: bool
    of_sources: bool
    within: str

    @property
    def text(self) -> str:
        """What is wrong, why it matters and how to mend it."""
        return cleandoc(self.run.__doc__ or "")

    @property
    def page(self) -> str:
        """The rule's page, in plain text."""
        return f"{self.code} ({self.severity}): {self.summary}\n\n{self.text}\n\n{self.exception}\n"

    def concerns(self, edition: Edition) -> bool:
        """Tell whether it may find something in the files that are to be checked."""
        return edition.asked is None or any(fnmatchcase(path, self.within) for path in edition.asked)

    @property
    def exception(self) -> str:
        """How to let a place pass."""
        if not self.exceptable:
            return "Exceptions: none are possible."
        return f"Exceptions: on the line before, <!-- except {self.code}: reason --> (YAML: # except {self.code}: reason)."


RULES: dict[str, Rule] = {}
"""All rules by code; filled by `rule` while the modules of this room are imported."""


def rule(
    code: str, *, summary: str, severity: Severity = Severity.ERROR, exceptable: bool | None = None,
    of_sources: bool = False, within: str = "*",
) -> Callable[[Run], Run]:
    """Register a function from an edition to problems, all of them with this code. Raises ValueError if it is taken.

    Exceptions can be made of warnings, unless said otherwise.
    """
    def register(run: Run) -> Run:
        if code in RULES:
            raise ValueError(f"two rules with the code {code}")
        may = severity is Severity.WARNING if exceptable is None else exceptable
        RULES[code] = Rule(code, summary, severity, run, may, of_sources, within)
        return run
    return register


def rules_within(pattern: str) -> Callable[..., Callable[[Run], Run]]:
    """Return `rule` for rules of which the findings all lie in files of this pattern."""
    return partial(rule, within=pattern)


@lru_cache(maxsize=2)
def findings(edition: Edition) -> tuple[Problem, ...]:
    """Return what all rules but those about exceptions find in an edition, exceptions not regarded."""
    return found_by(edition, (rule for rule in RULES.values() if not rule.code.startswith(ABOUT_EXCEPTIONS)))


def found_by(edition: Edition, rules: Iterable[Rule]) -> tuple[Problem, ...]:
    """Return what these rules find in the files that are to be checked."""
    return tuple(replace(problem, severity=rule.severity) for rule in rules if rule.concerns(edition)
                 for problem in rule.run(edition) if edition.asks_for(problem.path))


ABOUT_EXCEPTIONS = "EXC"
"""Begins the codes of rules that look at what the others found."""


def explain(code: str) -> str:
    """Return the page of a rule. Raises KeyError where no rule has the code."""
    return RULES[code].page
