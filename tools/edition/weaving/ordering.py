"""The order of works in a list: by pinyin in Chinese, by letters in other languages, then by year and title."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from edition.weaving.labels import title_of, year_of

_SKIPPED = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w ]+")


def place_in_list(item: Mapping[str, Any]) -> tuple[str, int, str, str]:
    """Return what works are sorted by."""
    names = item.get("author") or item.get("editor") or ()
    title = spelled(_SKIPPED.sub("", title_of(item)))
    who = spelled(" ".join(name.get("literal") or f"{name.get('family', '')} {name.get('given', '')}"
                           for name in names)) or title
    return who, year_of(item) or 0, title, str(item["id"])


def spelled(text: str) -> str:
    """Return a text in small Latin letters, Chinese in pinyin, one syllable a word."""
    from pypinyin import lazy_pinyin  # here: slow to load, and not needed to check

    latin = " ".join(lazy_pinyin(text))
    bare = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    return " ".join(_SIGNS.sub(" ", bare).split())
