"""Putting the parts of a reference together: empty parts vanish, points are not doubled, quotation marks nest."""

import re
from collections.abc import Iterable

RANGE = re.compile(r"(?:(?<!\s)\s++)?+[-‐‑‒–—―−~～]++\s*")
SHORTENED = re.compile(r"(?<![\d.-])(\d+)-(\d+)(?![\d.-])")
LIST = re.compile(r"(?:(?<!\s)\s++)?+[,，、;；]\s*")
QUOTES_WITHIN = {"“": "‘", "”": "’"}
OPENING_QUOTE = re.compile(r"(?<![^\s(\[{“‘—–/-])(['\"])(?=\S)")


def join(delimiter: str, parts: Iterable[str]) -> str:
    """Return the parts that are not empty, the delimiter between; a part's final point stands for the delimiter's."""
    joined = ""
    for part in parts:
        if not part:
            continue
        clash = joined.endswith(delimiter[0]) if delimiter and delimiter[0] in ".," else False
        joined = f"{joined}{delimiter[clash:]}{part}" if joined else part
    return joined


def end(text: str, mark: str) -> str:
    """Return a reference with its final point, which is not doubled."""
    return text if text.endswith(mark) else text + mark


def wrap(text: str, opening: str, closing: str) -> str:
    """Return a text between two marks; nothing where there is no text."""
    return f"{opening}{text}{closing}" if text else ""


def span(value: str, dash: str, comma: str) -> str:
    """Return pages or numbers with one kind of dash for a range, in full (321-8: 321-328), and of comma for a list."""
    return LIST.sub(comma, SHORTENED.sub(_in_full, RANGE.sub("-", value)).replace("-", dash))


def _in_full(found: re.Match) -> str:
    first, last = found.groups()
    full = first[:-len(last)] + last if len(last) < len(first) else last
    return f"{first}-{full if int(full) > int(first) else last}"


def curl(text: str) -> str:
    """Return a text with typographic quotation marks and apostrophes in place of straight ones."""
    opened = OPENING_QUOTE.sub(lambda found: "‘" if found[1] == "'" else "“", text)
    return opened.replace("'", "’").replace('"', "”")


def quote(text: str) -> str:
    """Return a Western title in double quotation marks, those within it single."""
    return f"“{curl(text).replace('“', '‘').replace('”', '’')}”" if text else ""


def book_marks(title: str) -> str:
    """Return a Chinese title in 《》, book marks within it 〈〉 (GB/T 15834—2011, 4.15.3.4)."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》" if title else ""


def nest_quotes(text: str) -> str:
    """Return a text with double quotation marks within others single; as it is where they do not pair."""
    depth, out = 0, []
    for mark in text:
        depth -= mark == "”"
        out.append(QUOTES_WITHIN.get(mark, mark) if depth > 0 else mark)
        depth += mark == "“"
        if depth < 0:
            return text
    return "".join(out) if depth == 0 else text
