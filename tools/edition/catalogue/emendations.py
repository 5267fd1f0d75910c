"""`emendations.yml`: where an editor decides what no rule of reading can know."""

from dataclasses import dataclass

from pydantic import ValidationError

from edition.catalogue.entries import entries_in, misshapen
from edition.catalogue.faults import Codes, describe, problems_of
from edition.catalogue.forms import KINDS
from edition.catalogue.yaml_lines import Lined
from edition.problems import Problem

_CODES = Codes(unknown="EME002", missing="EME003", wrong="EME004")


@dataclass(frozen=True)
class Emendation:
    """One entry of a paper's `emendations.yml`; what its kind has no key for is empty.

    `id` counts the entries (`e1`), `at` is the entry's own line in the file, `line` the source line that it is about.
    """

    id: str
    at: int
    kind: str
    line: int
    why: str
    paragraph: str = ""
    source: str = ""
    reads: str = ""
    level: int = 0
    role: str = ""


def read_entries(lined: Lined, path: str) -> tuple[tuple[Emendation, ...], list[Problem]]:
    """Return the well-formed entries of a file and what is wrong with the others (EME001 … EME004)."""
    read = [_entry(lined, path, number) for number in entries_in(lined)]
    problems = misshapen(lined, path, "EME001", "emendations")
    return tuple(entry for entry, _ in read if entry), [*problems, *(each for _, found in read for each in found)]


def _entry(lined: Lined, path: str, number: int) -> tuple[Emendation | None, list[Problem]]:
    value, (line, _) = lined.value[number], lined.place((number,))
    kind = value.get("kind", "reading")
    if not isinstance(kind, str) or kind not in KINDS:
        return None, [_unknown_kind(kind, lined, path, number)]
    try:
        known = KINDS[kind].model_validate(value)
    except ValidationError as error:
        return None, problems_of(error, lined, path, _CODES, KINDS[kind], (number,))
    return Emendation(id=f"e{number + 1}", at=line, **known.model_dump()), []


def _unknown_kind(kind: object, lined: Lined, path: str, number: int) -> Problem:
    line, column = lined.place((number, "kind"))
    return Problem(path, line, "EME004", f"kind with {describe(kind)}", "one of " + ", ".join(KINDS),
                   "Without the key kind an entry corrects a reading.", column=column)
