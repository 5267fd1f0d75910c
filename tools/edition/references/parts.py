"""Parts: the stretches of an imprint that read alike in every family of notes (pages, volume, issue, date, symbol)."""

import re
from collections.abc import Callable
from typing import Any

from edition.references.dates import DASH, YEAR, Date, date_in, date_of
from edition.references.vocabulary import ACCESS, HAN, MONTH

Fields = dict[str, Any]
"""Fields of an item, and three that wait for its type: `cited` (pages), `sheet` (第3版: a newspaper's page or a book's
edition) and `months` (May/June: the number of a periodical that counts by months)."""

SPAN = rf"[0-9A-Za-z]+(?:\s*{DASH}{{1,2}}\s*[0-9A-Za-z]+)?"
ORDINAL = "[0-9一二三四五六七八九十百]+"
ISSUE = rf"{ORDINAL}(?:\s*(?:{DASH}|[/、&，,])\s*{ORDINAL})*"
SYMBOL = (
    r"[A-Z]{1,6}(?:/(?:[A-Z]{1,4}\.[ ]?\d+|[\w.\-]+))+"
    r"|(?:UNGA|UNSC|GA|SC|UN|HRC)\s+Res(?:olution\b|\.|\b)\s*\d+(?:/\d+)?"
    r"|第\s*\d+(?:/\d+)?\s*号决议|COM\s?\(\d{4}\)\s*\d+(?:[ ]final)?|Public[ ]Law[ ](?:No\.[ ]?)?\d+-\d+"
)
ACCESSED = re.compile(ACCESS)
LONGEST = 80
FORMS: list[tuple[re.Pattern, Callable[[re.Match], Fields]]] = []


def part_of(stretch: str) -> Fields | None:
    """Return the fields that a stretch between commas gives, None where it is no part of an imprint."""
    stretch = stretch.strip(" .。")
    if len(stretch) > LONGEST:
        return None
    date = date_of(stretch)
    if date and len(date["date-parts"]) == 1:
        return {"issued": date}
    if ACCESSED.search(stretch):
        found = date_in(stretch)
        return {"accessed": found[0]} if found else {}
    for form, fields in FORMS:
        match = form.fullmatch(stretch)
        given = {name: value for name, value in fields(match).items() if value} if match else {}
        if given:
            return given
    return None


