"""`edition add`: a new source, its works found, a page begun for each."""

from pathlib import Path

import click

from edition.catalogue import Edition, front_matter_text
from edition.catalogue.drafts import Draft, drafts_of
from edition.commands.console import Place, stop
from edition.files import read_source, sha256, write_text
from edition.problems import Problem, Refused, Report, Severity


@click.command(epilog="Example: edition add papers/new-issue.txt")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def add(place: Place, files: tuple[Path, ...]) -> None:
    """Read new sources, find the works in them, and write docs/papers/<slug>/index.md for each; nothing is overwritten.

    What the source does not say stands as TODO, for an editor to complete.
    """
    report = Report()
    for file in files:
        try:
            _add(place.root, place.edition(), file, report)
        except Refused as refused:
            report.add(*refused.problems)
    stop(report)


def _add(root: Path, edition: Edition, file: Path, report: Report) -> None:
    text = read_source(file)
    taken = {paper.slug for paper in edition.papers}
    for draft in drafts_of(text, file.name, sha256(file), taken):
        claimed = _claimed(edition, file.name, draft)
        path = f"docs/papers/{draft.slug}/index.md"
        if claimed or (root / path).exists():
            report.add(_there(claimed or path, file.name, draft))
            continue
        write_text(root / path, front_matter_text(draft.values))
        click.echo(
            f"{path}: {draft.values.get('title') or 'TODO'}, lines {draft.lines[0]}–{draft.lines[1]} of {file.name}"
        )


def _claimed(edition: Edition, name: str, draft: Draft) -> str:
    """Return the page of the paper that has the work's lines already, '' for none."""
    first, last = draft.lines
    for paper in edition.papers:
        if paper.place and paper.place.file == name and any(a <= last and first <= b for a, b in paper.spans):
            return paper.path
    return ""


def _there(path: str, name: str, draft: Draft) -> Problem:
    first, last = draft.lines
    return Problem(
        path,
        1,
        "CMD003",
        f"a page for lines {first}–{last} of {name} already",
        "a work without a page",
        "Nothing was written; edit the page that is there.",
        Severity.WARNING,
    )
