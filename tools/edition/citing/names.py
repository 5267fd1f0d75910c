"""Names of people and bodies, and lists of them, as the styles print them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.citing.cleaning import BLANKS, clean
from edition.citing.scripts import is_east_asian

PARTS = ("family", "given", "literal", "dropping-particle", "non-dropping-particle", "suffix")
FORM = "a name: an object with family and given, or with literal"
LONGEST_BROKEN = 5
"""The length up to which a Chinese name with a blank is a person's, written with a blank by mistake."""
BEFORE_PART = re.compile(r"[\s.]+|(?<=-)|(?=-)")


@dataclass(frozen=True, slots=True)
class Name:
    """One name; `literal` is a name that must not be taken apart."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    kept: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def whole(self) -> str:
        """The name in one piece, where it has no parts to be put in order: a body's, or an East Asian one."""
        if self.literal:
            return _unbroken(self.literal)
        own = self.kept + self.family + self.given
        return _unbroken(own) if is_east_asian(own) else ""


def read_name(value: object) -> Name:
    """Return a CSL name. Raises ValueError where it has no form, or nothing in it."""
    if not isinstance(value, Mapping):
        raise ValueError(FORM)
    parts = [value.get(part) or "" for part in PARTS]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError(FORM)
    family, given, literal, dropping, kept, suffix = map(clean, parts)
    if not family and not literal:
        family, given = given, ""
    if not family and not literal:
        raise ValueError("an empty name")
    return Name(family, given, dropping, kept, suffix, literal)


def _unbroken(name: str) -> str:
    short = is_east_asian(name) and len(name) <= LONGEST_BROKEN
    return BLANKS.sub("", name) if short else name


def enumerate_names(names: Sequence[str], delimiter: str, most: int, keep: int, rest: str, cut: bool = False) -> str:
    """Return all names; where there are more than `most`, the first `keep` and the words for the rest.

    `cut`: the list ends there in 等 or et al. already, whatever its length.
    """
    if len(names) <= most:
        return delimiter.join(names) + (rest if cut else "")
    return delimiter.join(names[:keep]) + rest


def inverted(name: Name, upper: bool, hyphens: bool) -> str:
    """Return “Family G N particle”, the given names as initials without points (GB/T 7714—2025, 8.1.1)."""
    if name.whole:
        return name.whole
    family = f"{name.kept} {name.family}".strip()
    parts = (family.upper() if upper else family, initials(name.given, hyphens), name.dropping, name.suffix)
    return " ".join(part for part in parts if part)


def in_order(name: Name) -> str:
    """Return “Given N. particle Family, Suffix”, the given names in full, a single letter with a point."""
    if name.whole:
        return name.whole
    parts = (with_points(name.given), name.dropping, name.kept, name.family)
    own = " ".join(part for part in parts if part)
    return f"{own}, {name.suffix}" if name.suffix else own


def with_points(given: str) -> str:
    """Return given names with a point after each single letter."""
    return " ".join(f"{part}." if len(part) == 1 and part.isalpha() else part for part in given.split())


def initials(given: str, hyphens: bool) -> str:
    """Return the initials of given names, a hyphen between them kept or not; particles in lower case stay whole."""
    found = ""
    for part in BEFORE_PART.split(given):
        if part == "-":
            found += "-" if hyphens and found else ""
        elif part:
            blank = " " if found and not found.endswith("-") else ""
            found += blank + (part if part[0].islower() else part[0].upper())
    return found.rstrip("-")
