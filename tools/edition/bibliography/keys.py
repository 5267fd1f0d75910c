"""Keys of entries: first author's family name in Latin letters, year (or -nd-), one word of the title."""

import re
import unicodedata
from collections.abc import Container, Mapping
from itertools import chain, count
from typing import Any

from edition.bibliography.values import HAN

FORM = re.compile(r"[a-z][a-z0-9-]*?(?:[0-9]{4}|-nd-)[a-z0-9]++(?:-[a-z0-9]++)*+")
"""What a key looks like: lu2023true, bea-nd-trade, g7-2021declaration."""

_SMALL = frozenset("""
a an the of and or for on in to by at with from into over its is are be as about what why how who this that these
second first report
""".split())
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐")
_SMALL_HAN = re.compile(r"^(?:论|试论|关于|浅析|简析|试析|在|对|从|《|“|”|〈)+")


def new_key(item: Mapping[str, Any], taken: Container[str]) -> str:
    """Return a key for an item that is not taken; a number is put behind it where need be."""
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    year = f"{int(parts[0][0]):04}" if parts[0] else "-nd-"
    names, words = _who(item), _words(_told(item))
    who, word = names or "".join(words[:1]), "".join(words[:1] if names else words[1:2] or words[:1])
    gap = "-" if who[-1:].isdigit() and year != "-nd-" else ""
    key = f"{who or 'work'}{gap}{year}{word or 'work'}"
    return next(each for each in chain([key], (f"{key}-{number}" for number in count(2))) if each not in taken)


def _told(item: Mapping[str, Any]) -> str:
    """Return what tells the work: its title, or else where it stands, its number."""
    return next((str(item[name]) for name in ("title", "container-title", "number") if item.get(name)), "")


def _who(item: Mapping[str, Any]) -> str:
    names = item.get("author") or item.get("editor") or ()
    if not names:
        return ""
    literal = names[0].get("literal", "")
    return _han_family(literal) if HAN.search(literal) else _latin(names[0].get("family") or _body(literal))


def _han_family(name: str) -> str:
    """Return the pinyin of a family name: of a foreign one the last part, of a body its first two characters."""
    last = re.split(r"[·•．.]", name)[-1]
    if last != name:
        return _pinyin(last)
    if len(name) <= 4:
        return _pinyin(name[:2] if name.startswith(_DOUBLE) else name[:1])
    return _pinyin(name[:2])


def _body(name: str) -> str:
    """Return a body's letters in capitals, or its first telling word."""
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w.]*", name))
    return initials if len(initials) > 2 else "".join(_words(name)[:1])


def _words(title: str) -> list[str]:
    """Return the telling words of a title, long ones first: Latin ones, or the pinyin of two characters each."""
    stripped = _SMALL_HAN.sub("", title.strip())
    if HAN.match(stripped):
        han = "".join(HAN.findall(stripped))
        return [_pinyin(han[:2]), *filter(None, [_pinyin(han[2:4])])]
    words = [_latin(word) for word in re.findall(r"[^\W_]+", stripped)]
    telling = [word for word in words if word and word not in _SMALL and not word.isdigit()]
    return sorted(telling, key=lambda word: len(word) <= 3)


def _pinyin(text: str) -> str:
    from pypinyin import lazy_pinyin  # here: slow to load, and not needed to check

    return _latin("".join(lazy_pinyin(text)))


def _latin(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ß", "ss").replace("ł", "l"))
    return re.sub(r"[^a-z0-9]", "", bare.lower())
