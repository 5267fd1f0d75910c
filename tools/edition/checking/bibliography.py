"""Rules about the .bib files as files: BIB001 … BIB006, and about which keys and fields there are: BIB007 … BIB010."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from edition.bibliography import Entry, shelf
from edition.bibliography.csl import entry_type
from edition.bibliography.fields import ENTRY_TYPES, OTHER_TYPES, TYPES, known, place_of
from edition.bibliography.keys import FORM
from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.registry import rules_within
from edition.problems import Problem

rule = rules_within("bib/*.bib")


def entries(edition: Edition) -> tuple[Entry, ...]:
    """Return all entries of all files, those with the same key too."""
    return shelf(edition).registry.listed


@rule("BIB001", summary="an entry of a .bib file that can't be read")
def unreadable(edition: Edition) -> Iterable[Problem]:
    """An entry is `@type{key,`, then fields `name = {value},`, then `}`.

    Mend: look at the line named and those below it.
    """
    return shelf(edition).found("BIB001")


@rule("BIB002", summary="braces in a .bib file that are not balanced")
def unbalanced(edition: Edition) -> Iterable[Problem]:
    """A value that is not closed takes the rest of the file with it, a brace too many ends its entry early.

    Mend: count the braces of the field that the message names.
    """
    return shelf(edition).found("BIB002")


@rule("BIB003", summary="no comma between two fields")
def no_comma(edition: Edition) -> Iterable[Problem]:
    """Without the comma readers of BibTeX take the next field for a part of this one, and say nothing.

    Mend: put a comma at the end of the line.
    """
    return shelf(edition).found("BIB003")


@rule("BIB004", summary="a field that an entry has twice")
def field_twice(edition: Edition) -> Iterable[Problem]:
    """Some readers of BibTeX take the first value, some the last, some leave out the whole entry.

    Mend: keep the right one.
    """
    return shelf(edition).found("BIB004")


@rule("BIB005", summary="text between the entries of a .bib file")
def between(edition: Edition) -> Iterable[Problem]:
    """What stands outside the entries is passed over; an entry without its @ would be lost in silence. Comments begin
    with %; @string, @preamble and @comment have no use here.

    Mend: look for a missing @ or a brace too many, or put % before a comment.
    """
    return shelf(edition).found("BIB005")


@rule("BIB006", summary="a value without braces")
def bare(edition: Edition) -> Iterable[Problem]:
    """A value stands in braces or quotation marks; only numbers and months may go without. Abbreviations and # are
    not resolved.

    Mend: write the value out and put it into braces.
    """
    return shelf(edition).found("BIB006")


@rule("BIB007", summary="an entry type that is unknown")
def unknown_type(edition: Edition) -> Iterable[Problem]:
    """The type decides how a work is cited. Types are those of biblatex, in lower case; what goes by no type of its
    own is @misc, with the CSL type in `entrysubtype`.

    Mend: take the type that the hint names, or @misc.
    """
    for entry in entries(edition):
        own = entry_type(entry)
        if own not in ENTRY_TYPES:
            near = get_close_matches(own, ENTRY_TYPES, n=1)
            yield Problem(entry.path, entry.line, "BIB007", f"the type @{cut(entry.type)}",
                          "one of " + ", ".join(f"@{name}" for name in sorted(ENTRY_TYPES)),
                          f"Did you mean @{near[0]}?" if near else "Take @misc if none fits.")
        elif entry["entrysubtype"] not in _subtypes(own):
            yield Problem(entry.path, entry.line_of("entrysubtype"), "BIB007",
                          f"the subtype {cut(entry['entrysubtype'])!r} of @{own}",
                          "one of " + (", ".join(sorted(_subtypes(own) - {""})) or "none"),
                          "Take the field out if none fits.")


def _subtypes(own: str) -> frozenset[str]:
    of_type = frozenset(subtype for name, subtype in TYPES.values() if name == own)
    return of_type | {""} | (OTHER_TYPES if own == "misc" else frozenset())


@rule("BIB008", summary="a field that is unknown in its entry")
def unknown_field(edition: Edition) -> Iterable[Problem]:
    """A field that nobody reads is lost in silence. Which fields there are depends on the type: a journal's issue is
    `number`, its name `journaltitle`, a site's name `organization`, who published a report `institution`.

    Mend: take the name that the hint gives.
    """
    fields = {name: known(name) for name in ENTRY_TYPES}
    for entry in entries(edition):
        own = entry_type(entry)
        for name in entry.fields if own in fields else ():
            if name not in fields[own]:
                near = place_of(name, own) or "".join(get_close_matches(name, fields[own], n=1))
                yield Problem(entry.path, entry.line_of(name), "BIB008",
                              f"the field {cut(name)!r} in @{cut(entry.type)}", "one that this type has",
                              f"Did you mean {near!r}?" if near else "Take the field out.")


@rule("BIB009", summary="a key of odd form")
def odd_key(edition: Edition) -> Iterable[Problem]:
    """A key is an address for good: first author's family name, year (or -nd-), one word, in a-z, 0-9 and hyphens, as
    in lu2023true, bea-nd-trade.

    Mend: give the entry another key, here and where it is cited.
    """
    return (Problem(entry.path, entry.line, "BIB009", f"the key {cut(entry.key)!r}",
                    "one such as lu2023true or bea-nd-trade",
                    "Write family name, year (or -nd-) and one word, in a-z, 0-9 and hyphens.")
            for entry in entries(edition) if not FORM.fullmatch(entry.key))


@rule("BIB010", summary="a key that two entries have")
def key_twice(edition: Edition) -> Iterator[Problem]:
    """A citation of the key could mean either; readers of BibTeX drop one of them in silence. All files count as one.

    Mend: if it is one work, make one entry of the two; else give the later another key.
    """
    first: dict[str, Entry] = {}
    for entry in entries(edition):
        earlier = first.setdefault(entry.key, entry)
        if earlier is not entry:
            yield Problem(entry.path, entry.line, "BIB010", f"the key {cut(entry.key)} a second time",
                          f"it once ({earlier.path}:{earlier.line})", "Unite the two, or rename one.")
