"""`edition account`: how many characters of a source were read as what, and which were not, and why."""

import json
from dataclasses import asdict

import click

from edition.commands.console import Place, reading_of
from edition.reading.account import Account
from edition.reading.account import account as account_of


@click.command(epilog="Example: edition account wei-tianxia")
@click.argument("slug")
@click.option("--edited", is_flag=True, help="After emendations (by default: by rules alone).")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def account(place: Place, slug: str, edited: bool, as_json: bool) -> None:
    """Print what became of each character of a paper's source: read, replaced or dropped, and as what or why."""
    reading = reading_of(place.edition(), slug)
    work = reading.edited if edited else reading.plain
    result = account_of(work, reading.paper.source_text or "")
    click.echo(json.dumps(asdict(result), ensure_ascii=False) if as_json else table(result))


def table(result: Account) -> str:
    """Return the account as lines: characters, share, fate, role or reason; the last line is the sum."""
    rows = [(entry.characters, entry.fate, entry.what) for entry in result.entries]
    rows.append((sum(entry.characters for entry in result.entries), "sum", f"of {result.characters} in the source"))
    return "\n".join(
        f"{number:8d} {_share(number, result.characters):>8s}  {fate:9s} {what}" for number, fate, what in rows
    )


def _share(number: int, whole: int) -> str:
    return f"{number / whole:.2%}" if whole else "–"
