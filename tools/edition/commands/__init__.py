"""The command `edition`: each command is one thin module over functions from values to values."""

import os
import sys
from pathlib import Path

import click

from edition import __version__
from edition.commands.account import account
from edition.commands.add import add
from edition.commands.bench import bench
from edition.commands.blocks import blocks
from edition.commands.check import check
from edition.commands.cite import cite, format_items
from edition.commands.console import Place
from edition.commands.manifest import diff, manifest
from edition.commands.references import references
from edition.commands.weave import weave

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


@click.group(context_settings=HELP)
@click.version_option(__version__, prog_name="edition")
@click.option(
    "--root",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=Path(),
    show_default="here",
    help="The edition's folder, which holds docs/ and bib/.",
)
@click.option(
    "--papers",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="EDITION_PAPERS",
    help="The folder with the source texts (EDITION_PAPERS), by default papers/.",
)
@click.pass_context
def main(context: click.Context, root: Path, papers: Path | None) -> None:
    """Make a digital edition: source texts in, annotated Markdown and a site out."""
    context.obj = Place(root, papers or root / "papers")


for command in (blocks, account, references, cite, format_items, add, check, weave, manifest, diff, bench):
    main.add_command(command)


def run() -> None:
    """Run the command; a reader that closes the pipe early ends it quietly."""
    try:
        main()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
