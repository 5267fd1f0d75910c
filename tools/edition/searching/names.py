"""Names as the browser compares them with what was typed: in Chinese, in English, in pinyin without tones."""

import re
import unicodedata
from collections.abc import Iterable

from edition.searching.model import Name

_HAN = re.compile(r"[\u3400-\u9fff]+")


def name_rows(names: Iterable[Name]) -> list[list]:
    """Return [Chinese, English, kind, path, other names, pinyin of the Chinese name, of the others]."""
    return [[name.zh, name.en, name.kind, name.path, list(name.aliases), pinyin(name.zh),
             [pinyin(alias) for alias in name.aliases]] for name in names]


def pinyin(text: str) -> str:
    """Return the syllables of the Chinese in a text, plain letters with a blank between; ü is u, as many type it."""
    from pypinyin import lazy_pinyin  # here: slow to load, and not needed to check

    syllables = lazy_pinyin("".join(_HAN.findall(text)))
    return _plain(" ".join(syllables)).replace("v", "u")


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(each))
