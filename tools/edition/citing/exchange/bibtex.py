"""BibTeX entries, with biblatex's names where BibTeX has none (online, dataset, langid, urldate)."""

import re
from collections.abc import Iterator, Sequence

from edition.citing import faults
from edition.citing.exchange.latex import escape, keep_capitals, verbatim
from edition.citing.item import Item
from edition.citing.names import Name
from edition.citing.punctuation import span
from edition.problems import Refused

TYPES = {
    **dict.fromkeys(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"), "article"),
    **dict.fromkeys(("chapter", "entry-dictionary", "entry-encyclopedia"), "incollection"),
    **dict.fromkeys(("book", "classic"), "book"), **dict.fromkeys(("post", "post-weblog", "webpage"), "online"),
    "dataset": "dataset", "manuscript": "unpublished", "paper-conference": "inproceedings", "patent": "patent",
    "periodical": "periodical", "report": "techreport", "software": "software", "standard": "standard",
}
PUBLISHER = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
CONTAINER = {"article": "journal", "online": "organization"}
FIELDS = {
    "title-short": "shorttitle", "volume": "volume", "issue": "number", "number": "number", "edition": "edition",
    "genre": "type", "collection-title": "series", "publisher-place": "address", "event-title": "eventtitle",
    "ISBN": "isbn", "ISSN": "issn", "version": "version", "archive": "library", "archive_location": "shelfmark",
    "medium": "howpublished",
}
"""Text variables and their fields, in the order in which they are written; an issue goes before a number."""
SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
KEY = re.compile(r"[^A-Za-z0-9:._-]+")


def entries(items: Sequence[Item]) -> str:
    """Return a BibTeX file. Raises Refused (CIT008) where two items would have the same key."""
    keys = [key_of(item) for item in items]
    doubled = sorted({key for key in keys if keys.count(key) > 1}) if len(set(keys)) < len(keys) else []
    if doubled:
        raise Refused(*map(faults.same_key, doubled))
    return "\n".join(map(entry, items))


def entry(item: Item) -> str:
    """Return one entry, ended by a newline."""
    own = dict(reversed([(name, value) for name, value in _fields(item) if value]))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in reversed(own.items()))
    return f"@{type_of(item)}{{{key_of(item)},\n{lines}}}\n"


def type_of(item: Item) -> str:
    """Return the entry type; a master's thesis is told by its genre."""
    if item.type == "thesis":
        return "mastersthesis" if re.search("硕士|master", item["genre"], re.IGNORECASE) else "phdthesis"
    return TYPES.get(item.type, "misc")


def key_of(item: Item) -> str:
    """Return the item's id as far as BibTeX allows it."""
    return KEY.sub("-", item.id).strip("-") or "item"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the fields in order; of two with one name the first counts."""
    kind = type_of(item)
    yield "author", _people(item, "author", "composer", "illustrator", "director", "compiler")
    yield "editor", _people(item, "editor", "container-author", "collection-editor")
    yield "translator", _people(item, "translator")
    yield "title", keep_capitals(escape(item["title"]))
    yield CONTAINER.get(kind, "booktitle"), escape(item["container-title"])
    yield from ((name, escape(item[variable])) for variable, name in FIELDS.items())
    yield PUBLISHER.get(kind, "publisher"), escape(item["publisher"])
    yield "pages", escape(span(item["page"], "--", ", "))
    yield from _dates(item)
    yield "doi", verbatim(item["DOI"])
    yield "url", verbatim(item["URL"])
    yield "langid", "english" if item.is_english else "chinese" if item.is_east_asian else ""
    yield "language", escape(item["language"])
    yield "entrysubtype", SUBTYPES.get(item.type, "")


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    issued = item.issued
    if issued:
        yield "year", escape(issued.years("--"))
        yield "month", str(issued.month or "")
        yield "day", str(issued.day or "")
    yield "urldate", item.accessed.iso() if item.accessed else ""


def _people(item: Item, *roles: str) -> str:
    names = [_name(name) for name in item.people(*roles)]
    return " and ".join([*names, "others"] if item.is_cut(*roles) else names)


def _name(name: Name) -> str:
    """Return Family, Given; a body's name in braces, so that it is not taken apart."""
    if name.whole:
        whole = escape(name.whole)
        return f"{{{whole}}}" if re.search(r"[\s,]", whole) else whole
    family = f"{name.kept} {name.family}".strip()
    parts = (family, name.suffix, f"{name.given} {name.dropping}".strip())
    return ", ".join(_guarded(part) for part in parts if part) if name.given else f"{{{escape(family)}}}"


def _guarded(part: str) -> str:
    """Return a part of a name; one with a comma or the word “and” in braces."""
    return f"{{{escape(part)}}}" if re.search(r",|\band\b", part) else escape(part)
