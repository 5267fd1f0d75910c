"""Notes after GB/T 7714, where a letter marks the kind of document: `姓名. 题名[J]. 刊名, 2019, 12(3): 14-29.`"""

import re

from edition.references.addresses import take_address
from edition.references.dates import YEAR, date_of
from edition.references.draft import Draft
from edition.references.latin import Name
from edition.references.leads import without_lead
from edition.references.model import Item
from edition.references.names import chinese_names, has_han
from edition.references.parts import SPAN

HEAD = re.compile(
    r"(?:(?P<who>[^\[\]［］]{1,200}?)[.．]\s*)?(?P<title>[^\[\]［］]{1,300})[\[［](?P<mark>[A-Z]{1,2})(?:/(?:OL|CD))?[\]］]"
    r"\s*(?P<rest>[^/].*)"
)
MARKED = re.compile(r"[\[［][A-Z]{1,2}(?:/(?:OL|CD))?[\]］]\s*(?:[.．/]|$)")
KINDS = {
    "J": "article-journal", "M": "book", "N": "article-newspaper", "D": "thesis", "R": "report", "EB": "webpage",
}  # fmt: skip
WEB_DATES = re.compile(
    r"(?:[（(](?P<issued>\d{4}[-\d]*)[)）])?(?:(?<!\s)\s++)?+(?:[\[［](?P<accessed>\d{4}[-\d]*)[\]］])?\s*+[.．]?\s*$"
)
PERIODICAL = re.compile(
    rf"""(?P<name>[^,，]+)[,，]\s*(?P<date>{YEAR}(?:-\d\d-\d\d)?)(?:[,，]\s*(?P<volume>\d+))?
    \s*(?:[（(](?P<issue>[\w/–-]+)[)）])?\s*(?:[:：]\s*(?P<pages>{SPAN}))?""",
    re.VERBOSE,
)
PUBLISHED = re.compile(
    rf"""(?:(?P<edition>[^.．:：]*(?:版|ed|edition))[.．]\s*)?(?:(?P<place>[^:：.,，]+)[:：]\s*)?
    (?P<house>[^:：]+?)[,，]\s*(?P<date>{YEAR})\s*(?:[:：]\s*(?P<pages>{SPAN}))?""",
    re.VERBOSE,
)
COMMA = re.compile(r"\s*[,，]\s*")
INITIALS = re.compile(r"(?P<family>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) (?P<given>[A-Z](?:[ -]?[A-Z]){0,3})")


def is_gbt(stretch: str) -> bool:
    """Tell whether a stretch marks its kind of document by a letter in brackets."""
    return ("[" in stretch or "［" in stretch) and bool(MARKED.search(stretch))


def read_gbt(stretch: str) -> Item | None:
    """Return the work of a stretch that marks its kind of document by a letter, None for a kind not known here."""
    match = HEAD.fullmatch(without_lead(stretch))
    if not match or match["mark"] not in KINDS:
        return None
    draft = Draft()
    draft.put(type=KINDS[match["mark"]], author=_names(match["who"] or ""), title=match["title"].strip())
    rest = take_address(match["rest"].lstrip(" .．"), draft)
    dates = WEB_DATES.search(rest)
    draft.put(issued=date_of(dates["issued"] or ""), accessed=date_of(dates["accessed"] or ""))
    _read_source(rest[: dates.start()].strip(" .．。"), draft)
    return draft.item("zh" if has_han(match["title"]) else "en")


def _names(who: str) -> list[Name]:
    if has_han(who):
        return chinese_names(who)
    found = [INITIALS.fullmatch(name) for name in COMMA.split(re.sub(r"[,，]\s*et al$", "", who)) if name]
    return [{"family": name["family"], "given": name["given"]} for name in found] if all(found) else []


def _read_source(rest: str, draft: Draft) -> None:
    """Read the periodical, or place, publisher and year."""
    article = draft.fields["type"] in ("article-journal", "article-newspaper")
    match = (PERIODICAL if article else PUBLISHED).fullmatch(rest)
    if not match:
        return
    draft.put(issued=date_of(match["date"]), **{"page" if article else "cited": match["pages"]})
    if article:
        number = "sheet" if draft.fields["type"] == "article-newspaper" else "issue"
        draft.put(container_title=match["name"].strip(), volume=match["volume"], **{number: match["issue"]})
    else:
        draft.put(publisher=match["house"], publisher_place=match["place"], edition=match["edition"])
