"""Normalising: the few named classes of changes that the edition makes by rule, on pieces, so that each is accounted for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from edition.reading import reasons
from edition.reading.lines import HAN
from edition.reading.model import Piece
from edition.reading.pieces import Change, Pieces, rewritten, text_of

WIDE = HAN + "，。；：！？、（）《》〈〉【】〔〕"
BLANK = "[ \u00a0]"
CALL = r"\[\^[^\]]+\]"
STOP = "[,;:?!]"
ASCII_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
WIDE_STOPS = str.maketrans(",;:?!", "，；：？！")


@dataclass(frozen=True)
class Rule:
    """A class of changes: its reason, what it finds (group `it`, where less than the whole match changes), the new text."""

    why: str
    pattern: re.Pattern
    new: Callable[[str], str]


def _rule(why: str, pattern: str, new: str | Callable[[str], str] = "") -> Rule:
    return Rule(why, re.compile(pattern), new if callable(new) else lambda found: new)


def _widened(stop: str) -> str:
    return stop.strip().translate(WIDE_STOPS)


EVERYWHERE = (
    _rule(reasons.LOST_DASH, "(?<=\\d)\ufffd(?=\\d)", "–"),
    _rule(reasons.INTERPUNCT, f"(?<=[{HAN}])[•･](?=[{HAN}])", "·"),
    _rule(reasons.WIDE_DIGIT, "[０-９]", lambda digit: digit.translate(ASCII_DIGITS)),
    # A title inside a title.
    _rule(reasons.ANGLE_BRACKETS, r"《[^《》<‹]*?(?P<it>\s*[<‹]\s*)(?=[^<>‹›《》]*[>›])", "〈"),
    _rule(reasons.ANGLE_BRACKETS, r"〈[^<>‹›〈〉]*?(?P<it>\s*[>›]\s*)", "〉"),
    # Brackets around or behind Han characters, and one whose partner is wide.
    _rule(reasons.HALF_WIDTH, rf"(?<=[{HAN}》”]) *\( *(?=[^()（）]*\))| *\( *(?=[^()（）]*[{HAN}][^()（）]*\))", "（"),
    _rule(reasons.HALF_WIDTH, r"（[^（）()]*?(?P<it> *\) *)", "）"),
    # Stops in Chinese text; one with a blank behind it may belong to a Western reference, unless Chinese follows.
    _rule(reasons.HALF_WIDTH, rf"(?<=[{HAN}》）]){STOP}(?=[\w《“‘（\[])", _widened),
    _rule(reasons.HALF_WIDTH, rf"(?<=[{HAN}》）])\s*{STOP}\s*(?=[{HAN}《“‘（])", _widened),
    _rule(reasons.HALF_WIDTH, rf"(?<=[A-Za-z0-9%])\s*[,:?!]\s*(?=[“‘]?[{HAN}《（])", _widened),
    _rule(reasons.HALF_WIDTH, rf"[”’)\]](?P<it>\s*{STOP}\s*)(?=(?:{CALL}\s*)?[{HAN}《（》〉，。；、])", _widened),
    _rule(reasons.BLANK_IN_URL, r"(?<=://)\s+(?=[\w/])|(?<=://www\.)\s+(?=\w)"),
    _rule(reasons.BLANK_AT_WIDTH, rf"(?<=[{WIDE}]){BLANK}+(?=[A-Za-z0-9(\[%+$<])"),
    _rule(reasons.BLANK_AT_WIDTH, rf"(?<=[A-Za-z0-9%+)\]>]){BLANK}+(?=[{WIDE}])|(?<=[，；：？！]) +(?=[{WIDE}])"),
    _rule(reasons.BLANK_AT_WIDTH, rf"[{WIDE}”’]{CALL}(?P<it>{BLANK}+)(?=\w)"),
    _rule(reasons.BLANK_AT_WIDTH, rf"(?<=[{HAN}]){BLANK}+(?=[-—~～])|(?<=[-—~～]){BLANK}+(?=[{HAN}])"),
    _rule(reasons.BLANK_RUN, f"{BLANK}{{2,}}|\u00a0", " "),
)
IN_NOTES = (
    _rule(reasons.MARKUP, r"\*(?=[A-Za-z][^*\n]*\*)|(?<=[A-Za-z.,])\*"),
    _rule(reasons.MARKUP, r"<(?=https?://)|(?<=[\w/])>(?=[，,。.；;\s]|$)"),
)
UNTOUCHED = {"furniture", "author", "author_en", "keywords", "keywords_en"}


def normalised(pieces: Pieces, role: str) -> Pieces:
    """Return the pieces of a block with the named classes of changes made."""
    if role in UNTOUCHED:
        return pieces
    for rule in EVERYWHERE + (IN_NOTES if role == "note" else ()):
        group = "it" if "it" in rule.pattern.groupindex else 0
        found = rule.pattern.finditer(text_of(pieces))
        changes = [Change(*match.span(group), rule.new(match[group])) for match in found]
        pieces = rewritten(pieces, changes, rule.why) if changes else pieces
    return pieces


def normalised_text(text: str) -> str:
    """Return a text that has no place of its own, such as a table's cell, with the same changes made."""
    return text_of(normalised((Piece(0, len(text), text),), ""))
