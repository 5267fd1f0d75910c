"""Simplified and traditional characters, by the data of OpenCC (https://github.com/BYVoid/OpenCC)."""

from functools import cache

from opencc import OpenCC


def traditional(text: str) -> str:
    """Return a text in traditional characters, by OpenCC's standard (s2t)."""
    return _converter("s2t").convert(text)


def simplified(text: str) -> str:
    """Return a text in simplified characters (t2s)."""
    return _converter("t2s").convert(text)


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
