"""年表: the dated rows of a theme's timeline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TIMELINE = re.compile(r"^(#+) .*\{#timeline\b")
_HEADING = re.compile(r"^(#+) ")
_RULE = re.compile(r"\|[ :|-]+\|?")


@dataclass(frozen=True)
class Dated:
    """A row: its date as written, and its line in the page."""

    date: str
    line: int


def timeline_of(text: str) -> Iterator[Dated]:
    """Yield the rows of the table below the heading with the id `timeline`, without its head."""
    inside = body = False
    for number, line in enumerate(text.split("\n"), 1):
        if _HEADING.match(line):
            inside, body = bool(_TIMELINE.match(line)), False
        elif inside and line.startswith("|"):
            if body:
                yield Dated(line.strip("| ").split("|")[0].strip(), number)
            body = body or bool(_RULE.fullmatch(line.strip()))
