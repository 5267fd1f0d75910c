"""What can be wrong with a .bib file, in an editor's words."""

from edition.catalogue.faults import cut
from edition.problems import Problem

_BLOCKS = {"String": "@string", "Preamble": "@preamble", "ExplicitComment": "@comment"}


def unreadable(path: str, line: int, found: str) -> Problem:
    return Problem(path, line, "BIB001", found, "@type{key, name = {value}, …}",
                   "Look at this line and the one before it for a missing = or name.")


def after_value(path: str, line: int, name: str, rest: str) -> Problem:
    return Problem(path, line, "BIB001", f"{cut(rest.strip())!r} after the value of {cut(name.strip())}", "a comma",
                   "Put the whole value into one pair of braces.")


def braces(path: str, line: int, what: str) -> Problem:
    return Problem(path, line, "BIB002", f"braces of {cut(what)} that are not balanced", "one } for each {",
                   "Count the braces from this line on.")


def no_comma(path: str, line: int, name: str, following: str) -> Problem:
    return Problem(path, line, "BIB003", f"no comma between {cut(name.strip())} and {cut(following)}", "one",
                   "Put a comma at the end of this line.")


def twice(path: str, line: int, name: str, first: int) -> Problem:
    return Problem(path, line, "BIB004", f"the field {cut(name)} a second time", f"it once (line {first})",
                   "Keep one of the two.")


def between(path: str, line: int, text: str) -> Problem:
    return Problem(path, line, "BIB005", f"{cut(text.strip())!r} outside any entry", "an entry, or a comment after %",
                   "Look for a brace too many above this line, or for a missing @.")


def behind_sign(path: str, line: int) -> Problem:
    return Problem(path, line, "BIB005", "an entry behind %", "an entry on lines of its own",
                   "Readers of BibTeX take it for an entry all the same: take it out, or take away its @.")


def no_entry(path: str, line: int, name: str) -> Problem:
    return Problem(path, line, "BIB005", f"a block {_BLOCKS[name]}", "an entry, or a comment after %",
                   "Write values out, and comments after %.")


def bare(path: str, line: int, name: str, value: str) -> Problem:
    return Problem(path, line, "BIB006", f"{cut(name.strip())} with {cut(value)!r}", "a value in braces",
                   "Put the whole value into braces; abbreviations and # are not resolved.")
