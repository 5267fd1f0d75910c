"""What stands behind an English title: place and publisher, who translated it, thesis, conference, report series."""

import re

from edition.references.dates import YEAR
from edition.references.draft import Draft
from edition.references.latin import is_body, latin_names
from edition.references.parts import SPAN, part_of
from edition.references.scanning import cut
from edition.references.vocabulary import HOUSES

COMMA = re.compile(r"[,，](?=\s|$|[A-Z(（《“])|(?<=\d)[,，](?=[A-Za-z])")
EDITORS = re.compile(r"(?:(?<!\s)\s++)?+(?:[,，]\s*+)?[(（]?\b(?:[Ee]ds?\b\.?|[Ee]dited|[Ee]ditors?)\s*[)）]?\s*$")
PLACED = re.compile(
    r"""[(（]?(?P<place>[A-Z][\w.’'\ \-]{1,30}(?:,\s*[A-Z][\w.\ ]{1,10})?
    (?:(?:,?\ and\ |/|;\ ?|,\ |\ &\ )[A-Z][\w.’'\ ]{1,25})?)\s*[:：]\s*(?P<house>[A-Z].+)""",
    re.VERBOSE,
)
HOUSE = re.compile(rf"\b(?:{HOUSES})\b")
HOUSE_ALONE = re.compile(r"(?:University Press|Publishers|Publishing)$")
DATED = re.compile(rf"(?P<house>.+?)\s+(?P<year>{YEAR})\)?")
IN_BRACKETS = re.compile(r"(?P<before>[^()]*?)\s*\((?P<inner>[^()]*:[^()]*\d{4}|(?:Ph|M)[^()]*\d{4})\)\s*")
BY = (
    ("author", re.compile(r"(?:[Pp]repared|[Ww]ritten|[Rr]eport) by (?:the )?(?P<who>.+?)(?: for the .+)?")),
    ("translator", re.compile(r"(?:[Tt]ranslated by|[Tt]rans\.?(?: by)?) (?P<who>.+)")),
    ("editor", re.compile(r"(?:[Ee]dited by|[Ee]d\.? by|[Ee]ds?\.) (?P<who>.+)")),
)
PAPER = re.compile(
    r"(?:[Cc]onference )?[Pp]aper (?:[Pp]repared|[Pp]resented|[Dd]elivered|[Ss]ubmitted) (?:for|at|to) (?:the )?"
    r"(?P<event>.+)"
)
THESIS = re.compile(
    r"(?P<genre>(?:Ph\.?\s?D\.?|Doctoral|Master[’']?s?(?: of \w+)?|M\.?A\.?)\s*"
    r"(?:[Dd]issertation|[Tt]hesis|[Dd]iss\.?))"
    r"(?:\s*[,，]\s*|\s+at\s+|$)(?P<school>.*)"
)
SERIES = re.compile(
    r"(?P<name>.*?(?:Papers?|Reports?|Briefs?|Series|Document|Memo(?:randum)?))\s*(?:No\.?|Number|#)?\s*"
    r"(?P<number>\d[\w/.\-]*)"
)


def opened(stretches: list[str]) -> list[str]:
    """Return stretches with an imprint in round brackets, as in `(London: Verso, 1990)`, taken out of them."""
    found: list[str] = []
    for stretch in stretches:
        match = IN_BRACKETS.fullmatch(stretch)
        found += [match["before"], *cut(match["inner"], COMMA)] if match else [stretch]
    return [stretch for stretch in found if stretch]


def read_imprint(stretches: list[str], draft: Draft) -> list[tuple[int, str]]:
    """Read the stretches of an imprint; return those not understood, with their positions."""
    unread: list[tuple[int, str]] = []
    at = 0
    while at < len(stretches):
        stretch = stretches[at].strip(" .")
        if draft.read_part(stretch):
            pass
        elif draft.has("cited") and re.fullmatch(SPAN, stretch) and part_of(stretches[at - 1]):
            draft.fields["cited"] += f", {stretch}"
        elif PLACED.fullmatch(stretch) and not draft.has("publisher"):
            at = _read_publisher(stretches, at, draft)
        elif not _read_words(stretch, stretches[at + 1 :], draft):
            unread.append((at, stretch))
        at += 1
    return unread


def _read_words(stretch: str, others: list[str], draft: Draft) -> bool:
    readers = (_read_paper, read_by, _read_house, _read_series)
    return any(read(stretch, draft) for read in readers) or _read_thesis(stretch, others, draft)


def is_imprint(stretches: list[str], at: int) -> bool:
    """Tell whether a stretch with a colon is place and publisher rather than title and subtitle."""
    match = PLACED.fullmatch(stretches[at].strip(" ."))
    dated = any("issued" in (part_of(stretch) or {}) for stretch in stretches[at + 1 : at + 3])
    return bool(match) and (dated or bool(HOUSE.search(match["house"])))


def is_by(stretch: str) -> bool:
    """Tell whether a stretch says who wrote, translated or edited the work."""
    return any(form.fullmatch(stretch) for _, form in BY)


def read_by(stretch: str, draft: Draft) -> bool:
    """Read `trans. by A`; tell whether it was understood."""
    for field, form in BY:
        match = form.fullmatch(stretch)
        names = latin_names(match["who"]) if match else []
        if names:
            draft.put(**{field: names})
            return True
    return False


def _read_publisher(stretches: list[str], at: int, draft: Draft) -> int:
    """Read `Boston: Little, Brown and Company`; return the position of the last stretch of the publisher's name."""
    match = PLACED.fullmatch(stretches[at].strip(" ."))
    house = match["house"]
    while at + 1 < len(stretches) and part_of(stretches[at + 1]) is None and any(map(part_of, stretches[at + 2 :])):
        at += 1
        house += f", {stretches[at]}"
    dated = DATED.fullmatch(house)
    draft.put(publisher=dated["house"] if dated else house, publisher_place=match["place"])
    if dated:
        draft.read_part(dated["year"])
    return at


def _read_house(stretch: str, draft: Draft) -> bool:
    """Read a publisher without a place."""
    dated = DATED.fullmatch(stretch)
    house = dated["house"] if dated else stretch
    if not HOUSE_ALONE.search(house) and not (dated and house.endswith(" Press")):
        return False
    draft.put(publisher=house)
    return draft.read_part(dated["year"]) if dated else True


def _read_paper(stretch: str, draft: Draft) -> bool:
    match = PAPER.fullmatch(stretch)
    if match:
        draft.put(type="paper-conference", event_title=match["event"])
    return bool(match)


def _read_thesis(stretch: str, others: list[str], draft: Draft) -> bool:
    match = THESIS.fullmatch(stretch)
    if match:
        school = match["school"] or next((other for other in others if is_body(other)), "")
        draft.put(type="thesis", genre=match["genre"], publisher=school)
    return bool(match)


def _read_series(stretch: str, draft: Draft) -> bool:
    """Read `X Working Paper No. 12`."""
    match = SERIES.fullmatch(stretch)
    if not match or draft.has("number"):
        return False
    draft.put(type="report", genre=match["name"].rstrip(" ,"), number=match["number"])
    return True
