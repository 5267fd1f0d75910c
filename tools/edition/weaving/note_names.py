"""The names of notes, as readers see them: `n21-3` is note 3 on page 21."""

import re

EDITORS = "cite-"
"""What the names of editors' notes begin with; they are lettered: `cite-a`."""

_ID = re.compile(r"n(?P<page>[^-]*)-(?P<mark>.+)")


def parts_of(note: str) -> tuple[str, str] | None:
    """Return page ("" where unknown) and printed mark of a note's id, None where it has another form."""
    match = _ID.fullmatch(note)
    if not match:
        return None
    mark = match["mark"].replace("star", "*")
    return match["page"], re.sub(r"(?<=[\d*])[a-z]+$", "", mark)


def place_of(note: str) -> str:
    """Return the place of a note in words: 第21页注[3]."""
    page, mark = parts_of(note) or ("", note)
    return (f"第{page}页" if page else "") + f"注[{mark}]"
