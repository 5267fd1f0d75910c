"""Rules about the lines that papers claim in their sources: SRC010 …"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from edition.catalogue import Edition, Paper, Source
from edition.checking.registry import rule
from edition.checking.sources import at_source, is_meant
from edition.problems import Problem, Severity


@rule("SRC010", summary="lines that the source doesn't have", of_sources=True)
def outside(edition: Edition) -> Iterable[Problem]:
    """`source: lines` names lines beyond the end of the file.

    Mend: look up the paper's first and last line in the file; lines are counted from 1.
    """
    for paper in edition.papers:
        for number, (first, last) in enumerate(paper.spans if paper.source_text else ()):
            if first <= last and last > paper.source.lines:
                yield at_source(paper, "lines", "SRC010", words(first, last),
                          f"lines up to {paper.source.lines}, the last of {paper.source.shown}",
                          "Look up the paper's last line in the file.", number)


@rule("SRC011", summary="lines in reverse order")
def reversed_lines(edition: Edition) -> Iterable[Problem]:
    """A pair of `source: lines` is [first, last]; here the last comes before the first.

    Mend: exchange the two, or correct the one that is mistyped.
    """
    for paper in edition.papers:
        for number, (first, last) in enumerate(paper.spans):
            if first > last:
                yield at_source(paper, "lines", "SRC011", words(first, last), "the first before the last",
                          "Exchange the two numbers.", number)


@rule("SRC012", summary="lines that two works claim")
def claimed_twice(edition: Edition) -> Iterable[Problem]:
    """Every line of a source belongs to one work, and stands once in its list. Where two claim it, its text would
    appear twice.

    Mend: correct the ends of the one or the other.
    """
    for claims in _claims_by_file(edition):
        before = claims[0]
        for claim in claims[1:]:
            if claim.first <= before.last:
                yield at_source(claim.paper, "lines", "SRC012", words(claim.first, min(claim.last, before.last)),
                                _unless(claim, before), "Correct the ends of the one or the other.",
                                claim.number)
            before = max(before, claim, key=lambda claim: claim.last)


@rule("SRC013", summary="lines of a source that no work claims", severity=Severity.WARNING, exceptable=False,
      of_sources=True)
def unclaimed(edition: Edition) -> Iterable[Problem]:
    """Nothing of a source is lost: every line with text belongs to some work of the file. Lines that none claims are
    missing from the edition. Silent while the front matter of some paper can't be read, or doesn't fit the file.

    Mend: add the lines to the work that they belong to, or a paper for a work that has none yet (`edition add`).
    """
    if not all(paper.place for paper in edition.papers):
        return
    for source in edition.sources:
        papers = edition.of_source(source)
        if source.text and all(paper.sound and is_meant(paper) for paper in papers):
            for first, last in _gaps(source, papers):
                yield Problem(source.shown, first, "SRC013", f"{words(first, last)} that no work claims",
                              "every line with text in some work", "Add them to the lines of their work.")


def _unless(claim: "_Claim", before: "_Claim") -> str:
    return "each line once" if claim.slug == before.slug else f"lines that {before.slug} doesn't claim"


def _gaps(source: Source, papers: Iterable[Paper]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line with text of each run of lines that no paper claims."""
    free = set(range(1, source.lines + 1))
    for paper in papers:
        for first, last in paper.spans:
            free -= set(range(first, last + 1))
    run: list[int] = []
    for number, line in enumerate((source.text or "").split("\n"), 1):
        if number in free and line.strip():
            run.append(number)
        elif number not in free and run:
            yield run[0], run[-1]
            run = []
    if run:
        yield run[0], run[-1]


def words(first: int, last: int) -> str:
    """Return a span of lines in words."""
    return f"line {first}" if first == last else f"lines {first}–{last}"


@dataclass(frozen=True, order=True)
class _Claim:
    first: int
    last: int
    slug: str
    number: int
    paper: Paper = field(compare=False)


def _claims_by_file(edition: Edition) -> list[list[_Claim]]:
    """Return the claims on each source that papers name, present or not, in order of their first lines."""
    files: dict[str, list[_Claim]] = {}
    for paper in edition.papers:
        for number, (first, last) in enumerate(paper.spans):
            if paper.place and first <= last:
                files.setdefault(paper.place.file, []).append(_Claim(first, last, paper.slug, number, paper))
    return [sorted(claims) for claims in files.values()]
