"""Types and fields of biblatex, and the types and variables of CSL that they stand for.

A CSL type without an entry type of its own is `@misc` with the type as `entrysubtype`. Where a variable goes by another
name in some types, `PLACES` says so. `slug` is ours: the paper of the edition that an entry describes.
"""

TYPES = {
    "article-journal": ("article", ""),
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "paper-conference": ("inproceedings", ""),
    "report": ("report", ""),
    "thesis": ("thesis", ""),
    "webpage": ("online", ""),
    "post-weblog": ("online", "blog"),
    "dataset": ("dataset", ""),
    "legislation": ("legislation", ""),
    "speech": ("unpublished", "speech"),
    "manuscript": ("unpublished", ""),
    "patent": ("patent", ""),
    "software": ("software", ""),
    "standard": ("standard", ""),
    "document": ("misc", ""),
}
"""CSL type → entry type and subtype."""

CSL_TYPES = {pair: name for name, pair in TYPES.items()}

OTHER_TYPES = frozenset("""
article bill broadcast classic collection entry entry-dictionary entry-encyclopedia event figure graphic hearing
interview legal_case map motion_picture musical_score pamphlet performance periodical personal_communication post
regulation review review-book song treaty
""".split())
"""CSL types that are the subtype of `@misc`."""

ENTRY_TYPES = frozenset(entry_type for entry_type, _ in TYPES.values())

TYPE_ALIASES = {
    "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "conference": "inproceedings",
    "electronic": "online", "www": "online", "webpage": "online", "inbook": "incollection",
}
"""What classic BibTeX and other tools call a type."""

NAMES = {"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}

DATES = {"issued": "date", "accessed": "urldate", "original-date": "origdate", "event-date": "eventdate"}

TEXTS = {
    "title": "title", "title-short": "shorttitle", "original-title": "origtitle", "container-title": "booktitle",
    "collection-title": "series", "collection-number": "seriesnumber", "publisher": "publisher",
    "publisher-place": "location", "edition": "edition", "volume": "volume", "number-of-volumes": "volumes",
    "volume-title": "volumetitle", "issue": "issue", "number": "number", "page": "pages",
    "number-of-pages": "pagetotal",
    "chapter-number": "chapter", "part-number": "part", "event-title": "eventtitle", "event-place": "venue",
    "genre": "type", "medium": "howpublished", "version": "version", "status": "pubstate", "keyword": "keywords",
    "note": "note", "abstract": "abstract", "URL": "url", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn",
}
"""CSL text variable → field."""

PLACES: dict[str, dict[str, str]] = {
    "article": {"container-title": "journaltitle", "issue": "number", "number": "eid"},
    "online": {"container-title": "organization"},
    "report": {"publisher": "institution"},
    "thesis": {"publisher": "institution"},
}
"""Entry type → the variables that have another field there."""

FIELD_ALIASES = {
    "journal": "journaltitle", "address": "location", "school": "institution", "language": "langid",
    "journal-title": "journaltitle",
}

OWN = ("slug", "entrysubtype", "langid", "year", "month")

LANGUAGES = {
    "zh-CN": "chinese", "en": "english", "fr": "french", "de": "german", "ja": "japanese", "ko": "korean",
    "ru": "russian", "es": "spanish", "pt": "portuguese", "it": "italian", "ar": "arabic",
}
"""CSL language → langid; other languages go by their code (`nl`, `zh-TW`)."""

CSL_LANGUAGES = {name: code for code, name in LANGUAGES.items()}

ORDER = (
    "entrysubtype", "slug", "author", "bookauthor", "title", "shorttitle", "origtitle", "type", "translator", "editor",
    "journaltitle", "booktitle", "organization", "volume", "volumetitle", "volumes", "issue", "number", "series",
    "seriesnumber", "edition", "version", "part", "chapter", "eventtitle", "eventdate", "venue", "location",
    "publisher", "institution", "howpublished", "date", "origdate", "pubstate", "pages", "pagetotal", "eid", "doi", "isbn", "issn", "url",
    "urldate", "langid", "keywords", "note", "abstract",
)
"""The order in which an entry's fields are written."""

ONE_OF = {
    "article": ("title", "journaltitle", "date"),
    "book": ("title", "date"),
    "incollection": ("title", "booktitle", "date"),
    "inproceedings": ("title", "booktitle|eventtitle", "date"),
    "thesis": ("author", "title", "institution", "date"),
    "report": ("title", "author|editor|institution|date|url"),
    "online": ("title|author|editor|organization", "url"),
    "dataset": ("title", "url|doi|publisher|author"),
    "legislation": ("title",),
    "patent": ("title", "number"),
    "standard": ("title",),
    "unpublished": ("title", "date"),
    "software": ("title",),
    "misc": ("title|url",),
}
"""Entry type → what it can't do without; of fields with | between them, any one. A reference names a title or an address."""


def places(entry_type: str) -> dict[str, str]:
    """Return the field of each CSL text variable in an entry type."""
    return TEXTS | PLACES.get(entry_type, {})


def known(entry_type: str) -> frozenset[str]:
    """Return the fields that an entry type has."""
    return frozenset({*places(entry_type).values(), *NAMES.values(), *DATES.values(), *OWN, *FIELD_ALIASES})


def place_of(name: str, entry_type: str) -> str:
    """Return the field that an entry type has for what another type calls `name`, "" where there is none."""
    variables = [variable for texts in (TEXTS, *PLACES.values()) for variable, field in texts.items() if field == name]
    return places(entry_type)[variables[0]] if variables else ""
