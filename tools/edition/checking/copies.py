"""A rule about the papers' text, which belongs to its authors: COP001."""

import re
from collections.abc import Iterator
from functools import lru_cache

from edition.catalogue import Edition
from edition.checking.registry import rule
from edition.checking.texts import texts_of
from edition.editing import readings
from edition.problems import Problem
from edition.reading import Work

RUN = 30
"""Han characters in a row that no file may have in common with a source."""

NAMING_ROLES = ("title", "subtitle", "heading", "author", "affiliation", "keywords")
"""Roles of texts that a catalogue needs and may repeat."""

_NOT_HAN = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff]+")


def runs(text: str) -> Iterator[str]:
    """Yield every `RUN` Han characters that follow one another when all else is taken away."""
    han = _NOT_HAN.sub("", text)
    return (han[start:start + RUN] for start in range(len(han) - RUN + 1))


def naming_runs(work: Work) -> Iterator[str]:
    """Yield the runs within the titles, headings, names and keywords of a work, one after the other."""
    return runs("".join(block.text for block in work.of(*NAMING_ROLES)))


@rule("COP001", summary="a passage copied from a paper", of_sources=True)
def copied(edition: Edition) -> Iterator[Problem]:
    """The papers' text belongs to its authors and publishers and does not enter the repository: no page of docs/, headnote or
    annotation has 30 Han characters in a row in common with a source. Titles, headings, names and keywords may stand; samples are ours.
    Silent about papers whose source is not at hand.

    Mend: say it in your own words, and link to the paragraph.
    """
    forbidden = _forbidden(edition)
    for each in texts_of(edition) if forbidden else ():
        for line in _copied_lines(each.text, forbidden):
            yield Problem(each.shown, each.line + line, "COP001", f"{RUN} Han characters in a row from a source",
                          "words of your own", "Say it otherwise, and link to the paragraph.")


def _copied_lines(text: str, forbidden: frozenset[str]) -> Iterator[int]:
    """Yield the line (from 0) on which each copied passage begins, however many lines it fills."""
    lines = [number for number, line in enumerate(text.split("\n")) for _ in _NOT_HAN.sub("", line)]
    last = -2
    for start, run in enumerate(runs(text)):
        if run in forbidden:
            if start != last + 1:
                yield lines[start]
            last = start


@lru_cache(maxsize=2)
def _forbidden(edition: Edition) -> frozenset[str]:
    read = [reading for reading in readings(edition).values() if not reading.paper.front or not reading.paper.front.sample]
    sources = {reading.paper.source_text or "" for reading in read}
    named = (run for reading in read for run in naming_runs(reading.plain))
    return frozenset(run for text in sources for run in runs(text)) - frozenset(named)
