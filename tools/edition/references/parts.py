"""Parts: the stretches of an imprint that read the same in every family of notes (pages, volume, issue, date, symbol)."""

import re
from typing import Any, Callable

from edition.references.dates import DASH, SEASON_EN, YEAR, date_in, date_of
from edition.references.vocabulary import ACCESS, MONTH

Fields = dict[str, Any]
"""Fields of an item, and two that wait for its type: `cited` (pages) and `sheet` (第3版: a newspaper's page, a book's edition)."""

SPAN = rf"[0-9A-Za-z]+(?:\s*{DASH}{{1,2}}\s*[0-9A-Za-z]+)?"
ORDINAL = "[0-9一二三四五六七八九十百]+"
ISSUE = rf"(?:{ORDINAL}(?:\s*(?:{DASH}|[/、&，,])\s*{ORDINAL})*)"
PAGES_ZH = re.compile(rf"(?P<fore>[^\d第]{{0,6}}?)第?\s*(?P<pages>{SPAN}(?:\s*页?\s*[、，,及和]\s*第?\s*{SPAN})*)\s*页(?:[^\d，,]{{0,8}}|注释?.{{0,6}})")
PAGES_EN = re.compile(rf"(?:pp?|pages?)\b\.?\s*(?P<pages>{SPAN}(?:\s*(?:,|&|and)\s*{SPAN})*)\.?", re.IGNORECASE)
PARTS: tuple[tuple[re.Pattern, Callable[[re.Match], Fields]], ...] = (
    (PAGES_ZH, lambda match: {"cited": re.sub(r"[页第]", "", match["pages"])}),
    (PAGES_EN, lambda match: {"cited": match["pages"]}),
    (re.compile(r"第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]+)\s*版"), lambda match: {"sheet": match[1]}),
    (
        re.compile(rf"(?:第\s*(?P<v>{ORDINAL})\s*[卷辑]\s*[，,]?\s*)?(?:(?P<y>{YEAR})\s*年?\s*[，,]?\s*)?(?:总?第\s*(?P<i>{ISSUE})\s*[期号])(?:\s*[（(]总第?.{{1,8}}期[)）])?"),
        lambda match: {"volume": match["v"], "issued": _year(match["y"]), "issue": match["i"]},
    ),
    (
        re.compile(rf"(?P<y>{YEAR})\s*年\s*[，,]?\s*第\s*(?P<v>{ORDINAL})\s*[卷辑](?:\s*[，,]?\s*第\s*(?P<i>{ISSUE})\s*[期号])?"),
        lambda match: {"volume": match["v"], "issued": _year(match["y"]), "issue": match["i"]},
    ),
    (re.compile(rf"(?P<y>{YEAR})\s*年(?P<s>[春夏秋冬])季[号刊卷]"), lambda match: {"issued": date_of(match[0][:-1])}),
    (re.compile(rf"第\s*({ORDINAL})\s*([卷辑册集]|分册)"), lambda match: {"volume": match[1]}),
    (
        re.compile(
            rf"(?:Vol(?:ume)?\b\.?\s*(?P<v>[0-9IVXLC]+)\s*[,，:]?\s*)?(?:(?:No|Nos|Issue|Iss|Number)\b\.?\s*(?P<i>{SPAN}(?:[/&]{SPAN})?))?\s*(?P<rest>\(.{{4,24}}\)|\b.{{4,24}})?",
            re.IGNORECASE,
        ),
        lambda match: _volume(match["v"], match["i"], match["rest"]),
    ),
    (re.compile(rf"(?P<v>\d{{1,4}})\s*\((?P<i>{SPAN}(?:/{SPAN})?)\)(?:\s*:\s*(?P<p>{SPAN}))?"), lambda match: _compact(match)),
    (re.compile(rf"(?P<v>\d{{1,3}})\s*[:/]\s*(?P<i>\d{{1,2}})\s*(?P<rest>\(.{{4,24}}\))?"), lambda match: _volume(match["v"], match["i"], match["rest"])),
    (
        re.compile(r"(?:(?:UN|U\.N\.) ?(?:Doc(?:ument)?\.?)?|(?:联合国)?(?:文件)?(?:编号|文号|号)?|Doc(?:ument)?\.?(?: No\.)?)[：:]?\s*(?P<n>[A-Z]{1,6}(?:/[\w.()\-]+)+)"),
        lambda match: {"number": match["n"]},
    ),
    (re.compile(r"(\d+)(?:st|nd|rd|th) (?:ed\.?|edition)", re.IGNORECASE), lambda match: {"edition": match[1]}),
)
ACCESSED = re.compile(ACCESS)
DATED = re.compile(rf"\(?(?:{MONTH}|{SEASON_EN}|\d|{YEAR})", re.IGNORECASE)


def part_of(stretch: str) -> Fields | None:
    """Return the fields that a stretch between commas gives, None where it is no part of an imprint."""
    stretch = stretch.strip(" .。")
    if len(stretch) > 80:
        return None
    date = date_of(stretch)
    if date:
        return {"issued": date}
    if ACCESSED.search(stretch):
        found = date_in(stretch)
        return {"accessed": found[0]} if found else {}
    for form, fields in PARTS:
        match = form.fullmatch(stretch)
        given = fields(match) if match and match[0] else None
        if given:
            return {name: value for name, value in given.items() if value}
    return None


def _year(year: str | None) -> Fields | None:
    return date_of(year) if year else None


def _volume(volume: str | None, issue: str | None, rest: str | None) -> Fields | None:
    """Return volume, issue and the date behind them; None where there is neither, or more than a date behind."""
    date = date_of(rest) if rest else None
    if not (volume or issue) or (rest and not date):
        return None
    return {"volume": volume, "issue": issue, "issued": date}


def _compact(match: re.Match) -> Fields:
    return {"volume": match["v"], "issue": match["i"], "cited": match["p"]}
