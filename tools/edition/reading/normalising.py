"""Normalising: the few named classes of changes that the edition makes by rule, on pieces, so that each is accounted for."""

import re
from collections.abc import Callable

from edition.reading import reasons
from edition.reading.lines import HAN
from edition.reading.model import Piece
from edition.reading.pieces import Change, Pieces, rewritten, text_of

WIDE = HAN + "，。；：！？、（）《》〈〉【】〔〕"
ASCII_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
FULL_WIDTH = str.maketrans(",;:?!", "，；：？！")

# A pattern's group `it` is what changes, where that is less than the whole match.
EVERYWHERE: tuple[tuple[re.Pattern, Callable[[re.Match], str], str], ...] = (
    (re.compile("(?<=\\d)\ufffd(?=\\d)"), lambda match: "–", reasons.LOST_DASH),
    (re.compile(f"(?<=[{HAN}])[•･](?=[{HAN}])"), lambda match: "·", reasons.INTERPUNCT),
    (re.compile("[０-９]"), lambda match: match[0].translate(ASCII_DIGITS), reasons.WIDE_DIGIT),
    (re.compile(r"《[^《》<‹]*?(?P<it>\s*[<‹]\s*)(?=[^<>‹›《》]*[>›])"), lambda match: "〈", reasons.ANGLE_BRACKETS),
    (re.compile(r"〈[^<>‹›〈〉]*?(?P<it>\s*[>›]\s*)"), lambda match: "〉", reasons.ANGLE_BRACKETS),
    (re.compile(rf"(?P<it> *\( *)(?=[^()（）]*[{HAN}][^()（）]*\))"), lambda match: "（", reasons.HALF_WIDTH),
    (re.compile(r"（[^（）()]*?(?P<it> *\) *)"), lambda match: "）", reasons.HALF_WIDTH),
    (re.compile(r"(?<=://)\s+(?=[\w/])|(?<=://www\.)\s+(?=\w)"), lambda match: "", reasons.BLANK_IN_URL),
    (
        re.compile(rf"(?:[{HAN}》）](?=\s*[,;:?!]\s*[\w《“‘（\[])|[”’)\]](?=\s*[,;:?!]\s*(?:\[\^[^\]]+\]\s*)?[{HAN}《（]))(?P<it>\s*[,;:?!]\s*)"),
        lambda match: match["it"].strip().translate(FULL_WIDTH),
        reasons.HALF_WIDTH,
    ),
    (
        re.compile(rf"(?<=[{WIDE}])[ \u00a0]+(?=[A-Za-z0-9(\[%+$<])|(?<=[A-Za-z0-9%+)\]>])[ \u00a0]+(?=[{WIDE}])|(?<=，|；|：|？|！) +(?=[{WIDE}])"),
        lambda match: "",
        reasons.BLANK_AT_WIDTH,
    ),
    (re.compile(r"[ \u00a0]{2,}|\u00a0"), lambda match: " ", reasons.BLANK_RUN),
)
IN_NOTES = (
    (re.compile(r"\*(?=[A-Za-z][^*\n]*\*)|(?<=[A-Za-z.,])\*"), lambda match: "", reasons.MARKUP),
    (re.compile(r"<(?=https?://)|(?<=[\w/])>(?=[，,。.；;\s]|$)"), lambda match: "", reasons.MARKUP),
)
UNTOUCHED = {"furniture", "author", "author_en", "keywords", "keywords_en"}


def normalised(pieces: Pieces, role: str) -> Pieces:
    """Return the pieces with the named classes of changes made."""
    if role in UNTOUCHED:
        return pieces
    for pattern, change, why in EVERYWHERE + (IN_NOTES if role == "note" else ()):
        text = text_of(pieces)
        group = "it" if "it" in pattern.groupindex else 0
        changes = [Change(*match.span(group), change(match)) for match in pattern.finditer(text)]
        pieces = rewritten(pieces, changes, why) if changes else pieces
    return pieces


def normalised_text(text: str) -> str:
    """Return a text that has no place of its own, such as a table's cell, with the same changes made."""
    return text_of(normalised((Piece(0, len(text), text),), ""))
