"""A rule about what editors have left to do: TOD001. (TODO in a paper's front matter is FRO009.)"""

import re
from collections.abc import Iterator

from edition.catalogue import TODO, Edition, Paper
from edition.catalogue.annotations import FILE
from edition.catalogue.front_matter import todo_paths
from edition.checking.registry import rule
from edition.checking.texts import texts_of
from edition.problems import Problem, Severity
from edition.weaving.intext.brackets import prose

_MARK = re.compile(rf"(?<![A-Za-z]){TODO}(?![A-Za-z])")


@rule("TOD001", summary="TODO left in a text or an entry", severity=Severity.WARNING)
def left(edition: Edition) -> Iterator[Problem]:
    """`edition new` writes TODO where an editor has something to say. The site is built all the same, and shows it.

    Mend: say it, or take the line out.
    """
    for each in texts_of(edition):
        for number, line in enumerate(_prose(each.text), each.line):
            if _MARK.search(line):
                yield _problem(each.shown, number)
    for paper in edition.papers:
        yield from _in_entries(paper)


def _prose(text: str) -> list[str]:
    """Return the lines of a text in which TODO means what it says: front matter too, code not."""
    head = text[:text.find("\n---\n")] if text.startswith("---\n") else ""
    return (head + prose(text)[len(head):]).split("\n")


def _in_entries(paper: Paper) -> Iterator[Problem]:
    for emendation in paper.emendations:
        if todo_paths([emendation.source, emendation.reads, emendation.why]):
            yield _problem(f"{paper.folder}/emendations.yml", emendation.at)
    for annotation in paper.annotations:
        if todo_paths([annotation.by, annotation.phrase]):
            yield _problem(f"{paper.folder}/{FILE}", annotation.at)


def _problem(path: str, line: int) -> Problem:
    return Problem(path, line, "TOD001", TODO, "what an editor has to say", "Say it, or take the line out.")
