"""`edition status`: how far the editors have come, paper by paper."""

import json
from collections.abc import Sequence

import click

from edition.bibliography import registry
from edition.catalogue import Edition, Paper
from edition.checking import RULES
from edition.commands.console import Place

COLUMNS = ("paper", "source", "status", "emendations", "annotations", "unchecked", "TODO")
"""`unchecked` counts citations that nobody has read against their note, `TODO` the lines that are left to do."""

LEFT = ("FRO009", "TOD001")
UNDEFINED = "GLO007"


@click.command(epilog="Example: edition status")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def status(place: Place, as_json: bool) -> None:
    """Print of each paper its proofreading status and what there is of the editors' work; then terms without definition."""
    edition = place.edition()
    rows, undefined = rows_of(edition), terms_without_definition(edition)
    if as_json:
        papers = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        click.echo(json.dumps({"papers": papers, "terms_without_definition": undefined}, ensure_ascii=False))
        return
    click.echo(table(rows))
    click.echo(f"terms without definition: {', '.join(undefined) or 'none'}")


def rows_of(edition: Edition) -> list[tuple]:
    """Return a row for each paper, values in the order of `COLUMNS`."""
    left = [problem.path for code in LEFT for problem in RULES[code].run(edition)]
    return [_row(edition, paper, left) for paper in edition.papers]


def _row(edition: Edition, paper: Paper, left: Sequence[str]) -> tuple:
    return (paper.slug, "here" if paper.source_text else "absent", paper.front.level if paper.front else "unreadable",
            len(paper.emendations), len(paper.annotations), _unchecked(edition, paper),
            sum(path.startswith(f"{paper.folder}/") for path in left))


def _unchecked(edition: Edition, paper: Paper) -> int:
    """Return the number of unchecked citations; a note that cites nothing counts as one where nobody has looked."""
    notes = registry(edition).citations.get(paper.slug, ())
    return sum(sum(not cite.checked for cite in note.cites) if note.cites else not note.checked for note in notes)


def terms_without_definition(edition: Edition) -> list[str]:
    """Return the slugs of terms that lack a definition in Chinese or English."""
    paths = dict.fromkeys(problem.path for problem in RULES[UNDEFINED].run(edition))
    return [path.rpartition("/")[2].removesuffix(".md") for path in paths]


def table(rows: Sequence[tuple]) -> str:
    """Return the rows under their heads, columns as wide as they need be, numbers to the right; the last line sums up."""
    total = ("total", "", "", *(sum(row[column] for row in rows) for column in range(3, len(COLUMNS))))
    lines = [tuple(map(str, row)) for row in (COLUMNS, *rows, total)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) if column < 3 else cell.rjust(width)
                               for column, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in lines)
