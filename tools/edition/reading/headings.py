"""Headings: numbered in the ways of Chinese papers, or known by their place and want of punctuation."""

import re

from edition.reading.lines import Line

NUMERALS = "一二三四五六七八九十"
KINDS = (
    ("part", re.compile(r"(?:No\.|第)\s*[\d" + NUMERALS + r"]+\s*[部编章篇]?分?$")),
    ("chapter", re.compile(rf"[{NUMERALS}]{{1,3}}\s*、\s*\S")),
    ("chapter", re.compile(rf"第[{NUMERALS}\d]+[章节部编]\S*\s*\S")),
    ("section", re.compile(rf"[（(]\s*[{NUMERALS}]{{1,3}}\s*[)）]\s*\S")),
    ("item", re.compile(r"\d{1,2}\s*[.．、]\s*(?=[^\d\s.．])")),
    ("subitem", re.compile(r"[（(]\s*\d{1,2}\s*[)）]\s*\S")),
)
NAMED = re.compile(
    r"(?:结\s*语|结\s*论|余\s*论|引\s*言|引\s*论|导\s*言|导\s*论|前\s*言|序\s*言|绪\s*论|小\s*结|讨\s*论|致\s*谢|参考文献|注\s*释)"
    r"(?:[:：—].*)?$"
)
ORDER = ("chapter", "section", "item", "subitem")


def kind_of(text: str) -> str:
    """Return what numbers a heading (`part`, `chapter`, `section`, `item`, `subitem`), `named` for 结语 and the like, else ''."""
    if NAMED.match(text):
        return "named"
    return next((kind for kind, pattern in KINDS if pattern.match(text)), "")


def levels(kinds: list[str]) -> dict[str, int]:
    """Return the level of each kind that occurs; a part, a named and an unnumbered heading rank with the chapters."""
    ranks = [kind for kind in ORDER if kind in {_rank(kind) for kind in kinds}]
    return {kind: ranks.index(_rank(kind)) + 1 for kind in kinds}


def _rank(kind: str) -> str:
    return kind if kind in ORDER else "chapter"


def may_head(line: Line) -> bool:
    """Tell whether a line could be a heading by its end and its inside."""
    return not line.ends_sentence and not re.search(r"[，。；;]\s*$|。.", line.text)
