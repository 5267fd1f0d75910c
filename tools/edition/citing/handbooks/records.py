"""Items as citeproc-py takes them: names, titles and pages in their final form where it would get them wrong."""

import re

from edition.citing.dates import Date
from edition.citing.item import Item
from edition.citing.names import Name, with_points
from edition.citing.punctuation import SHORTENED, curl, span
from edition.citing.title_case import title_case

LEAST_SHORTENED = 100
AFTER_COLON = re.compile(r"(?<=[:?!] )[a-z]")


def record(item: Item, style: str) -> dict:
    """Return an item in CSL-JSON with the id "item"; a year in words is left out."""
    own: dict = {"id": "item", "type": item.type, **{key: text for key, text in item.texts.items() if key != "CSTR"}}
    own |= {key: _title(item, key, style) for key in ("title", "container-title") if item[key]}
    own |= {role: [_name(name) for name in people] for role, people in item.names.items()}
    own |= {key: {"date-parts": _parts(date)} for key, date in item.dates.items() if date.year}
    if item["page"]:
        own["page"] = _pages(item["page"], style)
    return own | {"language": "en-US" if item.is_english else item["language"] or "zh-CN"}


def _title(item: Item, key: str, style: str) -> str:
    """Return a title; an English one in title case, in APA with a capital after a colon."""
    if not item.is_english:
        return item[key]
    text = curl(item[key])
    return AFTER_COLON.sub(lambda found: found[0].upper(), text) if style == "apa" else title_case(text)


def _name(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.whole}
    parts = {"family": name.family, "given": with_points(name.given), "dropping-particle": name.dropping,
             "non-dropping-particle": name.kept, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _parts(date: Date) -> list[list[int]]:
    dates = (date, date.last) if date.last and date.last.year else (date,)
    return [[number for number in (one.year, one.month, one.day) if number] for one in dates]


def _pages(pages: str, style: str) -> str:
    """Return pages in full; MLA gives of a last page from 100 on two figures, where these are enough."""
    full = span(pages, "-", ", ")
    return SHORTENED.sub(_last_two, full) if style == "mla" else full


def _last_two(found: re.Match) -> str:
    first, last = found.groups()
    same = len(first) == len(last) and first[:-2] == last[:-2] and int(first) >= LEAST_SHORTENED
    return f"{first}-{last[-2:] if same else last}"
