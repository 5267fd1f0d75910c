"""Locators: the place in a work that a citation means, as people write it: 21, 第 21 页, pp. 21-23, 第3版, chap. 2."""

import re
from dataclasses import dataclass

from edition.citing.numbers import is_counted
from edition.citing.punctuation import RANGE

CHINESE = re.compile(r"第?\s*+([^第页版\s]++(?:\s++[^第页版\s]++)*+)\s*+(页|版)")
WESTERN = re.compile(r"(?:pp?\.|pages?\b|pp?(?=\s*\d))\s*(.+)", re.IGNORECASE)
NUMBERS = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*[A-Za-z]?|[ivxlcdm]+", re.IGNORECASE)
UNITS = {"chapter": ("章", "chap."), "column": ("栏", "col."), "line": ("行", "line"), "paragraph": ("段", "para."),
         "part": ("部分", "part"), "section": ("节", "sec."), "volume": ("卷", "vol.")}
"""CSL's labels of locators with their units in Chinese and in English."""
ROMAN = re.compile("[ivxlcdm]+", re.IGNORECASE)
APART = re.compile(r"(?:(?<!\s)\s++)?+[,，、;；&-]\s*")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a work: pages where `is_page`, else (a chapter, a preface) as it is written."""

    value: str = ""
    is_page: bool = False

    def __bool__(self) -> bool:
        return bool(self.value)

    @property
    def is_many(self) -> bool:
        """Whether it is more than one page."""
        return len(APART.split(self.value)) > 1


def read_locator(text: str) -> Locator:
    """Return the locator that a text writes; pages without their label, ranges with a hyphen."""
    text = text.strip()
    found = CHINESE.fullmatch(text) or WESTERN.fullmatch(text)
    value = RANGE.sub("-", found[1] if found else text)
    is_page = all(NUMBERS.fullmatch(number) for number in APART.split(value)) if value else False
    return Locator(value, True) if is_page else Locator(text)


def spell_locator(value: str, label: str, is_east_asian: bool) -> str:
    """Return a locator as people write it (第2章, chap. 2) from CSL's value and label; pages stay bare."""
    number = value.strip()
    if label not in UNITS or not (is_counted(number) or ROMAN.fullmatch(number)):
        return value
    chinese, english = UNITS[label]
    return f"第{number}{chinese}" if is_east_asian else f"{english} {number}"
