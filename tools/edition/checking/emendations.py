"""Rules about `emendations.yml`: EME001 …

The first need the files alone, the others a reading of the source, which they take from the editor's desk.
"""

from collections.abc import Iterable

from edition.catalogue import Edition, Emendation, Paper
from edition.checking.registry import rules_within
from edition.editing import Reading, readings
from edition.problems import Problem
from edition.reading.model import holds

rule = rules_within("docs/papers/*/emendations.yml")


@rule("EME001", summary="emendations that are no list of entries")
def no_list(edition: Edition) -> Iterable[Problem]:
    """`emendations.yml` is a list; each entry begins with `- ` and holds keys with values.

    Mend: write each entry as `- line: 12`, the further keys below, indented by two blanks.
    """
    return edition.found("EME001")


@rule("EME002", summary="an unknown key in an emendation")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """Each kind of emendation has its own keys: a reading `line paragraph source reads why`, a join `line paragraph
    why`, a split `line paragraph source why`, a level `line level why` (and paragraph), a role `line role why`.

    Mend: correct the key (the hint names the nearest), or take it out.
    """
    return edition.found("EME002")


@rule("EME003", summary="an emendation that lacks a key")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """Without its line, its paragraph or its reason an emendation can neither be found nor judged.

    Mend: add the key that the message names.
    """
    return edition.found("EME003")


@rule("EME004", summary="a value in an emendation that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """`line` and `level` are whole numbers, `paragraph` an id such as p12, `kind` one of reading, join, split, level,
    role; `why` and `source` must not be empty.

    Mend: write the value as the message says.
    """
    return edition.found("EME004")


@rule("EME005", summary="an emendation at a line that is not the paper's")
def outside(edition: Edition) -> Iterable[Problem]:
    """The `line` of an emendation counts in the source file from its first line, not from the paper's.

    Mend: look the place up in the source file; its lines are those of `source: lines` in the front matter.
    """
    return (_outside(paper, entry) for paper in edition.papers if paper.spans for entry in paper.emendations
            if not _is_inside(paper, entry))


@rule("EME006", summary="an emendation that does not fit the source", of_sources=True)
def misfit(edition: Edition) -> Iterable[Problem]:
    """What an emendation says of the source must be there: a source reading once in its line, a block that begins
    with it, two blocks to join. Otherwise the source or the rules of reading have changed, or there is a slip.

    Mend: look at the line in the source file and at the paper's page, and correct `line` or `source`.
    """
    return (
        Problem(f"{paper.folder}/emendations.yml", misfit.entry.at, "EME006", misfit.found, misfit.expected, misfit.hint)
        for paper, reading in _read(edition) for misfit in reading.misfits if _is_inside(paper, misfit.entry)
    )


@rule("EME007", summary="an emendation that does not name the paragraph at its line", of_sources=True)
def paragraph(edition: Edition) -> Iterable[Problem]:
    """`line` finds the place, `paragraph` tells readers of the file where it is; both must mean the same.

    A place outside the paragraphs (an abstract, a note, a heading) has none.

    Mend: write the id that the paper's page shows at the place.
    """
    for paper, reading in _read(edition):
        for entry in paper.emendations:
            block = reading.edited.owner(entry.line)
            named = block.id if block and block.role == "paragraph" else ""
            if block and entry.paragraph != named:
                yield Problem(f"{paper.folder}/emendations.yml", entry.at, "EME007",
                              f"{entry.paragraph or 'no paragraph'} for source line {entry.line}", named or "none",
                              "Take the id from the paper's page; what is not in a paragraph has none.")


def _read(edition: Edition) -> Iterable[tuple[Paper, Reading]]:
    found = readings(edition)
    return ((paper, found[paper.slug]) for paper in edition.papers if paper.slug in found)


def _is_inside(paper: Paper, entry: Emendation) -> bool:
    return holds(paper.spans, entry.line)


def _outside(paper: Paper, entry: Emendation) -> Problem:
    spans = ", ".join(f"{first}–{last}" for first, last in paper.spans)
    return Problem(f"{paper.folder}/emendations.yml", entry.at, "EME005", f"line {entry.line}",
                   f"one of the paper's lines {spans}", "Count lines from the beginning of the source file.")
