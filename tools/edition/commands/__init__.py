"""The command `edition`: each command is one thin module over functions from values to values."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from edition import __version__
from edition.commands.console import Place

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 120}

COMMANDS = {
    "blocks": "blocks:blocks", "account": "account:account", "references": "references:references", "cite": "cite:cite",
    "format": "cite:format_items", "add": "add:add", "check": "check:check", "weave": "weave:weave", "bench": "bench:bench",
    "new": "new:new", "status": "status:status", "manifest": "manifest:manifest", "diff": "manifest:diff", "release": "release:release",
    "publish": "publish:publish",
}
"""Each command by its name → the module of this room and what it is called there; loaded when it is asked for."""


class Commands(click.Group):
    """The commands of `COMMANDS`."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, called = COMMANDS[name].partition(":")
        return getattr(import_module(f"{__name__}.{module}"), called)


@click.group(cls=Commands, context_settings=HELP)
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


def run() -> None:
    """Run the command; a reader that closes the pipe early ends it quietly."""
    try:
        main()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
