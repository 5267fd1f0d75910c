"""What all commands share: where the edition lies, how problems are shown, and how a run ends."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from edition.catalogue import Edition, Paper, load
from edition.checking import check
from edition.commands.formats import FORMATS
from edition.editing import Reading, readings
from edition.problems import Problem, Report, Severity, gather


@dataclass(frozen=True)
class Place:
    """Where a run finds its files."""

    root: Path
    papers: Path

    def edition(self, with_sources: bool = True) -> Edition:
        return load(self.root, self.papers, with_sources)


def show(problems: Iterable[Problem]) -> None:
    """Print problems to the error output, one a line."""
    for problem in problems:
        click.echo(FORMATS["text"]([problem]), err=True)


def stop(report: Report) -> NoReturn:
    """Show the report and end the run with its exit code."""
    show(report)
    sys.exit(report.exit_code)


def reading_of(edition: Edition, slug: str) -> Reading:
    """Return the reading of a paper; where there is none, say why and end the run."""
    found = readings(edition).get(slug)
    if found is None:
        stop(gather(why_unread(edition, slug)))
    return found


def paper_of(edition: Edition, slug: str) -> Paper:
    """Return a paper; where there is none of this slug, say so and end the run."""
    found = next((paper for paper in edition.papers if paper.slug == slug), None)
    return found or stop(gather([_unknown(edition, slug)]))


def why_unread(edition: Edition, slug: str) -> list[Problem]:
    """Return what keeps a paper from being read: an unknown slug, its own errors, or a source that is not here."""
    paper = next((paper for paper in edition.papers if paper.slug == slug), None)
    if paper is None:
        return [_unknown(edition, slug)]
    errors = (problem for problem in check(edition) if problem.severity is Severity.ERROR)
    own = [
        problem
        for problem in errors
        if problem.path.startswith(paper.folder + "/") or paper.source and problem.path == paper.source.shown
    ]
    if own:
        return own
    name = paper.place.file if paper.place else "its source"
    return [
        Problem(
            paper.path,
            paper.line("source", "file"),
            "CMD002",
            f"no file {name} in {edition.papers_dir}",
            "the source text of the paper",
            "Put it there, or name its folder with EDITION_PAPERS.",
        )
    ]


def _unknown(edition: Edition, slug: str) -> Problem:
    known = ", ".join(paper.slug for paper in edition.papers) or "none yet"
    return Problem("docs/papers", 0, "CMD001", f"no paper “{slug}”", f"one of {known}",
                   "Look up the name of its folder, or add it with `edition add`.")
