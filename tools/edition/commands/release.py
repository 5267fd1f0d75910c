"""`edition release`: a version is given, and all addresses that it has are written down."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from edition.catalogue import Edition
from edition.checking import check
from edition.commands.console import Place, stop
from edition.commands.weave import remember
from edition.editing import readings
from edition.files import read_text, write_text
from edition.problems import Problem, Refused, gather
from edition.releasing import Kind, addresses_of, format_manifest, releases_of
from edition.releasing.manifest import manifest_of
from edition.releasing.marking import CITATION, MARKS
from edition.releasing.versions import FOLDER, numbers_of, row_of_release

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog="Example: edition release 1.2.0")
@click.argument("version")
@click.option("--date", "day", type=DAY, help="The day on which it comes out, by default today.")
@click.pass_obj
def release(place: Place, version: str, day: datetime | None) -> None:
    """Write releases/VERSION.tsv with every address, and the version into CITATION.cff, the change log and the tools.

    Needs the source texts of all papers. Nothing is written where the check finds an error.
    """
    edition = place.edition()
    problems = [*_unfit(edition, version), *_absent(edition)] or list(check(edition))
    report = gather(problems)
    if report.failed:
        stop(report)
    try:
        for path in _release(place.root, edition, version, (day.date() if day else datetime.now(UTC).date())):
            click.echo(path)
    except Refused as refused:
        stop(gather(refused.problems))


def _unfit(edition: Edition, version: str) -> list[Problem]:
    """Return why an edition can't have this version next."""
    last = releases_of(edition)[-1:]
    numbers, path = numbers_of(version), f"{FOLDER}/{version}.tsv"
    if not numbers:
        return [Problem(FOLDER, 0, "CMD021", f"the version “{version}”", "three numbers, such as 1.2.0",
                        "Raise the first where editors must do something, the second for what is new, the third for mends.")]
    if last and numbers <= (numbers_of(last[0].version) or ()):
        return [Problem(path, 0, "CMD022", f"the version {version}", f"one above {last[0].version}",
                        "A release is never written again; give the next version.")]
    return []


def _absent(edition: Edition) -> list[Problem]:
    """Return what is lacking of that which a release must know: papers' texts, and the file that says the version."""
    texts = [address.where for address in addresses_of(edition).values() if address.kind is Kind.TEXTLESS]
    found = [Problem(f"docs/{where}index.md", 0, "CMD023", "no source text at hand", "it, for the addresses of notes and pages",
                     "Name the folder of the sources with EDITION_PAPERS.") for where in texts]
    if not isinstance(edition.citation.value, dict):
        found.append(Problem(CITATION, 0, "CMD024", "no such file, or none of keys and values", "one with version and date-released",
                             "Write it: https://citation-file-format.github.io/."))
    return found


def _release(root: Path, edition: Edition, version: str, day: date) -> list[str]:
    """Write the files of a release and return their paths. Raises Refused before anything is written."""
    texts = {path: mark(read_text(root / path), version, day.isoformat())
             for path, mark in MARKS.items() if _is_own(root / path, root)}
    manifest = manifest_of([*addresses_of(edition).values(), row_of_release(version, day.isoformat())])
    texts[f"{FOLDER}/{version}.tsv"] = format_manifest(manifest)
    for reading in readings(edition).values():
        remember(root, reading)
    return [path for path, text in texts.items() if write_text(root / path, text)]


def _is_own(path: Path, root: Path) -> bool:
    """Tell whether a file is there and lies in the edition, its links followed."""
    return path.is_file() and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
