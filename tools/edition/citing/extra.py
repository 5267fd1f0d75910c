"""The `note` of an item: lines “variable: value” in it are variables, as in Zotero's field Extra.

https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
"""

import re
from collections.abc import Iterator, Mapping

from edition.citing.variables import BY_SPELLING, DATES, NAMES, TYPES

LINE = re.compile(r"[ \t]*+([A-Za-z][A-Za-z_-]*+(?: ++[A-Za-z_-]++)*+)[ \t]*+:[ \t]*+(\S(?:.*[^ \t])?)[ \t]*+")


def with_extra(item: Mapping) -> dict:
    """Return an item with the variables of its note; its own fields go before them, but a type in the note first."""
    merged = dict(item)
    note = item.get("note")
    for variable, value in _lines(note) if isinstance(note, str) else ():
        if variable == "type":
            merged["type"] = value if value in TYPES else merged.get("type")
        elif variable in NAMES:
            if not item.get(variable):
                merged[variable] = [*(merged.get(variable) or ()), _name(value)]
        elif not merged.get(variable):
            merged[variable] = {"raw": value} if variable in DATES else value
    return merged


def _lines(note: str) -> Iterator[tuple[str, str]]:
    for line in note.splitlines():
        found = LINE.fullmatch(line)
        key = found[1].lower() if found else ""
        variable = BY_SPELLING.get(key) or BY_SPELLING.get(key.replace(" ", "-"))
        if variable:
            yield variable, found[2]


def _name(value: str) -> dict[str, str]:
    family, bar, given = (part.strip() for part in value.partition("||"))
    return {"family": family, "given": given} if bar else {"literal": value}
