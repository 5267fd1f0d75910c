"""`edition weave`: the edition as Markdown below build/docs."""

import os
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import click
from tqdm import tqdm

from edition.bibliography import registry
from edition.catalogue import Edition, Paper, load
from edition.checking import check
from edition.checking.manual import PAGE, with_rules
from edition.commands.console import Place, show
from edition.dataset import dataset
from edition.editing import Reading, format_anchors, parse_anchors, readings, redirects
from edition.files import write_text
from edition.problems import Report
from edition.releasing import Moves, addresses_of, is_revised, moves_of, releases_of
from edition.releasing.listing import with_releases
from edition.weaving import Edited, Imprint, lexicon_of_edition, nav, outline_of, parse_outline, themes_of
from edition.weaving import weave as woven

TARGET = Path("build", "docs")
ADDRESS = "EDITION_URL"
"""Names the environment variable with the address of the site, without which citations give paths."""


@click.command(epilog="Example: EDITION_PAPERS=../papers edition weave")
@click.pass_obj
def weave(place: Place) -> None:
    """Write all pages as Markdown to build/docs; nothing is written where the check finds an error."""
    report = weave_all(place.root, place.papers, place.root / TARGET).report
    show(report)
    if report.failed:
        raise SystemExit(report.exit_code)


class Woven(NamedTuple):
    """What the check found, the navigation, and what a site must know besides: the imprint, and former addresses."""

    report: Report
    nav: list[dict]
    imprint: Imprint
    moves: Moves


def weave_all(root: Path, papers: Path, target: Path) -> Woven:
    """Weave the edition in `root` into the folder `target`.

    Anchors and outlines of papers whose source is at hand are remembered in `docs/papers`.
    """
    edition = load(root, papers)
    report = check(edition)
    if report.failed:
        return Woven(report, [], Imprint(), Moves())
    read = readings(edition)
    for reading in read.values():
        remember(root, reading)
    edited = [_edited(paper, read.get(paper.slug)) for paper in edition.papers]
    references = registry(edition)
    written = {page.path: page.text for page in edition.written}
    imprint = imprint_of(edition)
    pages = woven(edited, written, references, imprint, lexicon_of_edition(edition), dataset(edition))
    pages |= {path: with_rules(pages[path]) for path in pages.keys() & {PAGE}}
    pages = {path: with_releases(text, releases_of(edition), imprint.address) for path, text in pages.items()}
    for path, text in tqdm(pages.items(), desc="weave", unit="page", disable=None, delay=1):
        write_text(target / path, text)
    kept = {target / path for path in pages} | _copied(root / "docs", target)
    _clear(target, kept)
    moves = moves_of(addresses_of(edition), [release.manifest for release in releases_of(edition)])
    return Woven(report, nav(edited, pages, themes_of(written)), imprint, moves)


def imprint_of(edition: Edition) -> Imprint:
    """Return the imprint: version and day of CITATION.cff, the address of the environment.

    What differs from the last release has its version with a + behind it.
    """
    said = edition.citation.value if isinstance(edition.citation.value, dict) else {}
    version, date, address = str(said.get("version", "")), str(said.get("date-released", "")), os.environ.get(ADDRESS, "")
    return Imprint(version + "+" * is_revised(edition), address and address.rstrip("/") + "/", date)


def remember(root: Path, reading: Reading) -> None:
    """Write down which paragraph each id names, and the outline."""
    folder = root / reading.paper.folder
    write_text(folder / "anchors.tsv", format_anchors(reading.anchors))
    write_text(folder / "outline.tsv", outline_of(reading.edited))


def _edited(paper: Paper, reading: Reading | None) -> Edited:
    outline = parse_outline(paper.outline_text, f"{paper.folder}/outline.tsv") if paper.outline_text else ()
    return Edited(
        front=paper.front,
        headnote=paper.headnote,
        work=reading.edited if reading else None,
        emendations=paper.emendations,
        former=redirects(reading.anchors) if reading else {},
        outline=outline,
        addresses=[anchor.id for anchor in parse_anchors(paper.anchors_text or "")],
        annotations=paper.annotations,
    )


def _copied(docs: Path, target: Path) -> set[Path]:
    """Copy what is neither a page nor a layer of a paper; return the copies."""
    others = [path for path in docs.rglob("*") if path.is_file() and path.suffix not in (".md", ".tsv", ".yml")]
    copies = {target / path.relative_to(docs): path for path in others}
    for copy, path in copies.items():
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, copy)
    return set(copies)


def _clear(target: Path, kept: set[Path]) -> None:
    """Remove files of an earlier weaving that no page stands for any more."""
    for path in target.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
