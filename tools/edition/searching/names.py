"""Names as the browser compares them with what was typed: in Chinese, in English, in pinyin without tones."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from edition.searching.model import Name

_HAN = re.compile(r"[\u3400-\u9fff]+")


def name_rows(names: Iterable[Name], place: Mapping[str, int]) -> list[list]:
    """Return [Chinese, English, kind, number of the document, other names] of each name; `place` has the numbers."""
    return [[name.zh, name.en, name.kind, place[name.path], list(name.aliases)] for name in names if name.path in place]


def sound_rows(names: Iterable[Name], place: Mapping[str, int]) -> list[list]:
    """Return the pinyin of each of these names and of its other names, in the same order."""
    return [[pinyin(name.zh), *map(pinyin, name.aliases)] for name in names if name.path in place]


def pinyin(text: str) -> str:
    """Return the syllables of the Chinese in a text, plain letters with a blank between; ü is u, as many type it."""
    from pypinyin import lazy_pinyin  # here: slow to load, and not needed to check

    syllables = lazy_pinyin("".join(_HAN.findall(text)))
    return _plain(" ".join(syllables)).replace("v", "u")


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(each))
