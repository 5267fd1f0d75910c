"""Numbers as items have them: counted ones, and ordinals."""

import re

COUNTED = re.compile(r"\d+(?:\s*[-–—,，、&/]\s*\d+)*|[一二三四五六七八九十百〇]+")
ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def is_counted(value: str) -> bool:
    """Tell whether a value is a number, in figures or Chinese, or a span or list, so that a unit can go with it."""
    return bool(COUNTED.fullmatch(value))


def ordinal(number: int) -> str:
    """Return the English ordinal in figures: 1st, 2nd, 11th."""
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ORDINALS.get(number % 10, 'th')}"
