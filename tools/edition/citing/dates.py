"""Dates of CSL items: read, checked against the calendar, and written as the styles want them."""

import re
from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

ISO = re.compile(r"(-?\d{1,4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
INTERVAL = re.compile(r"(\d{4}[^/]*+)/(\d{4}[^/]*+|)")
APPROXIMATE = "~?"
LEAP_YEAR = 2000
FARTHEST = 9999
SEASONS = (("", ""), ("春季", "Spring"), ("夏季", "Summer"), ("秋季", "Autumn"), ("冬季", "Winter"))


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a span of dates; what is not known is 0. `words` is a date that is no calendar date."""

    year: int = 0
    month: int = 0
    day: int = 0
    last: "Date | None" = None
    about: bool = False
    words: str = ""
    season: int = 0
    closing: str = ""
    """A closing year that the record has only beside the date: where CSL keeps the season."""

    def iso(self) -> str:
        """Return 2021-03-05, or as much of it as is known; a span with a stroke."""
        if self.words:
            return self.words
        own = "-".join([str(self.year), *(f"{part:02}" for part in (self.month, self.day) if part)])
        return f"{own}/{self.last.iso()}" if self.last else own

    def years(self, dash: str) -> str:
        """Return the year, or first and last; an estimated year and a year beside the record in brackets."""
        if self.words:
            return self.words
        if self.last and self.last.year != self.year:
            return f"{self.year}{dash}{self.last.year}"
        own = f"[{self.year}]" if self.about else str(self.year)
        return f"{own}{dash}[{self.closing}]" if self.closing else own

    def chinese(self) -> str:
        """Return 2021年3月5日, or as much of it as is known."""
        if self.words:
            return self.words
        parts = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        own = "".join(f"{part}{unit}" for part, unit in parts if part) + SEASONS[self.season][0]
        return f"{own}至{self.last.chinese()}" if self.last else own

    def english(self) -> str:
        """Return March 5, 2021, or as much of it as is known."""
        if self.words:
            return self.words
        day = f" {self.day}," if self.day else ""
        within = f"{month_name[self.month]}{day}" or SEASONS[self.season][1]
        own = f"{within} {self.year}" if within else str(self.year)
        return f"{own} – {self.last.english()}" if self.last else own


def read_date(value: object) -> Date | None:
    """Return a CSL date; None where it is empty. Raises ValueError where it has no form or does not exist."""
    if isinstance(value, str):
        return parse_date(value)
    if not isinstance(value, Mapping):
        raise ValueError("no date")
    parts = value.get("date-parts")
    if parts:
        return _from_parts(parts, value)
    words = value.get("raw") or value.get("literal") or ""
    if not isinstance(words, str):
        raise ValueError("no date")
    return parse_date(words)


def parse_date(text: str) -> Date | None:
    """Return the date that a text writes: ISO, Chinese, an interval, approximate (~), or else its own words."""
    text = text.strip()
    interval = INTERVAL.fullmatch(text)
    if interval and all(ISO.fullmatch(half.strip(APPROXIMATE)) for half in interval.groups() if half):
        first, last = (parse_date(half) for half in interval.groups())
        return Date(first.year, first.month, first.day, last, first.about)
    found = ISO.fullmatch(text.rstrip(APPROXIMATE))
    if not found:
        return Date(words=text) if text else None
    own = _existing([int(part) for part in found.groups() if part])
    return Date(own.year, own.month, own.day, about=text[-1] in APPROXIMATE)


def _from_parts(parts: object, value: Mapping) -> Date | None:
    if not isinstance(parts, Sequence) or not all(isinstance(part, Sequence) for part in parts) or len(parts) > 2:
        raise ValueError("date-parts is a list of one or two lists")
    dates = [_existing([_number(number) for number in part if number not in ("", None)]) for part in parts]
    if dates[0] is None:
        return None
    own, last = dates[0], dates[1] if len(dates) > 1 else None
    season = str(value.get("season") or "")
    closing = season if re.fullmatch(r"\d{4}", season, re.ASCII) else ""
    quarter = int(season) if season in ("1", "2", "3", "4") and not own.month else 0
    return Date(own.year, own.month, own.day, last, bool(value.get("circa")), season=quarter, closing=closing)


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, str)) or not re.fullmatch(r"\s*-?\d{1,4}\s*", str(value)):
        raise ValueError("year, month and day are numbers")
    return int(value)


def _existing(numbers: Sequence[int]) -> Date | None:
    """Return the date of year, month and day, if the calendar has it (29 February in leap years only)."""
    if not numbers:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if len(numbers) > 3 or abs(year) > FARTHEST or not 0 <= month <= 12 or day and not month:
        raise ValueError("which does not exist")
    if month:
        try:
            date(year if year > 0 else LEAP_YEAR, month, day or 1)
        except ValueError:
            raise ValueError("which does not exist") from None
    return Date(year, month, day)
