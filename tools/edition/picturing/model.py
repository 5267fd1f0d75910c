"""What a picture shows, as values."""

from dataclasses import dataclass

KINDS = ("columns", "bars", "lines", "points", "dots", "matrix")
"""Upright bars by class; lying bars by row; values over time, joined or not; events in rows; counts in a grid."""

HERE = "https://edition.invalid/"
"""Stands before the number of an address while a chart is drawn: the drawer would resolve a relative one itself."""


@dataclass(frozen=True)
class Mark:
    """One mark: its column or number from left to right, its row or number upwards, its series (from 0), its weight.

    `said` is what the mark means in words, `href` where it leads; `value` is printed beside it.
    """

    across: str | float
    up: str | float
    series: int = 0
    weight: float = 1
    said: str = ""
    href: str = ""
    value: str = ""


@dataclass(frozen=True)
class Label:
    """The name of a row or column; a `head` stands above rows of its own."""

    key: str
    said: str
    href: str = ""
    head: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture: its kind, its marks, and the names of rows (from above) and columns, where these are classes."""

    kind: str
    marks: tuple[Mark, ...]
    rows: tuple[Label, ...] = ()
    columns: tuple[Label, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether anything in it leads somewhere."""
        return any(each.href for each in (*self.marks, *self.rows, *self.columns))
