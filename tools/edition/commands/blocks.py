"""`edition blocks`: the reading of a source, one JSON object a line."""

import json

import click

from edition.commands.console import Place, reading_of
from edition.reading import Block


@click.command(epilog="Example: edition blocks wei-tianxia | head -3")
@click.argument("slug")
@click.option("--edited", is_flag=True, help="After emendations, with paragraph ids (by default: by rules alone).")
@click.pass_obj
def blocks(place: Place, slug: str, edited: bool) -> None:
    """Print the blocks of a paper in reading order, one JSON object a line."""
    reading = reading_of(place.edition(), slug)
    work = reading.edited if edited else reading.plain
    for block in work.blocks:
        click.echo(json.dumps(as_record(block), ensure_ascii=False))


def as_record(block: Block) -> dict:
    """Return a block as the interface has it: role, text and lines always, the other keys where they say something."""
    said = {"role": block.role, "text": block.text, "lines": block.lines}
    said |= {key: value for key in ("id", "level", "mark", "items") if (value := getattr(block, key))}
    if block.table:
        said |= {"header": block.table.header, "rows": block.table.rows}
    return said
