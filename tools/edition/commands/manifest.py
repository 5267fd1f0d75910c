"""`edition manifest` and `edition diff`: every address of the edition, and what changed between two such lists."""

from pathlib import Path

import click

from edition.commands.console import Place, stop
from edition.files import MANIFEST_LIMIT, read_text
from edition.problems import Refused, gather
from edition.releasing import Manifest, addresses_of, compare, format_manifest, parse_manifest, summarise


@click.command(epilog="Example: edition manifest > now.tsv")
@click.pass_obj
def manifest(place: Place) -> None:
    """Print every address of the edition with what stands there: address, kind, name, digest, sketch, divided by tabs."""
    click.echo(format_manifest(addresses_of(place.edition())), nl=False)


@click.command(epilog="Example: edition diff releases/1.0.0.tsv now.tsv")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def diff(place: Place, old: Path, new: Path | None) -> None:
    """Print as Markdown what changed for readers from one manifest to another, by default to the present state."""
    try:
        before = _read(old)
        after = _read(new) if new else addresses_of(place.edition())
    except Refused as refused:
        stop(gather(refused.problems))
    click.echo(summarise(compare(before, after)), nl=False)


def _read(path: Path) -> Manifest:
    """Return the manifest in a file. Raises Refused."""
    return parse_manifest(read_text(path, MANIFEST_LIMIT), str(path))
