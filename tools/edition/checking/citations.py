"""Rules about `citations.yml`: CIT101 …

Those about notes need a reading of the source, and are silent without it.
"""

import re
from collections.abc import Iterable, Iterator

from edition.bibliography import Cite, NoteCitations, shelf
from edition.bibliography.citations import FILE
from edition.catalogue import Edition, Paper
from edition.catalogue.faults import cut
from edition.checking.registry import rules_within
from edition.editing import Reading, readings
from edition.problems import Problem, Severity

rule = rules_within(f"docs/papers/*/{FILE}")

LABELS = frozenset("""
act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page
paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume
""".split())
"""What a locator can count, by CSL 1.0.2 (appendix III, locators)."""

_NUMBER = re.compile(r"\d|[一二三四五六七八九十百零〇]|\b[ivxlcdm]+\b", re.IGNORECASE)


@rule("CIT101", summary="citations that are no list of notes")
def no_list(edition: Edition) -> Iterable[Problem]:
    """`citations.yml` is a list; each note begins with `- note:`, below it `cites:` and a list of citations.

    Mend: write `- note: n16-2`, then `  cites:`, then `    - {key: …, checked: false}`.
    """
    return shelf(edition).found("CIT101")


@rule("CIT102", summary="an unknown key in a citation")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A note has `note cites checked`, a citation `key locator label checked`.

    Mend: correct the key, or take it out.
    """
    return shelf(edition).found("CIT102")


@rule("CIT103", summary="a citation that lacks a key")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """A note needs `note` and `cites` (which may be []), a citation needs `key`.

    Mend: add what the message names.
    """
    return shelf(edition).found("CIT103")


@rule("CIT104", summary="a value in a citation that is not of its kind")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """`checked` is true or false, `cites` a list, all else is text.

    Mend: write the value as the message says.
    """
    return shelf(edition).found("CIT104")


@rule("CIT105", summary="a citation of a key that no .bib file has")
def gone(edition: Edition) -> Iterator[Problem]:
    """The note would lead to no work. The key is misspelt, or the entry was renamed or taken out.

    Mend: take the key from bib/cited.bib; look there for the title.
    """
    entries = shelf(edition).registry.entries
    return (Problem(_path(paper), cite.line, "CIT105", f"the key {cut(cite.key)!r} in note {cut(note.note)}",
                    "a key of a .bib file", "Look the work up in bib/cited.bib.")
            for paper, note, cite in _cites(edition) if cite.key not in entries)


@rule("CIT106", summary="citations of a note that the paper has not", of_sources=True)
def no_such_note(edition: Edition) -> Iterator[Problem]:
    """A note goes by page and printed mark (n21-3); the paper's page shows the id at the note.

    Mend: take the id from the paper's page.
    """
    found = readings(edition)
    for paper, note in _notes(edition):
        if paper.slug in found and note.note not in _ids(found[paper.slug]):
            yield Problem(_path(paper), note.line, "CIT106", f"the note {cut(note.note)}",
                          "the id of a note of this paper", "Take the id from the paper's page.")


@rule("CIT107", summary="a note of which citations.yml says nothing", severity=Severity.WARNING, of_sources=True)
def uncovered(edition: Edition) -> Iterator[Problem]:
    """Where there is a citations.yml it speaks of every note; one that cites nothing has `cites: []`.

    Mend: run `edition references --propose` and read what it adds.
    """
    found = readings(edition)
    for paper in edition.papers:
        notes = shelf(edition).registry.citations[paper.slug]
        known = {note.note for note in notes}
        for id in _ids(found[paper.slug]) if notes and paper.slug in found else ():
            if id not in known:
                yield Problem(_path(paper), 0, "CIT107", f"nothing about note {id}", "its citations, or cites: []",
                              f"Run edition references --propose {paper.slug}.")


@rule("CIT108", summary="a note that stands twice in citations.yml")
def note_twice(edition: Edition) -> Iterator[Problem]:
    """Only one of the two could count, and nobody could tell which.

    Mend: put all citations of the note under one `- note:`.
    """
    first: dict[tuple[str, str], int] = {}
    for paper, note in _notes(edition):
        known = first.setdefault((paper.slug, note.note), note.line)
        if known != note.line:
            yield Problem(_path(paper), note.line, "CIT108", f"note {cut(note.note)} a second time",
                          f"it once (line {known})", "Put all its citations in one place.")


@rule("CIT109", summary="a locator without a number, or without its label")
def odd_locator(edition: Edition) -> Iterator[Problem]:
    """A locator is the place that a note cites, `locator: "21"`, and its label says what it counts: page, chapter …

    Mend: write number and label, or neither.
    """
    for paper, note, cite in _cites(edition):
        fault = _fault(cite)
        if fault:
            yield Problem(_path(paper), cite.line, "CIT109", f"{fault[0]} in note {cut(note.note)}", fault[1],
                          'Write locator: "21", label: page.')


def _fault(cite: Cite) -> tuple[str, str] | None:
    if cite.locator and not _NUMBER.search(cite.locator):
        return f"the locator {cut(cite.locator)!r}", "one with a number"
    if bool(cite.locator) != bool(cite.label):
        return ("a locator without a label" if cite.locator else "a label without a locator"), "both, or neither"
    if cite.label and cite.label not in LABELS:
        return f"the label {cut(cite.label)!r}", "one of " + ", ".join(sorted(LABELS))
    return None


@rule("CIT110", summary="a citation that nobody has read against its note", severity=Severity.WARNING)
def unchecked(edition: Edition) -> Iterator[Problem]:
    """What a program proposes is a guess until a person has held it against the note.

    Mend: read the note, correct the line, and write `checked: true`.
    """
    for paper, note in _notes(edition):
        if note.whole and not note.is_checked:
            line = next((cite.line for cite in note.cites if not cite.checked), note.line)
            yield Problem(_path(paper), line, "CIT110", f"note {cut(note.note)} unchecked", "checked: true",
                          "Read the note and the entries that it is said to cite.")


def _notes(edition: Edition) -> Iterator[tuple[Paper, NoteCitations]]:
    citations = shelf(edition).registry.citations
    return ((paper, note) for paper in edition.papers for note in citations[paper.slug])


def _cites(edition: Edition) -> Iterator[tuple[Paper, NoteCitations, Cite]]:
    return ((paper, note, cite) for paper, note in _notes(edition) for cite in note.cites)


def _ids(reading: Reading) -> dict[str, None]:
    return {block.id: None for block in reading.edited.of("note")}


def _path(paper: Paper) -> str:
    return f"{paper.folder}/{FILE}"
