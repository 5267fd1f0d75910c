"""Dates: the ways of writing one in Chinese and English notes, as CSL date variables."""

import re
from calendar import monthrange
from typing import Any

from edition.references.vocabulary import MONTH, MONTHS, SEASONS

Date = dict[str, Any]
YEAR = r"(?:1[5-9]|20)\d\d"
DASH = "[-–—―－~～]"
SEASON_EN = "(?:Spring|Summer|Autumn|Fall|Winter)"
NTH = "(?:st|nd|rd|th)?"
UNTIL = rf"(?:\s*{DASH}\s*(?:\d+\s*月)?\s*\d+\s*日)?"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<y>{YEAR})\s*年\s*(?P<m>\d{{1,2}})\s*月(?:\s*(?P<d>\d{{1,2}})\s*[日号])?{UNTIL}",
        rf"(?P<y>{YEAR})\s*年\s*(?P<s>[春夏秋冬])季",
        rf"(?P<y>{YEAR})\s*年",
        rf"(?P<y>{YEAR})[-./–](?P<m>\d{{1,2}})[-./–](?P<d>\d{{1,2}})(?!\d)",
        rf"(?P<name>\b{MONTH})\b\.?\s*(?P<d>\d{{1,2}}){NTH}\s*,?\s*(?P<y>{YEAR})(?!\d)",
        rf"(?P<d>\b\d{{1,2}}){NTH}\s+(?P<name>{MONTH})\b\.?\s*,?\s*(?P<y>{YEAR})(?!\d)",
        rf"(?P<name>\b{MONTH})\b\.?\s*(?:[/–-]\s*(?P<last>{MONTH})\b\.?)?\s*,?\s*(?P<y>{YEAR})(?!\d)",
        rf"\b(?P<s>{SEASON_EN})\s*,?\s*(?P<y>{YEAR})(?!\d)",
        rf"(?<![\d–—-])(?P<y>{YEAR})(?:[a-z]\b)?(?!\d|/|\s*{DASH}\s*\d)",
    )
)
"""From the most definite to the least; the first that is found counts."""


def date_in(text: str) -> tuple[Date, int, int] | None:
    """Return the most definite date in a text and where it stands; None where there is none."""
    for form in FORMS:
        match = form.search(text)
        if match:
            return _date(match), match.start(), match.end()
    return None


def date_of(text: str) -> Date | None:
    """Return the date that a text is, apart from its punctuation; None where it is more or less than one."""
    bare = text.strip(" ,.，。()（）[]")
    found = date_in(bare)
    return found[0] if found and found[1:] == (0, len(bare)) else None


def precision(date: Date | None) -> int:
    """Return how many of year, month and day a date has."""
    return len(date["date-parts"][0]) if date else 0


def _date(match: re.Match) -> Date:
    """Return the date of a match, as far as it exists: 2020年13月 is 2020."""
    got = match.groupdict()
    year, month, day = int(got["y"]), _month(got.get("name")) or int(got.get("m") or 0), int(got.get("d") or 0)
    parts = [year]
    if 1 <= month <= 12:
        parts += [month, day] if 1 <= day <= monthrange(year, month)[1] else [month]
    date: Date = {"date-parts": [parts]}
    if got.get("last"):
        date["date-parts"].append([year, _month(got["last"])])
    if got.get("s"):
        date["season"] = SEASONS[got["s"].lower()]
    return date


def _month(name: str | None) -> int:
    return next((number for number, month in enumerate(MONTHS, 1) if name and month.startswith(name.lower()[:3])), 0)
