"""`docs/papers/<slug>/citations.yml`: which works each note of a paper cites.

    - note: n16-2
      cites:
        - {key: keohane1990agenda, locator: "731", label: page, checked: true}
    - note: n15-star
      cites: []
      checked: true      # a note that cites nothing has its own mark of having been looked at
"""

from dataclasses import dataclass, field
from typing import Any

from pydantic import StrictBool, ValidationError

from edition.catalogue.faults import Codes, describe, problems_of
from edition.catalogue.forms import Form, Text
from edition.catalogue.yaml_lines import Lined
from edition.problems import Problem

CODES = Codes(unknown="CIT102", missing="CIT103", wrong="CIT104")
FILE = "citations.yml"


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation: the key of a work, the place in it, whether a person has read it against the note."""

    key: str
    locator: str = ""
    label: str = ""
    checked: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NoteCitations:
    """What one note cites, in order; `line` is where its entry begins in the file.

    `whole` is False where something of it has no form.
    """

    note: str
    cites: tuple[Cite, ...] = ()
    checked: bool = False
    line: int = field(default=0, compare=False)
    whole: bool = field(default=True, compare=False)

    @property
    def is_checked(self) -> bool:
        """Whether a person has read all of it."""
        return all(cite.checked for cite in self.cites) if self.cites else self.checked


class _Note(Form):
    note: Text
    cites: list[Any]
    checked: StrictBool = False


class _Cite(Form):
    key: Text
    locator: Text = ""
    label: Text = ""
    checked: StrictBool = False


def read_citations(lined: Lined, path: str) -> tuple[tuple[NoteCitations, ...], list[Problem]]:
    """Return what is well formed in a citations.yml, and what is wrong with the rest (CIT101 … CIT104)."""
    if lined.value is None:
        return (), []
    if not isinstance(lined.value, list):
        return (), [Problem(path, lined.place(())[0], "CIT101", f"citations that are {describe(lined.value)}",
                            "a list of notes", "Begin each note with - note: on a line of its own.")]
    read = [_note(lined, path, number) for number in range(len(lined.value))]
    return tuple(note for note, _ in read if note), [problem for _, problems in read for problem in problems]


def _note(lined: Lined, path: str, number: int) -> tuple[NoteCitations | None, list[Problem]]:
    form, problems = _formed(_Note, lined, path, (number,))
    if form is None:
        return None, problems
    cites = []
    for place in range(len(form.cites)):
        cite, found = _formed(_Cite, lined, path, (number, "cites", place))
        problems += found
        cites += [Cite(**cite.model_dump(), line=lined.place((number, "cites", place))[0])] if cite else []
    return NoteCitations(form.note, tuple(cites), form.checked, lined.place((number,))[0], not problems), problems


def _formed(form: type[Form], lined: Lined, path: str, at: tuple) -> tuple[Any, list[Problem]]:
    value = lined.value
    for step in at:
        value = value[step]
    if not isinstance(value, dict):
        line, column = lined.place(at)
        return None, [Problem(path, line, "CIT101", f"an entry that is {describe(value)}", "a mapping (key: value)",
                              "Write {key: …, checked: false}, or - note: and below it cites:.", column=column)]
    try:
        return form.model_validate(value), []
    except ValidationError as error:
        return None, problems_of(error, lined, path, CODES, form, at)


def format_citations(notes: tuple[NoteCitations, ...]) -> str:
    """Return the text of a file."""
    return "".join(map(format_note, notes))


def format_note(note: NoteCitations) -> str:
    """Return the lines of one note."""
    if not note.cites:
        return f"- note: {note.note}\n  cites: []\n  checked: {str(note.checked).lower()}\n"
    return f"- note: {note.note}\n  cites:\n" + "".join(f"    - {_written(cite)}\n" for cite in note.cites)


def _written(cite: Cite) -> str:
    place = f', locator: "{cite.locator}", label: {cite.label}' if cite.locator else ""
    return f"{{key: {cite.key}{place}, checked: {str(cite.checked).lower()}}}"
