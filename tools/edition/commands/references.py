"""`edition references`: the notes of a paper as references, printed or proposed to the editors."""

import json
from collections.abc import Sequence

import click

from edition.bibliography import Proposal, format_entry, propose, registry, updated
from edition.bibliography.citations import FILE
from edition.catalogue import Edition
from edition.commands.console import Place, reading_of
from edition.editing import Reading
from edition.files import read_text, write_text
from edition.references import Note, Reference, references_of

CITED = "bib/cited.bib"


@click.command(epilog="Example: edition references lu-zhang-multilateralism | head -3")
@click.argument("slug")
@click.option(
    "--propose",
    "proposing",
    is_flag=True,
    help="Add what is new to citations.yml and bib/cited.bib, for an editor to check; nothing there is changed.",
)
@click.pass_obj
def references(place: Place, slug: str, proposing: bool) -> None:
    """Print each note of a paper with the works that it cites, one JSON object a line."""
    edition = place.edition()
    reading = reading_of(edition, slug)
    read = references_of(notes_of(reading))
    if proposing:
        _propose(edition, reading, read)
        return
    known = registry(edition)
    for reference in read:
        keys = [cite.key for cite in known.of_note(slug, reference.note.id)]
        click.echo(json.dumps(as_record(reference, keys), ensure_ascii=False))


def notes_of(reading: Reading) -> list[Note]:
    """Return the notes of a paper as edited, in order."""
    return [Note(block.id, block.mark, block.text) for block in reading.edited.of("note")]


def as_record(reference: Reference, keys: Sequence[str]) -> dict:
    """Return a reference as the interface has it; `keys` are given where the editors found as many works."""
    items = reference.items
    if len(keys) == len(items):
        items = [item | {"key": key} for item, key in zip(items, keys, strict=True)]
    note = reference.note
    return {"id": note.id, "mark": note.mark, "text": note.text, "items": items}


def _propose(edition: Edition, reading: Reading, read: list[Reference]) -> None:
    """Write what is new into the paper's citations and the list of cited works."""
    paper, known = reading.paper, registry(edition)
    existing = known.citations.get(paper.slug, ())
    proposal = propose(existing, read, known)
    path = edition.root / paper.folder / FILE
    text = read_text(path) if path.exists() else ""
    write_text(path, updated(text, existing, proposal.notes))
    cited = edition.root / CITED
    if proposal.entries:
        before = read_text(cited) if cited.exists() else ""
        write_text(cited, "\n".join(filter(None, [before, *map(format_entry, proposal.entries)])))
    _say(proposal, len(existing))


def _say(proposal: Proposal, before: int) -> None:
    click.echo(f"{len(proposal.notes) - before} notes and {len(proposal.entries)} works added, unchecked")
    for reason in proposal.left_out:
        click.echo(f"left out: {reason}", err=True)
