"""Texts in which names are looked for: widths and scripts folded, lengths kept, so that offsets stay those of the text."""

from edition.glossary.scripts import simplified

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms of ASCII (https://www.unicode.org/charts/PDF/UFF00.pdf) → ASCII."""


def folded(text: str) -> str:
    """Return a text of the same length with full-width letters, digits and signs as ASCII, Chinese in simplified form.

    A text whose simplified form has another length, which OpenCC's few phrases could bring about, keeps its script.
    """
    narrow = text.translate(_FULL_WIDTH)
    bare = simplified(narrow)
    return bare if len(bare) == len(narrow) else narrow


def is_latin(character: str) -> bool:
    """Tell whether a folded character is part of a word in Latin letters or digits."""
    return character.isascii() and character.isalnum()
