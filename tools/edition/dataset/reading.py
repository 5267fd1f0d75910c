"""Files of `docs/data` → tables and pictures. Never raises for what a person wrote: what is wrong becomes a finding."""

import csv
import io
from functools import lru_cache

from pydantic import ValidationError

from edition.catalogue import Edition, Written
from edition.catalogue.faults import Codes, cut, describe, problems_of
from edition.catalogue.load import PICTURES
from edition.catalogue.yaml_lines import Lined
from edition.dataset.forms import PictureForm
from edition.dataset.model import Dataset, Row, Table
from edition.problems import Problem

FOLDER = "data/"

_CODES = Codes(unknown="PIC002", missing="PIC003", wrong="PIC004")


@lru_cache(maxsize=2)
def dataset(edition: Edition) -> Dataset:
    """Return the tables and pictures of an edition, read once for it."""
    tables = [read_table(written) for written in edition.tables]
    pictures, numbers, findings = _pictures(edition.pictures)
    return Dataset({table.name: table for table in tables}, pictures, numbers, tuple(findings), edition.pictures)


def read_table(written: Written) -> Table:
    """Return the table of a CSV file (RFC 4180); blank lines are no rows."""
    reader = csv.reader(io.StringIO(written.text))
    rows = [Row(tuple(cells), reader.line_num) for cells in reader if cells]
    header = rows[0].cells if rows else ()
    return Table(written.path.removeprefix(FOLDER), written.shown, header, tuple(rows[1:]))


def _pictures(lined: Lined) -> tuple[dict[str, PictureForm], dict[str, int], list[Problem]]:
    """Return the well-formed pictures by name, which entry each is, and the faults of the others (PIC001 … PIC005)."""
    if lined.value is None:
        return {}, {}, []
    if not isinstance(lined.value, list):
        return {}, {}, [Problem(PICTURES, lined.place(())[0], "PIC001", f"pictures that are {describe(lined.value)}",
                                "a list", "Begin each picture with - name: on a line of its own.")]
    pictures: dict[str, PictureForm] = {}
    numbers: dict[str, int] = {}
    findings: list[Problem] = []
    for number in range(len(lined.value)):
        picture, found = _picture(lined, number)
        findings += found
        if picture and picture.name in pictures:
            findings.append(_twice(picture, lined, number))
        elif picture:
            pictures[picture.name], numbers[picture.name] = picture, number
    return pictures, numbers, findings


def _picture(lined: Lined, number: int) -> tuple[PictureForm | None, list[Problem]]:
    value, (line, column) = lined.value[number], lined.place((number,))
    if not isinstance(value, dict):
        return None, [Problem(PICTURES, line, "PIC001", f"a picture that is {describe(value)}", "a mapping (key: value)",
                              "Write its keys below one another, from name: to alternative:.", column=column)]
    try:
        return PictureForm.model_validate(value), []
    except ValidationError as error:
        return None, problems_of(error, lined, PICTURES, _CODES, PictureForm, (number,))


def _twice(picture: PictureForm, lined: Lined, number: int) -> Problem:
    return Problem(PICTURES, lined.place((number, "name"))[0], "PIC005", f"a second picture {cut(picture.name)}",
                   "a name of its own", "Rename one of the two.")
