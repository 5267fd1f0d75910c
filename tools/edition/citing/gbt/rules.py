"""What differs between GB/T 7714—2015 and GB/T 7714—2025.

2025 (in force 2026-07-01): only the point and square brackets are half-width; family names are no longer in capitals;
a hyphen between given names stays; “等，译” keeps its comma; the date of access is given only for what is published on
the web alone; preprints have a code (PP); laws and regulations are archival documents (A); a standard is “number
title[S]” and no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

LEGAL = ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
PERIODICALS = ("article-journal", "article-magazine", "periodical", "review", "review-book")
BOOKS = ("book", "chapter", "classic", "entry-dictionary", "entry-encyclopedia")
PAGES = ("post", "post-weblog", "webpage")

CODES = {
    **dict.fromkeys(PERIODICALS, "J"), **dict.fromkeys(BOOKS, "M"), **dict.fromkeys(PAGES, "EB"),
    "article": "PP", "article-newspaper": "N", "collection": "A", "dataset": "DS", "manuscript": "A", "map": "CM",
    "paper-conference": "C", "patent": "P", "personal_communication": "A", "report": "R", "software": "CP",
    "standard": "S", "thesis": "D", **dict.fromkeys(LEGAL, "A"),
}
"""The code of each type of work (table A.1); the types that are not here have theirs by their fields."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One edition of the standard."""

    comma: str
    colon: str
    opening: str
    closing: str
    dash: str
    """Between the first and the last year of a serial."""
    upper_family: bool
    hyphens: bool
    rest_before_role: str
    """Between 等 and 译."""
    always_accessed: bool
    bare_standard: bool
    codes: Mapping[str, str] = field(default_factory=lambda: CODES)


GBT2025 = Rules(
    comma="，", colon="：", opening="（", closing="）", dash="—", upper_family=False, hyphens=True, rest_before_role="，",
    always_accessed=False, bare_standard=True,
)
GBT2015 = Rules(
    comma=", ", colon=": ", opening="(", closing=")", dash="-", upper_family=True, hyphens=False, rest_before_role="",
    always_accessed=True, bare_standard=False,
    codes={code: kind for code, kind in CODES.items() if code not in (*LEGAL, "article")},
)
