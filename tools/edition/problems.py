"""The one form of a message: what is wrong, where, and what to do about it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Severity(StrEnum):
    """How bad a problem is: an error fails the run, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One finding; `path` is relative to the edition, `line` and `column` count from 1 (0: the whole file).

    Its texts are of one line each: what they quote may come from a damaged file.
    """

    path: str
    line: int
    code: str
    found: str
    expected: str
    hint: str
    severity: Severity = Severity.ERROR
    column: int = 0

    def __post_init__(self) -> None:
        for name in ("found", "expected", "hint"):
            object.__setattr__(self, name, _UNPRINTED.sub(" ", getattr(self, name)))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.found}, expected {self.expected}. Hint: {self.hint}"


class Refused(Exception):
    """Raised where a value can't be made at all; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class Report:
    """Collects all problems of a run, so that an editor sees them at once."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, *problems: Problem) -> None:
        self.problems.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.problems)))

    @property
    def failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def exit_code(self) -> int:
        return int(self.failed)


def gather(findings: Iterable[Problem]) -> Report:
    """Return a report of all findings."""
    report = Report()
    report.add(*findings)
    return report
