"""Pictures that an editor decided on, drawn from the tables of `docs/data`."""

from collections.abc import Iterator

from edition.dataset import FOLDER, PictureForm, Table
from edition.dataset.model import PLACE
from edition.picturing import Chart, Label, Mark
from edition.weaving.pictures.figure import Cell, Figure, heads

Record = dict[str, str]


def figure_of(form: PictureForm, table: Table, up: str) -> Figure:
    """Return the picture; `up` leads from the page's address to the root."""
    rows = [[_cell(column, cell, form, up) for column, cell in record.items()] for record in table.records]
    return Figure(form.name, form.title, form.title_en, form.caption, form.source, form.alternative,
                  chart_of(form, table), heads(*map(form.say, table.header)), rows,
                  f"{up}{FOLDER}{table.name}", [form.say(code) for code in _series(form, table.records)])


def _cell(column: str, said: str, form: PictureForm, up: str) -> Cell:
    if column == PLACE:
        return Cell(said.replace("#", " "), f"{up}papers/{said.replace('#', '/#')}")
    return Cell(form.say(said))


def chart_of(form: PictureForm, table: Table) -> Chart:
    """Return what the form wants to be seen of the table. Raises ValueError where a value is no number or date."""
    marks = [_mark(record, value, form, table.records) for record in table.records
             for value in form.values or ("",) if not value or record[value]]
    names = tuple(dict.fromkeys(_name(record, form) for record in table.records))
    labels = tuple(Label(name, name) for name in names) if form.classes else ()
    columns, rows = (labels, ()) if form.kind == "columns" else ((), labels)
    return Chart(form.kind, tuple(marks), rows, columns)


def _mark(record: Record, value: str, form: PictureForm, records: list[Record]) -> Mark:
    name, number = _name(record, form), record.get(value, "")
    series = list(_series(form, records))
    code = value if len(form.values) > 1 else record.get(form.series, "")
    shade = series.index(code) if code in series else 0
    told = [form.say(code) if series else "", name, record.get(form.time, ""), number and f"{form.say(value)} {number}"]
    said = "，".join(part for part in told if part)
    when = number_of_date(record[form.time]) if form.time else name
    if form.kind == "bars":
        return Mark(float(number), name, shade, said=said, value=number)
    if form.kind == "dots":
        return Mark(when, name, shade, said=said)
    return Mark(when, float(number), shade, said=said, value=number)


def _name(record: Record, form: PictureForm) -> str:
    return " ".join(form.say(record[column]) for column in form.classes)


def _series(form: PictureForm, records: list[Record]) -> tuple[str, ...]:
    """Return the codes of the series in their order: the columns of values, or what the column of series holds."""
    if len(form.values) > 1:
        return form.values
    return tuple(dict.fromkeys(_codes(form, records)))


def _codes(form: PictureForm, records: list[Record]) -> Iterator[str]:
    return (record[form.series] for record in records) if form.series else iter(())


def number_of_date(text: str) -> float:
    """Return a date (1980, 2009-01, 2019-12-11) as a number of years. Raises ValueError where it is none."""
    year, month, day = (int(part) for part in (text + "-01-01").split("-")[:3])
    return round(year + (month - 1) / 12 + (day - 1) / 365, 3)
