"""Names of a .bib field, as CSL has them, and back.

`卢静` and `{The White House}` are one piece (`literal`); `Keohane, Robert O.`, `Nye, Jr., Joseph S.` and
`van Eeten, M. J. G.` have parts, as in BibTeX (N. Markey, Tame the BeaST, 11). `and others` stands at the end of a
list that the note cuts short.
"""

import re

from edition.bibliography.values import HAN, WIDE, is_balanced, plain, split_outside

Name = dict[str, str]
OTHERS = "others"
AND = re.compile(r"(?<!\s)\s++and\s+", re.IGNORECASE)
_COMMA = re.compile(r"(?:(?<!\s)\s++)?+,\s*")
_ALONE = re.compile(r"^and\b|\band$")
_BLANK = re.compile(r"\s+")
_SPECIAL = re.compile(r"[,{}]|\band\b", re.IGNORECASE)
_PARTS = ("family", "given", "suffix", "non-dropping-particle")


class Unwritable(ValueError):
    """Something of a CSL item that no .bib field can hold."""


def people_of(value: str) -> list[str]:
    """Return the names of a field as written."""
    return [name.strip() for name in split_outside(value.strip(), AND)]


def read_names(value: str) -> list[Name]:
    """Return the names of a field, `others` left out. Raises ValueError with the name that has no form."""
    return [read_name(name) for name in people_of(value) if name != OTHERS]


def read_name(text: str) -> Name:
    """Return one name. Raises ValueError with what was expected of it."""
    if not text or _ALONE.search(text):
        raise ValueError("a name on either side of each “and”")
    if text.startswith("{") and _is_one_piece(text):
        return {"literal": plain(text)}
    parts = split_outside(text, _COMMA)
    if len(parts) > 3:
        raise ValueError("names divided by “and”, each with two commas at most")
    if len(parts) > 1:
        return _turned(parts)
    if WIDE.search(text) and HAN.search(text):
        return _chinese(text)
    words = split_outside(text, _BLANK)
    return {"literal": plain(text)} if len(words) == 1 else _straight(words)


def _is_one_piece(text: str) -> bool:
    return text.endswith("}") and is_balanced(text[1:-1])


def _chinese(text: str) -> Name:
    if _BLANK.search(text):
        raise ValueError("a Chinese name without a blank")
    return {"literal": plain(text)}


def _turned(parts: list[str]) -> Name:
    """Return the name of `von Family, Given` or `von Family, Suffix, Given`."""
    particles, family = _without_particles(split_outside(parts[0], _BLANK))
    suffix = parts[1] if len(parts) == 3 else ""
    return _filled(" ".join(family), parts[-1], suffix, " ".join(particles))


def _straight(words: list[str]) -> Name:
    """Return the name of `Given von Family`: the family name is the last word."""
    start = len(words) - 1
    while start > 1 and words[start - 1][:1].islower():
        start -= 1
    return _filled(words[-1], " ".join(words[:start]), "", " ".join(words[start:-1]))


def _without_particles(words: list[str]) -> tuple[list[str], list[str]]:
    number = 0
    while number < len(words) - 1 and words[number][:1].islower():
        number += 1
    return words[:number], words[number:]


def _filled(*values: str) -> Name:
    name = {part: plain(value) for part, value in zip(_PARTS, values) if value}
    if "family" not in name:
        raise ValueError("a family name before the comma")
    return name


def write_names(names: list[Name]) -> str:
    """Return the field of CSL names. Raises Unwritable where a name has parts that BibTeX does not know."""
    return " and ".join(_written(name) for name in names)


def _written(name: Name) -> str:
    if not name or set(name) - {*_PARTS, "literal"} or any(set("{}\\") & set(value) for value in name.values()):
        raise Unwritable(f"a name that BibTeX has no form for: {name!r}")
    if "literal" in name:
        return _literal(name["literal"])
    family, particle = name.get("family", ""), name.get("non-dropping-particle", "")
    if not family or any(not word[:1].islower() for word in particle.split()):
        raise Unwritable(f"a name that BibTeX has no form for: {name!r}")
    shown = _guarded(family, family[:1].islower())
    parts = (f"{particle} {shown}".strip(), _guarded(name.get("suffix", "")), _guarded(name.get("given", "")))
    return ", ".join(part for number, part in enumerate(parts) if part or number == 2).rstrip()


def _literal(text: str) -> str:
    bare = not _BLANK.search(text) and not _SPECIAL.search(text) and text.lower() != OTHERS
    return text if bare else f"{{{text}}}"


def _guarded(text: str, needed: bool = False) -> str:
    return f"{{{text}}}" if needed or _SPECIAL.search(text) else text