def _form(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable:
    """Register a function as the reader of stretches that match a pattern; earlier ones are tried first."""

    def register(fields: Callable[[re.Match], Fields]) -> Callable[[re.Match], Fields]:
        FORMS.append((re.compile(pattern, flags | re.VERBOSE), fields))
        return fields

    return register


def _dated(text: str | None) -> Date | None:
    return date_of(text) if text else None


@_form(rf"[^\d第]{{0,6}}?第?\s*(?P<pages>{SPAN}(?:\s*页?\s*[、，,及和]\s*第?\s*{SPAN})*)\s*页(?:[^\d，,]{{0,8}}|注释?.{{0,6}})")
@_form(rf"(?:pp?|pages?)\b\.?\s*(?P<pages>{SPAN}(?:\s*(?:,|&|and)\s*{SPAN})*)\.?", re.IGNORECASE)
def _pages(match: re.Match) -> Fields:
    return {"cited": re.sub(r"[页第]", "", match["pages"])}


@_form(rf"(?P<date>{YEAR})\s*:\s*(?P<pages>{SPAN})")
@_form(rf"[Nn]o\.?\s*(?P<issue>{SPAN})\s*\((?P<date>[^()]{{4,24}})\)\s*:\s*(?P<pages>{SPAN})")
def _dated_pages(match: re.Match) -> Fields:
    return {"issue": match.groupdict().get("issue"), "issued": _dated(match["date"]), "cited": match["pages"]}


@_form(rf"(?P<months>{MONTH}\.?\s*[/–-]\s*{MONTH}\.?)\s*,?\s*{YEAR}", re.IGNORECASE)
def _months(match: re.Match) -> Fields:
    return {"months": match["months"], "issued": date_of(match[0])}


@_form(r"第?\s*([A-Z]?\d{1,3}|(?<=第)[一二三四五六七八九十]+)\s*版")
def _sheet(match: re.Match) -> Fields:
    return {"sheet": match[1]}


@_form(
    rf"""(?:第\s*(?P<volume>{ORDINAL})\s*[卷辑]\s*[，,]?\s*)?(?:(?P<year>{YEAR})\s*年?\s*[，,]?\s*)?
    总?第\s*(?P<issue>{ISSUE})\s*[期号](?:\s*[（(]总第?.{{1,8}}期[)）])?"""
)
@_form(rf"(?P<year>{YEAR})\s*年\s*[，,]?\s*第\s*(?P<volume>{ORDINAL})\s*[卷辑](?:\s*[，,]?\s*第\s*(?P<issue>{ISSUE})\s*[期号])?")
def _number_zh(match: re.Match) -> Fields:
    return {"volume": match["volume"], "issued": _dated(match["year"]), "issue": match["issue"]}


@_form(rf"(?P<date>{YEAR}\s*年[春夏秋冬]季)[号刊卷]")
def _season_zh(match: re.Match) -> Fields:
    return {"issued": date_of(match["date"])}


@_form(rf"第\s*({ORDINAL})\s*(?:[卷辑册集]|分册)")
def _volume_zh(match: re.Match) -> Fields:
    return {"volume": match[1]}


@_form(
    rf"""(?:Vol(?:ume)?\b\.?\s*(?P<volume>[0-9IVXLC]+)\s*[,，:]?\s*)?
    (?:(?:No|Nos|Issue|Iss|Number)\b\.?\s*(?P<issue>{SPAN}(?:[/&]{SPAN})?))?\s*(?P<date>\(.{{4,24}}\)|\b.{{4,24}})?""",
    re.IGNORECASE,
)
@_form(r"(?P<volume>\d{1,3})\s*[:/]\s*(?P<issue>\d{1,2})\s*(?P<date>\(.{4,24}\))?")
def _number_en(match: re.Match) -> Fields:
    """Read volume, issue and the date behind them; nothing where there is neither, or something else behind."""
    date = _dated(match["date"])
    if not (match["volume"] or match["issue"]) or (match["date"] and not date):
        return {}
    return {"volume": match["volume"], "issue": match["issue"], "issued": date}


@_form(rf"(?P<volume>\d{{1,4}})\s*\((?P<issue>{SPAN}(?:/{SPAN})?)\)(?:\s*:\s*(?P<pages>{SPAN}))?")
def _compact(match: re.Match) -> Fields:
    """Read `39(6)`, and `2012(3)`, which is a year's third issue."""
    yearly = re.fullmatch(YEAR, match["volume"])
    before = {"issued": _dated(match["volume"])} if yearly else {"volume": match["volume"]}
    return before | {"issue": match["issue"], "cited": match["pages"]}


@_form(r"第\s*([一二三四五六七八九十\d]+)\s*章")
@_form(r"[Cc]h(?:ap(?:ter)?)?\.?\s*(\d+)")
def _chapter(match: re.Match) -> Fields:
    return {"locator": match[1], "label": "chapter"}


@_form(r"第\s*(\d+)\s*段")
@_form(r"[Pp]ara(?:graph)?s?\.?\s*(\d+(?:[-–]\d+)?)")
def _paragraph(match: re.Match) -> Fields:
    return {"locator": match[1], "label": "paragraph"}


@_form(
    rf"""(?P<genre>(?:[A-Z][\w.]*\s+){{0,5}}Doc(?:ument|s)?\b\.?)?(?:\s*No\.|UN\s|[{HAN}]{{0,8}})[：:]?\s*
    \b(?P<number>{SYMBOL})(?:\s*[（(]{YEAR}[）)])?"""
)
def _symbol(match: re.Match) -> Fields:
    return {"number": match["number"], "genre": match["genre"]}


@_form(r"(?:DOI|doi)[:：]?\s*(10\.\S+)")
def _doi(match: re.Match) -> Fields:
    return {"DOI": match[1]}


@_form(r"(\d+)(?:st|nd|rd|th)[ ](?:rev(?:ised|\.)?[ ])?(?:ed\.?|edition)", re.IGNORECASE)
@_form(
    r"((?:revised|rev\.|updated|expanded|enlarged|second|third|fourth|fifth|new)[ ](?:and[ ]\w+[ ])?(?:ed\.?|edition))",
    re.IGNORECASE,
)
def _edition(match: re.Match) -> Fields:
    return {"edition": match[1]}
