"""`edition cite` and `edition format`: references in a style."""

import re
import sys

import click

from edition.bibliography import registry
from edition.catalogue import Edition
from edition.citing import DEFAULT, STYLES, format_lines, format_reference
from edition.commands.console import Place, show, stop
from edition.editing import readings
from edition.problems import Problem, Refused, gather

STYLE = click.option(
    "--style", type=click.Choice(STYLES), default=DEFAULT, show_default=True, help="The citation style."
)


@click.command(epilog="Example: edition cite 'lu-zhang-multilateralism#p12' --style note")
@click.argument("what", metavar="KEY|SLUG[#pN]")
@STYLE
@click.pass_obj
def cite(place: Place, what: str, style: str) -> None:
    """Print the reference of a work in bib/, of a paper, or of one of its paragraphs with the page that it begins on."""
    edition = place.edition()
    name, _, paragraph = what.partition("#")
    try:
        click.echo(format_reference(_item(edition, name), style, _page(edition, name, paragraph)))
    except Refused as refused:
        stop(gather(refused.problems))


def _item(edition: Edition, name: str) -> dict:
    """Return the CSL item of a key or a paper. Raises Refused where there is none."""
    known = registry(edition)
    entry = known.of_paper(name)
    item = known.items.get(entry.key if entry else name)
    if item is None:
        raise Refused(
            Problem(
                "bib",
                0,
                "CMD004",
                f"no work “{name}”",
                "a key of bib/*.bib or the slug of a paper",
                "Look the key up on the page of the bibliography.",
            )
        )
    return dict(item)


def _page(edition: Edition, slug: str, paragraph: str) -> str:
    """Return the printed page on which a paragraph begins, '' where it is not known. Raises Refused for an unknown id."""
    reading = readings(edition).get(slug) if paragraph else None
    if reading is None:
        return ""
    block = next((block for block in reading.edited.of("paragraph") if block.id == paragraph), None)
    if block is None:
        raise Refused(
            Problem(
                reading.paper.path,
                0,
                "CMD005",
                f"no paragraph “{paragraph}”",
                "an id such as p12",
                "Take the id from the paper's page.",
            )
        )
    page = reading.edited.page_at(block.start)
    return page.number if page else ""


@click.command(
    "format", epilog="Example: edition references wei-tianxia | jq -c '.items[]' | edition format --style note"
)
@STYLE
def format_items(style: str) -> None:
    """Print the reference of each CSL-JSON item of the input, one a line."""
    failed = False
    for result in format_lines(sys.stdin, style):
        if isinstance(result, str):
            click.echo(re.sub(r"\n+", " ", result) if style in ("gbt7714-2025", "gbt7714-2015", "note") else result)
        else:
            show(result)
            failed = True
    sys.exit(int(failed))
