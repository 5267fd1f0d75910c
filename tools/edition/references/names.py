"""Names: who wrote, edited or translated, as CSL names.

A Chinese name, a foreign one in Chinese dress and a body's name are `literal`, so that no style and no .bib file breaks
or turns them; a person's Latin name is `family` and `given` (with the particle apart, and `Jr.` after the given name).
"""

import re

from edition.references.scanning import cut
from edition.references.vocabulary import BODIES_EN, HAN, WRITING

Name = dict[str, str]
PARTICLES = {"van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "dos", "la", "le", "ter", "ten", "al", "el", "bin", "ibn", "zu"}
SMALL = PARTICLES | {"y", "e"}
COMMA = re.compile(r"[,，、]\s*(?!\s*(?:Jr|Sr)\b)")
NATION = re.compile(r"[（(\[［〔【][\u3400-\u9fff]{1,6}[)）\]］〕】]\s*")
OTHERS_ZH = re.compile(r"\s*等(?:人)?$")
OTHERS_EN = re.compile(r",?\s*(?:and\s+others|et\.?\s*al)\.?$", re.IGNORECASE)
BODY = re.compile(BODIES_EN)
FUNCTION_WORD = re.compile(r"\b(?:of|for|on|the|The|to|in|by)\b")
TOKEN = re.compile(r"(?:[A-Z]\.?[-‐]?)+|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'´`.\-‐–]*|[dD]’[A-Z]\w+|al-[A-Z]\w+")
SUFFIX = re.compile(r",?\s+(Jr|Sr)\b\.?|\s+(III|II|IV)$")
AND_ZH = re.compile(r"\s*[和与及]\s*")
AND_EN = re.compile(r"\s*(?:\s+and\s+|&|＆|\s+with\s+)\s*")


def chinese_names(text: str) -> list[Name]:
    """Return the names in a Chinese list; none where a stretch is no name."""
    text = OTHERS_ZH.sub("", re.sub(rf"(?<=.)(?:{WRITING})$", "", NATION.sub("", text).strip()) if len(text) > 3 else text)
    found = [OTHERS_ZH.sub("", name) for stretch in cut(text, COMMA) for name in _apart(stretch)]
    if not found or any(not _is_chinese_name(name) for name in found):
        return []
    return [latin_name(name) if is_person(name) else {"literal": name} for name in found if name]


def _apart(stretch: str) -> list[str]:
    """Part two persons joined by 和; a body's name with 和 in it stays whole."""
    halves = AND_ZH.split(stretch)
    persons = all(2 <= len(half) <= 4 or "·" in half or is_person(half) for half in halves)
    return halves if len(halves) > 1 and persons else [stretch]


def _is_chinese_name(name: str) -> bool:
    return 0 < len(name) <= 40 and not re.search(r"[。；！？“”《》：:]|\d{4}", name)


def latin_names(text: str) -> list[Name]:
    """Return the names in an English list (`A, B and C`); none where it is neither persons nor a body."""
    text = OTHERS_EN.sub("", text.strip(" ,，.") + ("." if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", text.strip(" ,")) else ""))
    pieces = [name for stretch in cut(text, COMMA) for name in _persons(stretch)]
    if pieces and all(is_person(piece) for piece in pieces):
        return [latin_name(piece) for piece in pieces]
    return _bodies(text)


def _persons(stretch: str) -> list[str]:
    halves = [half.removeprefix("and ").strip() for half in AND_EN.split(stretch)]
    halves = [half for half in halves if half]
    return halves if all(map(is_person, halves)) else [stretch]


def _bodies(text: str) -> list[Name]:
    """Return bodies: each stretch that begins one anew; a stretch that only goes on a name is joined to it."""
    if not is_body(text.split(",")[0]) and not is_body(text):
        return []
    stretches = [stretch.removeprefix("and ") for stretch in cut(text, COMMA)]
    if len(stretches) > 1 and all(is_person(stretch) or is_body(stretch) for stretch in stretches):
        return [latin_name(stretch) if is_person(stretch) else {"literal": stretch} for stretch in stretches]
    return [{"literal": text}]


def is_body(text: str) -> bool:
    """Tell whether an English stretch reads as the name of a body."""
    words = text.split()
    if not words or len(words) > 20 or not re.match(r"[A-Z]", text) or re.search(r"[“”:]|\.\s+[a-z]", text):
        return False
    capital = sum(word[0].isupper() or word in ("of", "the", "and", "for", "on", "in", "&", "to", "＆") or not word[0].isalpha() for word in words)
    named = BODY.search(text) or FUNCTION_WORD.search(text) or len(words) == 1
    return capital == len(words) and bool(named)


def is_person(text: str) -> bool:
    """Tell whether a stretch reads as one person's Latin name."""
    words = SUFFIX.sub("", text).split()
    if not 2 <= len(words) <= 6 or BODY.search(text) or not TOKEN.fullmatch(words[-1]) or len(words[-1].strip(".")) < 2:
        return False
    return words[0] not in ("The", "A", "An") and all(TOKEN.fullmatch(word) or word in SMALL for word in words)


def latin_name(text: str) -> Name:
    """Return a person's name written given name first."""
    suffix = SUFFIX.search(text)
    words = (text[: suffix.start()] + text[suffix.end() :] if suffix else text).split()
    last = len(words) - 1
    while last > 1 and words[last - 1] in PARTICLES:
        last -= 1
    return _name(words[last:], " ".join(words[:last]), suffix)


def turned_name(text: str) -> Name:
    """Return a person's name written family name first (`Keohane, R. O.`)."""
    family, _, given = text.partition(",")
    return _name(family.split(), given.strip(" ,"), None)


def _name(family: list[str], given: str, suffix: re.Match | None) -> Name:
    particles = []
    while len(family) > 1 and family[0] in PARTICLES:
        particles.append(family.pop(0))
    name = {"family": " ".join(family), "given": given + (f", {suffix[0].strip(' ,')}" if suffix else "")}
    return name | ({"non-dropping-particle": " ".join(particles)} if particles else {})


def has_han(text: str) -> bool:
    return bool(re.search(f"[{HAN}]", text))
