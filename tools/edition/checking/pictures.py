"""Rules about pictures and their data: PIC001 … PIC010."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.catalogue.load import PICTURES
from edition.checking.registry import rule
from edition.dataset import PictureForm, dataset
from edition.dataset.model import PLACE
from edition.editing import parse_anchors
from edition.problems import Problem, Refused
from edition.weaving.pictures.of_data import number_of_date
from edition.weaving.pictures.pages import pictures_named

TABLES = "docs/data/*.csv"

NEEDED = {"columns": ("classes", "values"), "bars": ("classes", "values"), "lines": ("time", "values"),
          "points": ("time", "values"), "dots": ("classes", "time")}
"""By kind of picture the keys that say from which columns it is drawn."""


@rule("PIC001", within=PICTURES, summary="pictures.yml that is no list of pictures")
def no_list(edition: Edition) -> Iterable[Problem]:
    """docs/data/pictures.yml holds one picture after another, each beginning with - name:.

    Mend: write it so.
    """
    return dataset(edition).found("PIC001")


@rule("PIC002", within=PICTURES, summary="an unknown key of a picture")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A picture has name, data, kind, title, title_en, caption, source, alternative, and for its columns values, classes,
    time, series and words.

    Mend: correct the key, or take it out.
    """
    return dataset(edition).found("PIC002")


@rule("PIC003", within=PICTURES, summary="a picture that lacks its data, title, caption, source or text alternative")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """Whoever can't see a picture reads its alternative and its data; whoever sees it wants to know where it comes from.

    Mend: add what the message names.
    """
    return dataset(edition).found("PIC003")


@rule("PIC004", within=PICTURES, summary="a value of a picture that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """Titles are text, columns lists of names, the kind one of a few words.

    Mend: write the value as the message says.
    """
    return dataset(edition).found("PIC004")


@rule("PIC005", within=PICTURES, summary="two pictures of one name")
def twice(edition: Edition) -> Iterable[Problem]:
    """Pages ask for a picture by its name, which is its address too.

    Mend: rename one of the two.
    """
    return dataset(edition).found("PIC005")


@rule("PIC006", within=PICTURES, summary="a picture whose data is not there")
def no_data(edition: Edition) -> Iterator[Problem]:
    """data names a CSV file beside pictures.yml; values, classes, time and series name columns in its header. Columns,
    bars, lines and points need values; columns, bars and dots need classes; lines, points and dots need time.

    Mend: correct the name, or add the file or the key.
    """
    for form in dataset(edition).pictures.values():
        table = dataset(edition).tables.get(form.data)
        if not table:
            yield _of(form, edition, "data", f"the file {cut(form.data)}", "a CSV file of docs/data", dataset(edition).tables)
            continue
        for key in NEEDED[form.kind]:
            if not getattr(form, key):
                yield _of(form, edition, "kind", f"{form.kind} without {key}", f"the key {key}", ())
        for column in form.columns:
            if column not in table.header:
                yield _of(form, edition, "data", f"the column {cut(column)}", f"one of {form.data}", table.header)


@rule("PIC007", within=TABLES, summary="a cell that can't be drawn")
def no_number(edition: Edition) -> Iterator[Problem]:
    """What a picture draws are numbers (39, 74.78) and dates (1980, 2009-01). An empty number is left out.

    Mend: write the cell so, or draw another column.
    """
    for form in dataset(edition).pictures.values():
        table = dataset(edition).tables.get(form.data)
        for row in table.rows if table else ():
            cells = dict(zip(table.header, row.cells)) if len(row.cells) == len(table.header) else {}
            for column in (*form.values, form.time):
                if cells.get(column) and not _is_number(cells[column], column == form.time):
                    yield Problem(table.shown, row.line, "PIC007", f"{cut(cells[column])!r} in {cut(column)}",
                                  "a date" if column == form.time else "a number", "Correct the cell, or draw another column.")


def _is_number(text: str, is_date: bool) -> bool:
    try:
        (number_of_date if is_date else float)(text)
    except ValueError:
        return False
    return True


@rule("PIC008", summary="a page that asks for a picture which does not exist")
def no_such_picture(edition: Edition) -> Iterator[Problem]:
    """<!-- picture name --> stands for a picture of docs/data/pictures.yml.

    Mend: correct the name, or describe the picture there.
    """
    known = dataset(edition).pictures
    for page in edition.written:
        for name, line in pictures_named(page.text):
            if name not in known:
                near = get_close_matches(name, known, n=1)
                yield Problem(page.shown, line, "PIC008", f"the picture {cut(name)}", f"a name of {PICTURES}",
                              f"Did you mean {near[0]}?" if near else "Look at that file.")


@rule("PIC009", within=TABLES, summary="a row of data with too many or too few cells")
def ragged(edition: Edition) -> Iterator[Problem]:
    """Each row has as many cells as the header. A comma inside a cell needs quotation marks around it.

    Mend: add or take out what is amiss.
    """
    for table in dataset(edition).tables.values():
        for row in table.rows:
            if len(row.cells) != len(table.header):
                yield Problem(table.shown, row.line, "PIC009", f"{len(row.cells)} cells", f"{len(table.header)}, as in the header",
                              "Look for a comma too many or missing.")


@rule("PIC010", within=TABLES, summary="a row of data without its place in a paper")
def no_place(edition: Edition) -> Iterator[Problem]:
    """The last column, place, says where a paper has the number: gd-resilience#p17.

    Mend: take the paragraph's id from the paper's page.
    """
    known = {f"{paper.slug}#{id}" for paper in edition.papers for id in _paragraphs(paper.anchors_text)}
    for table in dataset(edition).tables.values():
        if table.header[-1:] != (PLACE,):
            yield Problem(table.shown, 1, "PIC010", "no last column place", "one", "Add it, with paper#paragraph in each row.")
            continue
        for row in table.rows:
            if len(row.cells) == len(table.header) and row.cells[-1] not in known:
                yield Problem(table.shown, row.line, "PIC010", f"the place {cut(row.cells[-1])!r}", "a paper and its paragraph",
                              "Write it as in gd-resilience#p17.")


def _paragraphs(text: str | None) -> list[str]:
    try:
        return [anchor.id for anchor in parse_anchors(text or "")]
    except Refused:
        return []


def _of(form: PictureForm, edition: Edition, key: str, found: str, expected: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(found.split(" ")[-1], list(known), n=1)
    return Problem(PICTURES, dataset(edition).line(form.name, key), "PIC006", found, expected,
                   f"Did you mean {near[0]}?" if near else "Look at docs/data/README.md.")
