"""Entries as CSL-JSON items, and back, without loss of what either can say.

What CSL has no variable for goes into its `custom`: `others`, which lists of names are cut short (等, et al.), and the
`slug` of a paper. Texts with braces or backslashes, dates in words and names with a dropping particle have no place in
a .bib file of ours; `as_entry` raises Unwritable for them. The locator of a citation is no part of the work.
"""

from collections.abc import Mapping
from typing import Any

from edition.bibliography.dates import read_date, with_date, write_date
from edition.bibliography.fields import (
    CSL_LANGUAGES,
    CSL_TYPES,
    DATES,
    FIELD_ALIASES,
    LANGUAGES,
    NAMES,
    OTHER_TYPES,
    TYPE_ALIASES,
    TYPES,
    places,
)
from edition.bibliography.model import Entry
from edition.bibliography.names import OTHERS, Unwritable, people_of, read_names, write_names
from edition.bibliography.values import plain

Item = dict[str, Any]
APART = ("id", "type", "language", "locator", "label", "key", "citation-key", "custom")


def as_item(entry: Entry) -> Item:
    """Return the CSL-JSON item of an entry; a name or date without form, which the checks report, is left out."""
    fields = canonical(entry)
    item: Item = {"id": entry.key, "type": csl_type(entry)}
    variables = {name: variable for variable, name in places(entry_type(entry)).items()}
    for name, value in fields.items():
        if name in variables and value.strip():
            item[variables[name]] = plain(value)
    item |= _read(fields, NAMES, read_names) | _read(fields, DATES, read_date)
    if fields.get("langid"):
        item["language"] = CSL_LANGUAGES.get(fields["langid"].lower(), fields["langid"])
    return item | _own(fields)


def _own(fields: Mapping[str, str]) -> Item:
    """Return what CSL has no variable for, in its field for such things."""
    cut_short = [variable for variable, name in NAMES.items() if people_of(fields.get(name, ""))[-1] == OTHERS]
    own = {name: value for name, value in (("others", cut_short), ("slug", fields.get("slug"))) if value}
    return {"custom": own} if own else {}


def canonical(entry: Entry) -> Mapping[str, str]:
    """Return the fields of an entry by the names of biblatex."""
    if FIELD_ALIASES.keys().isdisjoint(entry.fields):
        return with_date(entry.fields)
    return with_date({FIELD_ALIASES.get(name, name): value for name, value in entry.fields.items()})


def entry_type(entry: Entry) -> str:
    """Return the type of an entry by its name in biblatex."""
    return TYPE_ALIASES.get(entry.type, entry.type)


def csl_type(entry: Entry) -> str:
    """Return the CSL type; an entry type that is unknown is a document."""
    own, subtype = entry_type(entry), entry["entrysubtype"]
    if own == "misc" and subtype in OTHER_TYPES:
        return subtype
    return CSL_TYPES.get((own, subtype)) or CSL_TYPES.get((own, ""), "document")


def _read(fields: Mapping[str, str], names: Mapping[str, str], read: Any) -> Item:
    found: Item = {}
    for variable, name in names.items():
        try:
            value = read(fields[name]) if fields.get(name) else None
        except ValueError:
            continue
        if value:
            found[variable] = value
    return found


def as_entry(item: Mapping[str, Any], key: str = "") -> Entry:
    """Return the entry of a CSL-JSON item. Raises Unwritable with what it can't hold."""
    own, subtype = _entry_type(str(item.get("type")))
    fields = {"entrysubtype": subtype} if subtype else {}
    texts = places(own)
    for variable, value in item.items():
        if variable in APART or value in (None, "", [], {}):
            continue
        if variable in NAMES:
            fields[NAMES[variable]] = write_names(value)
        elif variable in DATES:
            fields[DATES[variable]] = write_date(value)
        elif variable in texts:
            fields[texts[variable]] = _text(variable, value)
        else:
            raise Unwritable(f"no field for {variable}")
    if item.get("language"):
        fields["langid"] = LANGUAGES.get(item["language"], item["language"])
    return Entry(own, key or str(item.get("id") or ""), fields | _from_own(item.get("custom") or {}, fields))


def _from_own(own: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, str]:
    names = [NAMES[variable] for variable in own.get("others", ())]
    return {name: f"{fields[name]} and {OTHERS}" for name in names} | {key: own[key] for key in ("slug",) if key in own}


def _entry_type(name: str) -> tuple[str, str]:
    if name in OTHER_TYPES:
        return "misc", name
    if name not in TYPES:
        raise Unwritable(f"no entry type for {name}")
    return TYPES[name]


def _text(variable: str, value: object) -> str:
    text = " ".join(str(value).split())
    if set("{}\\") & set(text):
        raise Unwritable(f"{variable} with a brace or backslash")
    return text
