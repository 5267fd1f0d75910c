"""What can be wrong with an item or a style: the problems CIT001 to CIT008, without place (the caller knows it)."""

from edition.problems import Problem

ITEM = "item"


def unknown_style(style: object, known: str) -> Problem:
    return Problem(ITEM, 0, "CIT001", f"no style “{style}”", f"one of {known}", "Name the style with --style.")


def no_object(found: str) -> Problem:
    return Problem(ITEM, 0, "CIT002", found, "a CSL-JSON item: an object in one line of JSON",
                   "Write one item a line, as Zotero's export “CSL JSON” has it, without the list around.")


def unknown_type(found: object) -> Problem:
    return Problem(ITEM, 0, "CIT003", f"the type {found!r}", "a type of CSL 1.0.2",
                   "Use article-journal, article-newspaper, book, chapter, report, thesis, webpage …")


def wrong_form(field: str, found: object, expected: str) -> Problem:
    return Problem(ITEM, 0, "CIT004", f"{field}: {str(found)[:60]!r}", expected,
                   "Names are a list of {family, given} or {literal}; all other fields but dates are text.")


def no_such_date(field: str, found: object, why: str) -> Problem:
    return Problem(ITEM, 0, "CIT005", f"{field}: {str(found)[:60]!r}, {why}", "a date that exists",
                   'Write {"date-parts": [[2021, 3, 5]]}; leave out what is not known.')


def nothing_to_print() -> Problem:
    return Problem(ITEM, 0, "CIT006", "neither title nor container-title, DOI or URL", "at least a title",
                   "Give the title as the work prints it.")


def not_offered(what: str, style: str, expected: str) -> Problem:
    return Problem(ITEM, 0, "CIT007", f"{what}, which the style {style} does not print right", expected,
                   "Use gbt7714-2025, gbt7714-2015 or note, which have every kind of work.")


def same_key(key: str) -> Problem:
    return Problem(ITEM, 0, "CIT008", f"the key {key} for two items", "a key of its own for each",
                   "Readers of BibTeX drop the second without a word: give it another id.")
