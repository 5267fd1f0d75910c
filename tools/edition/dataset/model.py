"""Tables and pictures as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from edition.catalogue.yaml_lines import Lined
from edition.dataset.forms import PictureForm
from edition.problems import Problem

PLACE = "place"
"""The column that names paper and paragraph: gd-resilience#p17."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells, and its line in the file."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, eq=False)
class Table:
    """A CSV file: its name, its path in messages, its header and rows."""

    name: str
    shown: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def records(self) -> list[dict[str, str]]:
        """The rows by column; one with another number of cells is left out."""
        return [dict(zip(self.header, row.cells)) for row in self.rows if len(row.cells) == len(self.header)]


@dataclass(frozen=True, eq=False)
class Dataset:
    """The tables by file name, the pictures by name, and what was wrong with the form of `pictures.yml`.

    `lined` knows the lines of that file, `numbers` which entry of it a picture is.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)
    pictures: Mapping[str, PictureForm] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    findings: Sequence[Problem] = ()
    lined: Lined = field(default_factory=Lined)

    def found(self, code: str) -> list[Problem]:
        """Return the findings with this code."""
        return [problem for problem in self.findings if problem.code == code]

    def line(self, name: str, *path: str | int) -> int:
        """Return the line of a key of a picture."""
        return self.lined.place((self.numbers[name], *path))[0]
