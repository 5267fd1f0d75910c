"""Rules about the front matter of `docs/papers/<slug>/index.md`: FRO001 …"""

import re
from collections.abc import Iterable
from typing import Any

from edition.catalogue import TODO, Edition, Paper
from edition.catalogue.faults import cut, dotted
from edition.catalogue.front_matter import todo_paths
from edition.catalogue.load import is_bare_name
from edition.checking.registry import rules_within
from edition.problems import Problem, Severity

rule = rules_within("docs/papers/*/index.md")

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@rule("FRO001", summary="a paper's page without front matter")
def no_front_matter(edition: Edition) -> Iterable[Problem]:
    """The page of a paper begins with a line ---, then YAML, then a second line ---. It says what the paper is and
    where its text lies; without it nothing can be built.

    Mend: begin the file with a line ---, and close the YAML with another. `edition add` writes both for a new source.
    """
    return edition.found("FRO001")


@rule("FRO002", summary="an unknown key in front matter")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A key that no tool knows is most often a slip of the pen, and its value would be lost in silence.

    Mend: correct the key (the hint names the nearest), or take it out.
    """
    return edition.found("FRO002")


@rule("FRO003", summary="front matter that lacks a required key")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """Every paper has slug, title, authors, rights and source (file, sha256, lines); every author a name.

    Mend: add the key. What nobody knows yet is TODO; an empty list of authors is [].
    """
    return edition.found("FRO003")


@rule("FRO004", summary="a value in front matter that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """Texts are texts, lists are lists, a year is a whole number, lines are pairs [first, last] counted from 1, sha256
    has 64 hexadecimal digits.

    Mend: write the value as the message says. A key with nothing to say is left out.
    """
    return edition.found("FRO004")


@rule("FRO005", summary="a slug with odd characters")
def odd_slug(edition: Edition) -> Iterable[Problem]:
    """A slug is an address for good, so it has only small Latin letters, digits, and single hyphens between them.

    Mend: name the folder and the key slug alike, such as `ren-su-global-governance`.
    """
    return (Problem(paper.path, paper.line("slug"), "FRO005", f"the slug {cut(_slug(paper))!r}",
                    "small letters a–z, digits, single hyphens between them", "Rename the folder and the slug alike.")
            for paper in edition.papers if paper.values and not _SLUG.fullmatch(_slug(paper)))


@rule("FRO006", summary="a slug that differs from its folder")
def other_slug(edition: Edition) -> Iterable[Problem]:
    """A paper's folder, its slug and its address on the site are the same word.

    Mend: once published, put the former name back; before, rename the folder or the slug.
    """
    return (Problem(paper.path, paper.line("slug"), "FRO006", f"the slug {cut(_slug(paper))!r}",
                    f"{paper.slug!r}, the name of its folder", "Make the two alike; a published name stays.")
            for paper in edition.papers
            if paper.values and _SLUG.fullmatch(_slug(paper)) and _slug(paper) != paper.slug)


@rule("FRO007", summary="an inferred key that isn't there")
def inferred(edition: Edition) -> Iterable[Problem]:
    """`inferred` says of a key of the front matter (`venue.pages`) that the source doesn't state it, and on what ground
    the editors do. A key that isn't there can't be marked.

    Mend: correct the dotted name, add the value that was inferred, or take the line out.
    """
    for paper in edition.papers:
        marks = paper.values.get("inferred")
        for name in marks if isinstance(marks, dict) else ():
            if not _holds(paper.values, name.split(".")):
                yield Problem(paper.path, paper.line("inferred", name), "FRO007", f"inferred names {cut(name)!r}",
                              "a key of this front matter", "Write it with dots, such as venue.pages.")


@rule("FRO008", summary="a source named with a folder")
def source_folder(edition: Edition) -> Iterable[Problem]:
    """`source: file` is the bare name of a file in papers/ or EDITION_PAPERS. A name that leads elsewhere is not
    followed, since it would put other files of the machine on the site.

    Mend: put the file into papers/ and write its name alone.
    """
    return (Problem(paper.path, paper.line("source", "file"), "FRO008", f"the source {cut(paper.place.file)!r}",
                    "a file's name without folders", "Put the file into papers/ and write its name alone.")
            for paper in edition.papers if paper.place and not is_bare_name(paper.place.file))


@rule("FRO009", summary="TODO left in front matter", severity=Severity.WARNING)
def todo(edition: Edition) -> Iterable[Problem]:
    """`edition add` writes TODO where the source told it nothing. The site is built all the same.

    Mend: look the value up and write it, or take the key out where it is not required.
    """
    faulty = {(problem.path, problem.line) for problem in edition.found("FRO004")}
    for paper in edition.papers:
        for path in todo_paths(paper.values):
            if (paper.path, paper.line(*path)) not in faulty:
                yield Problem(paper.path, paper.line(*path), "FRO009", f"{TODO} at {dotted(path)}", "its value",
                              "Look it up, or take the key out.")


@rule("FRO010", summary="a validation that no second person made")
def second_reader(edition: Edition) -> Iterable[Problem]:
    """A text is validated when, after one person has proofread it, another has read it again. Who did both has
    proofread it twice.

    Mend: name who read it first as a step of its own (level: proofread), or write proofread for validated.
    """
    for paper in edition.papers:
        steps = paper.front.proofreading if paper.front else ()
        for number, step in enumerate(steps):
            others = [each for each in steps[:number] if each.level == "proofread" and each.by != step.by]
            if step.level == "validated" and not others:
                yield Problem(paper.path, paper.line("proofreading", number), "FRO010", f"validated by {cut(step.by)} alone",
                              "an earlier step, proofread by another person", "Name the first reader, or write proofread.")


def _slug(paper: Paper) -> str:
    """Return the slug as written, or the folder's name where there is none."""
    slug = paper.values.get("slug")
    return slug if isinstance(slug, str) else paper.slug


def _holds(value: Any, keys: list[str]) -> bool:
    """Tell whether a value lies at these keys; in a list, whether it does in some member."""
    if isinstance(value, list):
        return any(_holds(member, keys) for member in value) if keys else bool(value)
    if not keys:
        return value is not None
    return isinstance(value, dict) and keys[0] in value and _holds(value[keys[0]], keys[1:])
