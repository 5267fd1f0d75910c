"""Likeness: whether two items of one article may be the same work."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from edition.references.model import Item

IMPRINT = ("issued", "container-title", "publisher", "URL", "number", "issue")
IDENTITY = ("container-title", "publisher", "number", "issue", "URL")
NUMBER = re.compile("[0-9一二三四五六七八九十上中下]")
FOLDED = re.compile(r"[\W_]+")
SHORTEST_STUMP = 4
SHORTEST_SLIP = 12
LARGEST_SLIP = 4


@lru_cache(4096)
def fold(text: str) -> str:
    """Return a text's letters and digits alone, in lower case."""
    return FOLDED.sub("", text).lower()


def is_short(item: Item) -> bool:
    """Tell whether an item says nothing of a work but names, title and volume."""
    return not any(item.get(name) for name in IMPRINT)


def begins(short: str, long: str) -> bool:
    """Tell whether a folded title is another one cut short."""
    return len(short) >= SHORTEST_STUMP and long.startswith(short)


def slips(title: str, other: str) -> bool:
    """Tell whether two long folded titles differ by a slip of the pen, which is never one of number."""
    if min(len(title), len(other)) < SHORTEST_SLIP or abs(len(title) - len(other)) > LARGEST_SLIP:
        return False
    if len(set(title) ^ set(other)) > LARGEST_SLIP:
        return False
    changes = SequenceMatcher(None, title, other, autojunk=False).get_opcodes()
    changed = "".join(title[a:b] + other[c:d] for kind, a, b, c, d in changes if kind != "equal")
    return len(changed) <= LARGEST_SLIP and not NUMBER.search(changed)


def creators(item: Item) -> set[str]:
    """Return the folded names of those who wrote or edited a work."""
    return {fold("".join(name.values())) for field in ("author", "editor") for name in item.get(field, [])}


def _share(item: Item, other: Item, fields: tuple[str, ...]) -> bool:
    return any(item.get(name) and item.get(name) == other.get(name) for name in fields)


def agree(item: Item, other: Item) -> bool:
    """Tell whether what both items say agrees, a full one being of the same kind and saying no volume more."""
    if item.get("volume") != other.get("volume") and (item.get("volume") or not is_short(item)):
        return False
    alike = item.get("type") == other.get("type") or _share(item, other, ("container-title", "URL"))
    if not alike and not is_short(item) and item.get("type"):
        return False
    names = creators(item), creators(other)
    if all(names) and not any(one in two or two in one for one in names[0] for two in names[1]):
        return False
    dates = [each["issued"]["date-parts"][0] for each in (item, other) if each.get("issued")]
    if len(dates) == 2 and any(one != two for one, two in zip(*dates)):
        return False
    return all(fold(item[name]) == fold(other[name]) for name in IDENTITY if item.get(name) and other.get(name))
