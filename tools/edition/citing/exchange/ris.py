"""RIS, written by rispy."""

from collections.abc import Sequence

import rispy

from edition.citing.item import Item
from edition.citing.names import Name
from edition.citing.punctuation import span

TYPES = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "chapter": "CHAP", "classic": "CLSWK", "dataset": "DATA",
    "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "graphic": "FIGURE", "hearing": "HEAR",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT",
    "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL", "personal_communication": "PCOMM",
    "post": "ICOMM", "post-weblog": "BLOG", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
    "software": "COMP", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}
TEXTS = {
    "title": "title", "container-title": "secondary_title", "collection-title": "tertiary_title",
    "title-short": "short_title", "volume": "volume", "issue": "number", "number": "number", "edition": "edition",
    "publisher": "publisher", "publisher-place": "place_published", "genre": "type_of_work", "DOI": "doi",
    "language": "language", "ISSN": "issn", "ISBN": "issn", "abstract": "abstract", "call-number": "call_number",
    "archive": "name_of_database", "archive_location": "accession_number",
}
"""Text variables and rispy's keys; of two with one key the first that the item has counts."""
ROLES = {"author": "authors", "editor": "secondary_authors", "container-author": "secondary_authors",
         "collection-editor": "tertiary_authors", "translator": "subsidiary_authors"}


class Writer(rispy.RisWriter):
    """rispy's writer, without its number before each entry, which is no RIS."""

    def set_header(self, count: int) -> str:
        return ""


def entries(items: Sequence[Item]) -> str:
    """Return a RIS file."""
    return rispy.dumps([record(item) for item in items], implementation=Writer)


def record(item: Item) -> dict:
    """Return an item as rispy has it."""
    found: dict = {"type_of_reference": TYPES.get(item.type, "GEN"), "id": item.id}
    for role, key in ROLES.items():
        if item.people(role):
            found.setdefault(key, [_name(name) for name in item.people(role)])
    for variable, key in TEXTS.items():
        if item[variable]:
            found.setdefault(key, item[variable])
    return found | _dates(item) | _pages(item) | ({"urls": [item["URL"]]} if item["URL"] else {})


def _dates(item: Item) -> dict[str, str]:
    found = {}
    if item.issued:
        found["year"] = item.issued.words or str(item.issued.year)
        found["date"] = item.issued.iso().replace("-", "/")
    if item.accessed:
        found["access_date"] = item.accessed.iso().replace("-", "/")
    return found


def _pages(item: Item) -> dict[str, str]:
    first, dash, last = span(item["page"], "-", ", ").partition("-")
    return {key: value for key, value in (("start_page", first), ("end_page", last)) if value}


def _name(name: Name) -> str:
    if name.whole:
        return name.whole
    family = f"{name.kept} {name.family}".strip()
    return ", ".join(part for part in (family, f"{name.given} {name.dropping}".strip(), name.suffix) if part)
