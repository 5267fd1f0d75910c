"""Names in Latin letters: persons as `family` and `given` (particles apart, `Jr.` in `given`), bodies as `literal`."""

import re

from edition.references.scanning import cut
from edition.references.vocabulary import BODIES_EN, SURNAMES

Name = dict[str, str]
"""A CSL name variable."""

PARTICLES = frozenset("van von der den de del della di da du dos la le ter ten al el bin ibn zu".split())
COMMA = re.compile(r"[,，、]\s*(?!\s*(?:Jr|Sr)\b)")
AND = re.compile(r"(?<!\s)\s++(?:and|with)\s++|(?:(?<!\s)\s++)?+[&＆]\s*+")
HONORIFIC = re.compile(r"^(?:H\.\s?E\.|Dr\.?|Prof(?:essor|\.)|Amb(?:assador|\.)|Sir|Mr\.?|Ms\.?|Mrs\.?)\s+")
OTHERS = re.compile(r",?\s*(?:and\s+others|et\.?\s*al)\.?$", re.IGNORECASE)
ABBREVIATED = re.compile(r"\b(?:Jr|Sr|[A-Z])\.$")
BODY = re.compile(BODIES_EN)
FUNCTION_WORD = re.compile(r"\b(?:of|for|on|the|The|to|in|by)\b")
JOINING = frozenset("of the and for on in to & ＆".split())
TOKEN = re.compile(r"(?:[A-Z]\.?[-‐]?)+|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'´`.\-‐–]*|[dD]’[A-Z]\w+|al-[A-Z]\w+")
SUFFIX = re.compile(r",?\s+(Jr|Sr)\b\.?|\s+(III|II|IV)$")
TURNED = re.compile(
    r"(?P<family>[A-Z][\w’-]+), (?P<given>(?:[A-Z]\.[\s-]?)+|[A-Z][\w-]+(?: [A-Z]\.)+)(?:,? (?:and|&) (?P<others>.+))?"
)
SYLLABLE = "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouü]{1,3}(?:ng?)?"
PINYIN = re.compile(rf"(?=[A-Z])(?i:{SYLLABLE}(?:[’-]?{SYLLABLE})?)")


def latin_names(text: str) -> list[Name]:
    """Return the names in an English list (`A, B and C`); none where it is neither persons nor a body."""
    bare = text.strip(" ,，")
    text = OTHERS.sub("", bare if ABBREVIATED.search(bare) else bare.strip(" ."))
    people = [HONORIFIC.sub("", name) for stretch in cut(text, COMMA) for name in _people(stretch)]
    if people and all(map(is_person, people)):
        return [latin_name(person) for person in people]
    return _turned(text) or _bodies(text)


def _people(stretch: str) -> list[str]:
    halves = [half.removeprefix("and ").strip() for half in AND.split(stretch)]
    halves = [half for half in halves if half]
    return halves if all(map(is_person, halves)) else [stretch]


def _turned(text: str) -> list[Name]:
    """Return the names of a list that begins with a family name, as in `Keohane, Robert O., and Joseph S. Nye`."""
    match = TURNED.fullmatch(text)
    if not match or match["family"].isupper() or BODY.search(text):
        return []
    others = latin_names(match["others"]) if match["others"] else []
    return [turned_name(f"{match['family']}, {match['given']}"), *others]


def _bodies(text: str) -> list[Name]:
    """Return one body for `Bureau, Department`, which says whose bureau it is, several where the list has an `and`."""
    if not is_body(text.split(",")[0]) and not is_body(text):
        return []
    stretches = cut(text, COMMA)
    listed = [*stretches[:-1], stretches[-1].removeprefix("and ")]
    if listed != stretches and all(is_person(stretch) or is_body(stretch) for stretch in listed):
        return [latin_name(stretch) if is_person(stretch) else {"literal": stretch} for stretch in listed]
    halves = text.split(" and the ")
    if text.startswith("The ") and len(halves) == 2 and all(map(is_body, halves)):
        return [{"literal": half} for half in halves]
    return [{"literal": text}]


def is_body(text: str) -> bool:
    """Tell whether a stretch reads as the name of a body."""
    words = text.split()
    if not 0 < len(words) <= 20 or not re.match(r"[A-Z]", text) or re.search(r"[“”:]|\.\s+[a-z]", text):
        return False
    named = BODY.search(text) or FUNCTION_WORD.search(text) or len(words) == 1
    return bool(named) and all(word[0].isupper() or word in JOINING or not word[0].isalpha() for word in words)


def is_person(text: str) -> bool:
    """Tell whether a stretch reads as one person's name."""
    words = SUFFIX.sub("", text).split()
    if not 2 <= len(words) <= 6 or BODY.search(text) or words[0] in ("The", "A", "An"):
        return False
    family = TOKEN.fullmatch(words[-1]) and len(words[-1].strip(".")) > 1
    return bool(family) and all(TOKEN.fullmatch(word) or word in PARTICLES for word in words)


def latin_name(text: str) -> Name:
    """Return a person's name written given name first, or in the Chinese order (`Yan Xuetong`)."""
    suffix = SUFFIX.search(text)
    words = (text[: suffix.start()] + text[suffix.end() :] if suffix else text).split()
    if len(words) == 2 and words[0] in SURNAMES and PINYIN.fullmatch(words[1]):
        return {"family": words[0], "given": words[1]}
    last = len(words) - 1
    while last > 1 and words[last - 1] in PARTICLES:
        last -= 1
    given = " ".join(words[:last])
    return _name(words[last:], f"{given}, {suffix[0].strip(' ,')}" if suffix else given)


def turned_name(text: str) -> Name:
    """Return a person's name written family name first (`Keohane, R. O.`)."""
    family, _, given = text.partition(",")
    return _name(family.split(), given.strip(" ,"))


def _name(family: list[str], given: str) -> Name:
    particles = []
    while len(family) > 1 and family[0] in PARTICLES:
        particles.append(family.pop(0))
    name = {"family": " ".join(family), "given": given}
    return name | ({"non-dropping-particle": " ".join(particles)} if particles else {})
