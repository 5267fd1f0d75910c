"""When two items are one work: the same title in the same place, with nothing that speaks against it.

One speech in two newspapers is two works, so is one title in two volumes; the same address under a longer and a
shorter title is one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Item = Mapping[str, Any]
_OFF = re.compile(r"[\W_]+")
_ORDINAL = re.compile(r"[第卷册辑集]|vol\.?|no\.?", re.IGNORECASE)
_FIGURES = str.maketrans("一二三四五六七八九", "123456789")
_AGREEING = ("volume", "issue", "number", "edition", "version")
_WHERE = ("container-title", "publisher")


def fold(text: object) -> str:
    """Return letters and digits alone, in lower case."""
    return _OFF.sub("", str(text or "")).lower()


def same_work(one: Item, other: Item) -> bool:
    """Tell whether two items describe one work."""
    if one.get("DOI") and one.get("DOI") == other.get("DOI"):
        return True
    titles = fold(one.get("title")), fold(other.get("title"))
    urls = _url(one), _url(other)
    if urls[0] and urls[0] == urls[1]:
        within = titles[0] in titles[1] or titles[1] in titles[0]
        return titles[0] == titles[1] or within and all(titles) and _agree(one, other)
    if not all(titles):
        return bool(one.get("number")) and one.get("number") == other.get("number") and _agree(one, other)
    apart = _differ(*urls) and not _is_periodical(one)
    return titles[0] == titles[1] and not apart and _agree(one, other)


def _agree(one: Item, other: Item) -> bool:
    """Tell whether numbers, year, place and names agree wherever both have them, and a book's volume in any case."""
    if any(_contradicts(one, other, name) for name in _AGREEING) or _differ(_year(one), _year(other)):
        return False
    if bool(one.get("volume")) != bool(other.get("volume")) and not _is_periodical(one):
        return False
    places = [{fold(item.get(name)) for name in _WHERE} - {""} for item in (one, other)]
    return (not all(places) or bool(places[0] & places[1])) and not _strangers(one, other)


def _is_periodical(item: Item) -> bool:
    return str(item.get("type") or "").startswith("article")


def _contradicts(one: Item, other: Item, name: str) -> bool:
    return _differ(_number(one.get(name)), _number(other.get(name)))


def _differ(one: object, other: object) -> bool:
    return bool(one and other and one != other)


def _number(value: object) -> str:
    return fold(_ORDINAL.sub("", str(value or "").translate(_FIGURES)))


def _year(item: Item) -> int:
    parts = (item.get("issued") or {}).get("date-parts") or [[0]]
    return int(parts[0][0]) if parts[0] else 0


def _url(item: Item) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", str(item.get("URL") or "")).rstrip("/#")


def _strangers(one: Item, other: Item) -> bool:
    """Tell whether both have authors and no family name in common."""
    families = [{_family(name) for name in item.get("author") or item.get("editor") or ()} for item in (one, other)]
    return bool(all(families) and not families[0] & families[1])


def _family(name: Mapping[str, str]) -> str:
    return fold(name.get("literal") or name.get("family"))


def fingerprints(item: Item) -> set[str]:
    """Return what two items of one work have at least one of in common: folded title, address, DOI, number."""
    marks = {name: fold(item.get(name)) for name in ("title", "DOI", "number")} | {"url": _url(item)}
    return {f"{name}:{value}" for name, value in marks.items() if value}


def twins(items: Iterable[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield each later item that is the same work as an earlier one, with the first such."""
    seen: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        marks = fingerprints(item)
        near = {id(other): other for mark in sorted(marks) for other in seen[mark]}
        first = next((other for other in near.values() if same_work(other, item)), None)
        if first is not None:
            yield item, first
        for mark in marks:
            seen[mark].append(item)
