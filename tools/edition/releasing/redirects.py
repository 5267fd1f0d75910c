"""`docs/redirects.yml`: where an address leads that is no more, and which name on purpose what looks like another thing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated

from pydantic import ValidationError

from edition.catalogue import Edition
from edition.catalogue.faults import Codes, describe, problems_of
from edition.catalogue.forms import AnyText, Form, Text, of_form
from edition.problems import Problem
from edition.releasing.manifest import Address, Kind

FILE = "docs/redirects.yml"
_CODES = Codes(unknown="REL003", missing="REL004", wrong="REL005")

Where = Annotated[AnyText, of_form(
    r"(?=.)(?:[a-z0-9-]+/)*(?:#[A-Za-z0-9_-]+)?", "an address such as glossary/old-name/ or papers/some-paper/#n21-3",
    "Write it from the site's root, without a slash before it and with one behind a page's name.")]


class Redirect(Form):
    """An address that is no more, and the one that took its place."""

    old: Where
    new: Where
    why: Text


class Renewal(Form):
    """An address that names what it always did, though all that stood there is new."""

    address: Where
    why: Text


class _File(Form):
    redirects: tuple[Redirect, ...] = ()
    renewed: tuple[Renewal, ...] = ()


@dataclass(frozen=True, eq=False)
class Redirects:
    """The entries of the file with their lines, and what was wrong with its form."""

    redirects: tuple[tuple[int, Redirect], ...] = ()
    renewed: tuple[tuple[int, Renewal], ...] = ()
    findings: tuple[Problem, ...] = field(default=())

    def addresses(self) -> Iterator[Address]:
        """Yield the old addresses."""
        return (Address(entry.old, Kind.REDIRECT, entry.new) for _, entry in self.redirects)

    def found(self, code: str) -> list[Problem]:
        """Return the findings with this code."""
        return [problem for problem in self.findings if problem.code == code]


@lru_cache(maxsize=2)
def redirects_of(edition: Edition) -> Redirects:
    """Return what the file says. Never raises for what a person wrote."""
    lined = edition.redirects
    if lined.value is None:
        return Redirects()
    if not isinstance(lined.value, dict):
        return Redirects(findings=(Problem(
            FILE, lined.place(())[0], "REL002", describe(lined.value), "two lists, redirects and renewed",
            "Begin with the line redirects: and put the entries below it, each after - and a blank."),))
    try:
        file = _File.model_validate(lined.value)
    except ValidationError as error:
        return Redirects(findings=tuple(problems_of(error, lined, FILE, _CODES, _File)))
    return Redirects(tuple((lined.place(("redirects", at))[0], entry) for at, entry in enumerate(file.redirects)),
                     tuple((lined.place(("renewed", at))[0], entry) for at, entry in enumerate(file.renewed)))
