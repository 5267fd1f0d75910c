"""Names in Chinese lists, as CSL names.

A Chinese name, a foreign one in Chinese dress and a body's name are `literal`, so that no style and no .bib file breaks
or turns them; a person's Latin name is `family` and `given` (`latin.py`).
"""

import re

from edition.references.latin import Name, is_person, latin_name
from edition.references.scanning import cut
from edition.references.vocabulary import EDITING, HAN, TRANSLATING, WRITING

COMMA = re.compile(r"[,，、]\s*")
AND = re.compile(r"(?:(?<!\s)\s++)?+[和与及]\s*")
NATION = re.compile(r"[（(\[［〔【][\u3400-\u9fff]{1,6}[)）\]］〕】]\s*")
OTHERS = re.compile(r"\s*等(?:人)?$")
WROTE = re.compile(rf"(?<=..)[著撰]$|(?<=...)(?:{WRITING})$")
NO_NAME = re.compile(r"[。；？！“”：:]|\d{4}|》$|^[^《]*》")
LONGEST = 40
ROLE = re.compile(rf"(?P<who>.+?)(?:等)?(?:(?<!\s)\s++)?+[（(]?(?P<role>{TRANSLATING}|{EDITING})[）)]?(?:[，,、；\s]*.{{2,12}}校)?")
ROLE_WITHIN = re.compile(r"(?<=[著撰编译校])[，,]\s*")


def chinese_names(text: str) -> list[Name]:
    """Return the names in a Chinese list; none where one of its stretches is no name."""
    text = NATION.sub("", text).strip()
    text = OTHERS.sub("", WROTE.sub("", text))
    found = [OTHERS.sub("", name) for stretch in cut(text, COMMA) for name in _apart(stretch)]
    if any(not name or len(name) > LONGEST or NO_NAME.search(name) for name in found):
        return []
    return [latin_name(name) if is_person(name) else {"literal": name} for name in found]


def _apart(stretch: str) -> list[str]:
    """Part two persons joined by 和; a body's name with 和 in it stays whole."""
    halves = AND.split(stretch)
    persons = all(2 <= len(half) <= 4 or "·" in half or is_person(half) for half in halves)
    return halves if len(halves) > 1 and persons else [stretch]


def creators(text: str) -> list[tuple[str, list[Name]]]:
    """Return the lists of names in a text, each with its field: `甲著，乙、丙译` is an author and two translators."""
    return [_creators(part) for part in ROLE_WITHIN.split(text)]


def _creators(text: str) -> tuple[str, list[Name]]:
    role = ROLE.fullmatch(text)
    return (role_field(role), chinese_names(role["who"])) if role else ("author", chinese_names(text))


def role_field(role: re.Match) -> str:
    """Return the field of those whose role a match of `ROLE` names."""
    return "translator" if re.fullmatch(TRANSLATING, role["role"]) else "editor"


def has_han(text: str) -> bool:
    """Tell whether a text has a Chinese character in it."""
    return bool(re.search(f"[{HAN}]", text))
