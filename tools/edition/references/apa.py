"""APA-like notes: `Family, G. (2011). Title. Journal, 9(1), 7-23.` and the same in Chinese."""

import re

from edition.references.addresses import take_address
from edition.references.dates import YEAR, date_of
from edition.references.draft import Draft
from edition.references.english_imprint import PLACED
from edition.references.latin import Name, is_body, is_person, latin_name, latin_names, turned_name
from edition.references.leads import without_lead
from edition.references.model import Item
from edition.references.names import chinese_names, has_han
from edition.references.parts import SPAN
from edition.references.scanning import cut
from edition.references.vocabulary import SCHOOLS

HEAD = re.compile(
    rf"""(?P<who>[^（(《“]{{2,300}}?)[.．,，]?\s*
    [（(]\s*(?P<year>{YEAR})[a-z]?(?:\s*[,，]\s*(?P<day>[^()（）]{{3,20}}))?\s*[)）]\s*[.．。]\s*(?P<rest>.+)""",
    re.DOTALL | re.VERBOSE,
)
STOP = re.compile(r"(?<!\b[A-Z])(?<!\bvs)(?<!\bet al)[.．。]\s+(?=\S)|(?<=[\u4e00-\u9fff”）)])[.．。](?=\S)")
LISTED = re.compile(r"(?:(?<!\s)\s++)?+[,，]\s*+(?:&|＆|and\b)?\s*|(?<!\s)\s++(?:&|＆|and)\s+")
INITIALS = re.compile(r"(?:[A-Z](?:[a-z]?\.[\s-]?|$))+")
GIVEN = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z]\.?)*")
SUFFIXES = ("Jr", "Jr.", "Sr", "Sr.")
PERIODICAL = re.compile(
    rf"""(?P<name>.+?)(?:(?<!\s)\s++)?+[,，]\s*+(?P<volume>\d{{1,4}})?\s*+(?:[（(](?P<issue>[\w/–-]+)[)）])?\s*+
    (?:[,，:：]\s*(?:pp?\.\s*)?(?P<pages>{SPAN}))?""",
    re.VERBOSE,
)
THESIS = re.compile(
    rf"(?P<school>.+?(?:{SCHOOLS}))(?P<genre>(?:博士|硕士)(?:学位)?论文)(?:\s*[,，]\s*(?P<pages>[\d–-]+))?"
)
HOST = re.compile(
    r"In:?\s+(?P<who>.+?)\s*\([Ee]ds?\.?\),?\s*(?P<title>[^()]+?)\s*(?:\((?:[^()]*,\s*)?pp?\.\s*(?P<pages>[^()]+)\))?"
)
LONGEST_PUBLISHER = 80
SOURCES = 3
"""How many stretches behind a title are read: a journal or a volume, a publisher, an address."""


def read_apa(stretch: str) -> Item | None:
    """Return the work that an APA-like stretch cites, None where it is none of this family."""
    match = HEAD.fullmatch(without_lead(stretch))
    names = _names(match["who"]) if match else []
    if not names:
        return None
    draft = Draft()
    draft.put(author=names, issued=date_of(f"{match['day'] or ''} {match['year']}") or date_of(match["year"]))
    title, *sources = cut(take_address(match["rest"], draft).strip(" .。"), STOP) or [""]
    draft.put(title=title.strip(" ."))
    for source in sources[:SOURCES]:
        _read_source(source.strip(" .。"), draft)
    return draft.item("zh" if has_han(title) else "en") if title else None


def _names(who: str) -> list[Name]:
    """Return the names in a list that turns the first or all of them; none where it is no such list."""
    who = who.strip(" .,，").removesuffix("(Eds.)")
    if has_han(who):
        return chinese_names(who)
    listed = [part.strip() for part in LISTED.split(who) if part.strip()]
    found: list[Name] = []
    while listed:
        first, *rest = listed
        if rest and _is_given(rest[0], first):
            found.append(turned_name(f"{first}, {_with_stop(rest.pop(0), who)}"))
        elif is_person(first):
            suffix = f", {_with_stop(rest.pop(0), who)}" if rest and rest[0] in SUFFIXES else ""
            found.append(latin_name(first + suffix))
        else:
            return latin_names(who) if is_body(who) else []
        listed = rest
    return found


def _is_given(text: str, family: str) -> bool:
    """Tell whether a stretch is the given name of the family name before it: initials, or a name after a lone word."""
    if text in SUFFIXES:
        return False
    return bool(INITIALS.fullmatch(text)) or not is_person(family) and bool(GIVEN.fullmatch(text))


def _with_stop(given: str, who: str) -> str:
    """Give back the full stop that the end of the list took from an initial or from `Jr.`"""
    return f"{given}." if who.endswith(given) and re.search(r"(?:\b[A-Z]|[JS]r)$", given) else given


def _read_source(stretch: str, draft: Draft) -> None:
    """Read what stands behind the title: volume with its editors, thesis, journal or publisher."""
    if draft.read_part(stretch) or _read_host(stretch, draft):
        return
    thesis, periodical, placed = (form.fullmatch(stretch) for form in (THESIS, PERIODICAL, PLACED))
    if thesis:
        draft.put(type="thesis", publisher=thesis["school"], genre=thesis["genre"], cited=thesis["pages"])
    elif periodical and (periodical["volume"] or periodical["issue"] or periodical["pages"]):
        draft.put(type="article-journal", container_title=periodical["name"], page=periodical["pages"])
        draft.put(volume=periodical["volume"], issue=periodical["issue"])
    elif placed:
        draft.put(publisher=placed["house"], publisher_place=placed["place"])
    elif len(stretch) < LONGEST_PUBLISHER:
        draft.put(publisher=stretch)


def _read_host(stretch: str, draft: Draft) -> bool:
    match = HOST.fullmatch(stretch)
    if match:
        draft.inside = True
        draft.put(editor=latin_names(match["who"]), container_title=match["title"], cited=match["pages"])
    return bool(match)
