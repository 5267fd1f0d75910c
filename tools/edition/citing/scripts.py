"""Scripts and languages: what is written in Chinese characters, and in which language an entry is cited."""

import re

EAST_ASIAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
CHINESE_NAMES = ("zh", "cmn", "chi", "zho", "chinese", "中文", "汉语", "漢語")
EAST_ASIAN_NAMES = CHINESE_NAMES + ("ja", "jp", "japanese", "日", "ko", "korean", "韩", "朝鲜")
ENGLISH_NAMES = ("en", "英")


def is_east_asian(text: str) -> bool:
    """Tell whether a text is written in Chinese characters, kana or hangul (and not in Latin, Greek or Cyrillic)."""
    return bool(EAST_ASIAN.search(text)) and not LATIN.search(text)


def in_east_asian(language: str, title: str) -> bool:
    """Tell whether an entry is cited as a Chinese one (等, 译): by its language, else by the script of its title."""
    if language:
        return language.lower().startswith(EAST_ASIAN_NAMES)
    return bool(EAST_ASIAN.search(title))


def in_english(language: str, title: str) -> bool:
    """Tell whether an entry is English, so that its title can be put into title case."""
    if language:
        return language.lower().startswith(ENGLISH_NAMES)
    return title.isascii()
