"""Rules about the works in the .bib files: BIB011 …"""

import re
from collections.abc import Iterable, Iterator

from edition.bibliography import Entry, shelf
from edition.bibliography.csl import canonical, entry_type
from edition.bibliography.dates import read_date
from edition.bibliography.fields import DATES, NAMES, ONE_OF
from edition.bibliography.names import OTHERS, people_of, read_name
from edition.bibliography.works import twins
from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.bibliography import entries
from edition.checking.registry import rules_within
from edition.problems import Problem, Severity

rule = rules_within("bib/*.bib")

PAPERS, CITED = "bib/papers.bib", "bib/cited.bib"
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*|https?://localhost\S*")
_LATEX = re.compile(r"\\|``|''|(?<!\w)~(?!\w)")


@rule("BIB011", summary="an entry that lacks a field")
def lacking(edition: Edition) -> Iterator[Problem]:
    """Without these fields a work can neither be found nor cited: an article needs title, journal and date, a book
    title and date, a web page an address. A field without a value counts as lacking.

    Mend: look the value up; if the work hasn't it, take another type.
    """
    for entry in entries(edition):
        fields = canonical(entry)
        for wanted in ONE_OF.get(entry_type(entry), ()) if entry.whole else ():
            if not any(fields.get(name, "").strip("{} ") for name in wanted.split("|")):
                yield Problem(entry.path, entry.line, "BIB011", f"no {wanted.replace('|', ' or ')} in {cut(entry.key)}",
                              f"it in each @{entry.type}", "Look it up, or take another type.")


@rule("BIB012", summary="a date that does not exist or has no form")
def wrong_date(edition: Edition) -> Iterator[Problem]:
    """A date is 2023, 2023-06 or 2023-06-01, a span has a stroke between two of them, about is 2023~; seasons are the
    months 21 to 24. 30 February is none.

    Mend: look the date up; what is not known is left out.
    """
    for entry in entries(edition):
        fields = canonical(entry)
        for name in DATES.values():
            try:
                if fields.get(name):
                    read_date(fields[name])
            except ValueError as expected:
                line = entry.line_of(name if name in entry.fields else "year")
                yield Problem(entry.path, line, "BIB012", f"{name} with {cut(fields[name])!r}", str(expected),
                              "Write year, month and day in figures, with hyphens.")


@rule("BIB013", summary="an address without http:// or https://")
def wrong_address(edition: Edition) -> Iterator[Problem]:
    """An address without its scheme is no link, and one with a blank leads to nowhere.

    Mend: write the whole address, as the browser shows it.
    """
    return (Problem(entry.path, entry.line_of("url"), "BIB013", f"the address {cut(entry['url'])!r}",
                    "https://… without blanks", "Copy the whole address from the browser.")
            for entry in entries(edition) if entry["url"] and not _ADDRESS.fullmatch(entry["url"]))


@rule("BIB014", summary="a name of odd form")
def odd_name(edition: Edition) -> Iterator[Problem]:
    """Names are divided by `and`: `卢静 and Keohane, Robert O. and {The White House}`. A Chinese name has no blank; the
    name of a body stands in braces.

    Mend: write the names so.
    """
    for entry in entries(edition):
        for name in NAMES.values():
            for person in people_of(entry[name]) if entry[name] else ():
                try:
                    person == OTHERS or read_name(person)
                except ValueError as expected:
                    yield Problem(entry.path, entry.line_of(name), "BIB014", f"the {name} {cut(person)!r}",
                                  str(expected), "Put the name of a body into braces.")


@rule("BIB015", summary="LaTeX in a field")
def latex(edition: Edition) -> Iterator[Problem]:
    r"""The files are UTF-8, and what they hold is printed on the site as it is: \'e would show its backslash.

    Mend: write the character itself: é for \'e, & for \&, “ and ” for `` and '', a blank for ~.
    """
    return (Problem(entry.path, entry.line_of(name), "BIB015", f"{cut(value[found.start():])!r} in {cut(name)}",
                    "plain text in UTF-8", "Write the character itself.")
            for entry in entries(edition) for name, value in entry.fields.items()
            if (found := _LATEX.search(value)) and (name not in ("url", "doi") or found[0] == "\\"))


@rule("BIB016", summary="one work under two keys")
def work_twice(edition: Edition) -> Iterator[Problem]:
    """Two entries with the same title in the same place, or at the same address, divide a work's citations among them.

    Mend: make one entry of the two, and put its key into the citations.yml files that name the other.
    """
    registry = shelf(edition).registry
    for item, first in twins(registry.items[entry.key] for entry in _in_order(registry.entries.values())):
        entry, known = registry.entries[item["id"]], registry.entries[first["id"]]
        yield Problem(entry.path, entry.line, "BIB016", f"{cut(entry.key)}, the same work as {cut(known.key)}",
                      f"one entry ({known.path}:{known.line})", "Unite the two under one key.")


def _in_order(found: Iterable[Entry]) -> list[Entry]:
    return sorted(found, key=lambda entry: (entry.path, entry.line))


@rule("BIB017", summary="an entry of cited.bib that no note cites", severity=Severity.WARNING)
def unused(edition: Edition) -> Iterator[Problem]:
    """cited.bib holds what the papers cite; an entry that no citations.yml names belongs to further.bib, or nowhere.

    Mend: look whether a citation was meant for it; else take it out or move it.
    """
    registry = shelf(edition).registry
    return (Problem(entry.path, entry.line, "BIB017", f"{cut(entry.key)}, which no note cites", "a citation of it",
                    "Move it to bib/further.bib if the editors cite it, else take it out.")
            for entry in registry.entries.values() if entry.path == CITED and not registry.citing(entry.key))


@rule("BIB018", summary="a paper and its entry that do not find each other")
def papers(edition: Edition) -> Iterator[Problem]:
    """An entry of papers.bib says with `slug` which paper of the edition it describes; each paper has one.

    Mend: write the name of the paper's folder into `slug`, or add an entry for the paper to `bib/papers.bib`.
    """
    slugs = {paper.slug for paper in edition.papers}
    described = {entry.slug for entry in entries(edition)}
    for entry in entries(edition):
        if entry.slug not in slugs and (entry.slug or entry.path == PAPERS):
            yield Problem(entry.path, entry.line_of("slug"), "BIB018", f"slug {cut(entry.slug) or 'missing'}",
                          "the name of a folder in docs/papers", "Write slug = {…}, as the folder is named.")
    for paper in edition.papers if any(bib.shown == PAPERS for bib in edition.bibs) else ():
        if paper.slug not in described:
            yield Problem(PAPERS, 0, "BIB018", f"no entry for {cut(paper.slug)}",
                          f"one with slug = {{{cut(paper.slug)}}}", "Describe the paper in an entry of its own.")
