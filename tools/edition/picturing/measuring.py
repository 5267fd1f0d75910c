"""Room on the page, in units of the drawing: about CSS pixels on a phone 390 pixels wide.

Widths are estimated by kind of character and not measured with a font, so that the same picture comes out everywhere.
"""

from collections.abc import Iterable

from edition.picturing.model import Label

WIDTH = 360
"""Of all pictures: what a phone shows without shrinking the letters."""

FONT, SMALL = 12, 10
MOST = 168
"""The longest that a name may be."""

_WIDE, _NARROW = 1.0, 0.58
_WIDE_SIGNS = "“”‘’…—·"
"""Signs below U+2E80 that Chinese fonts print as wide as a Han character."""


def width(text: str, size: float = FONT) -> float:
    """Return about how wide a text is."""
    return size * sum(_WIDE if character > "\u2e80" or character in _WIDE_SIGNS else _NARROW for character in text)


def fitting(text: str, most: float = MOST, size: float = FONT) -> str:
    """Return a text that is not wider than `most`, cut where it has to be."""
    if width(text, size) <= most:
        return text
    cut = next(end for end in range(len(text), -1, -1) if width(text[:end], size) <= most - size)
    return text[:cut].rstrip("，、·-— ") + "…"


def room_for(labels: Iterable[Label], size: float = FONT) -> float:
    """Return the room that the names of rows or columns need."""
    return max((width(fitting(label.said, size=size), size) for label in labels), default=0) + 8
