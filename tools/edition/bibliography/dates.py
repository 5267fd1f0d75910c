"""Dates of a .bib field (ISO 8601 and EDTF, as biblatex reads them) and of CSL.

`2023`, `2023-06`, `2023-06-01`, `2023-06-01/2023-06-03`, `2023~` (about), and seasons as months: `1990-23` is autumn.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from edition.bibliography.names import Unwritable

Date = dict[str, Any]
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def read_date(text: str) -> Date:
    """Return the CSL date of a field. Raises ValueError with what was expected."""
    about = text.endswith("~")
    halves = text.removesuffix("~").split("/")
    if len(halves) > 2:
        raise ValueError("a date such as 2023-06-01, or two with a stroke between")
    parts = [_parts(half) for half in halves]
    found: Date = {"date-parts": parts}
    if len(parts) == 2 and parts[1] < parts[0][: len(parts[1])]:
        raise ValueError("the earlier date before the later")
    if len(parts[0]) == 2 and parts[0][1] in _SEASONS:
        found = {"date-parts": [parts[0][:1]], "season": _SEASONS[parts[0][1]]}
    return found | ({"circa": True} if about else {})


def _parts(text: str) -> list[int]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("a date such as 2023, 2023-06 or 2023-06-01")
    year, *rest = (int(part) for part in match.groups() if part)
    if year < 1 or rest[:1] and not 1 <= rest[0] <= 12 and (rest[0] not in _SEASONS or rest[1:]):
        raise ValueError("a date that exists")
    if rest[1:] and not 1 <= rest[1] <= monthrange(year, rest[0])[1]:
        raise ValueError("a date that exists")
    return [year, *rest]


def with_date(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return fields with `year` and `month` of classic BibTeX put together as `date`."""
    if "date" in fields or "year" not in fields:
        return fields
    month = fields.get("month", "").strip().lower()
    named = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
    rest = {name: value for name, value in fields.items() if name not in ("year", "month")}
    return rest | {"date": f"{fields['year']}-{int(named):02}" if str(named).isdecimal() else fields["year"]}


def write_date(date: Date) -> str:
    """Return the field of a CSL date. Raises Unwritable for a date in words."""
    parts = [[int(part) for part in each] for each in date.get("date-parts") or ()]
    if not 1 <= len(parts) <= 2 or not all(1 <= len(each) <= 3 and 1 <= each[0] <= 9999 for each in parts):
        raise Unwritable(f"a date that biblatex has no form for: {date!r}")
    season = date.get("season")
    if season and len(parts) == len(parts[0]) == 1 and str(season) in "1234":
        parts[0].append(20 + int(season))
    written = "/".join("-".join([f"{each[0]:04}", *(f"{part:02}" for part in each[1:])]) for each in parts)
    return written + "~" * bool(date.get("circa"))
