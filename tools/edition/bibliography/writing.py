"""A .bib file written: UTF-8, entries by key, one field a line, two blanks before it, fields in one order."""

from collections.abc import Iterable

from edition.bibliography.fields import ORDER
from edition.bibliography.model import Entry

_RANK = {name: rank for rank, name in enumerate(ORDER)}


def format_bib(entries: Iterable[Entry], head: str = "") -> str:
    """Return the text of a file; each line of `head` is a comment at its top."""
    comment = "".join(f"% {line}\n" for line in head.splitlines())
    return "\n".join(filter(None, (comment, *map(format_entry, sorted(entries, key=lambda entry: entry.key)))))


def format_entry(entry: Entry) -> str:
    """Return the lines of one entry."""
    fields = sorted(entry.fields.items(), key=lambda field: (_RANK.get(field[0], len(_RANK)), field[0]))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{entry.type}{{{entry.key},\n{lines}}}\n"
