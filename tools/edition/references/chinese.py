"""The house style of Chinese journals: `作者：《题》，译者译，《刊》2021年第2期，第28页。`"""

import re

from edition.references.addresses import take_address
from edition.references.chinese_imprint import COMMA, read_behind_title, read_imprint, read_site, without_sheet
from edition.references.dates import date_of
from edition.references.draft import Draft
from edition.references.leads import without_lead
from edition.references.model import Item
from edition.references.names import chinese_names, creators
from edition.references.parts import part_of
from edition.references.scanning import Cut, cut, quoted
from edition.references.vocabulary import ARGUING, HAN

SENTENCE = re.compile(f"[。；？！]|(?:{ARGUING})")
NAMED_AFTER = re.compile(r"[^《》：:，,]*《[^《》]*》[^《》：:，,]+[：:]\s*(?=《)")
SPOKEN = re.compile(
    rf"(?P<date>\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)[，,]?\s*(?P<who>[{HAN}·]{{2,12}}?)"
    r"(?P<title>在[^，。；]{2,40}(?:讲话|致辞|演讲|发言|演说))"
)
SHORT_NAME = 12
LONG_NAME = 20


def read_chinese(stretch: str) -> Item | None:
    """Return the work that a stretch of a Chinese note cites, None where it cites none."""
    draft = Draft()
    text = without_lead(take_address(stretch, draft)).strip(" ，,。.")
    title = _title_in(text)
    if title is None:
        return _read_unmarked(text, draft)
    head, tail = text[: title[0]].strip(), text[title[1] :]
    if not _read_head(head, draft):
        return None
    unread = _read_title(text[title[0] : title[1]], tail, draft)
    alone = not unread and (head or text.startswith("《"))
    return draft.item("zh") if draft.rests_on_evidence or alone else None


def _title_in(text: str) -> Cut | None:
    """Return where the title stands, behind one in the author's name, as in `《公约》缔约方会议：《题》`."""
    named = NAMED_AFTER.match(text)
    start = named.end() if named else 0
    span = quoted(text[start:], "《“")
    return (span[0] + start, span[1] + start) if span else None


def _read_head(head: str, draft: Draft) -> bool:
    """Read what stands before the title; False where that is a sentence. Only a colon makes it names for sure."""
    who = head.rstrip("：: ，,")
    if not who:
        return True
    colon = head[-1] in "：:"
    if SENTENCE.search(who) or (not colon and len(who) > SHORT_NAME):
        return False
    found = creators(who)
    draft.put(**dict(reversed(found)) if colon else {})
    return all(names for _, names in found)


def _read_title(marked: str, tail: str, draft: Draft) -> list[str]:
    """Read a title in its marks and all behind it; return the stretches not understood."""
    stretches, title = cut(tail, COMMA), marked[1:-1].strip(" ，,")
    adjoining = tail[:1] not in tuple("，,")
    if marked[0] == "《" and adjoining and not draft.has("author") and _is_dated(stretches):
        draft.put(container_title=title)
        draft.marked = True
        stretches = [*without_sheet(stretches[0]), *stretches[1:]]
    else:
        draft.put(title=title)
        stretches = read_behind_title(stretches, draft) if adjoining else stretches
    unread = [stretch for stretch in stretches if not read_imprint(stretch, draft)]
    read_site(unread, draft)
    return unread


def _is_dated(stretches: list[str]) -> bool:
    """Tell whether date or issue come first, as in `《刊》2020年第1期`, whose title is a periodical's."""
    fields = part_of(without_sheet(stretches[0])[0]) if stretches else {}
    return bool({"issue", "issued", "sheet"} & set(fields or {}))


def _read_unmarked(text: str, draft: Draft) -> Item | None:
    """Read a stretch that marks no title: a document's symbol, a speech, or what an address or a symbol supports."""
    if draft.read_symbol(text):
        return draft.item("")
    speech = SPOKEN.fullmatch(text)
    if speech:
        author = chinese_names(speech["who"])
        draft.put(type="speech", issued=date_of(speech["date"]), author=author, title=speech["title"])
        return draft.item("zh")
    stretches = cut(text, COMMA)
    numbered = any("number" in (part_of(stretch) or {}) for stretch in stretches)
    if not draft.has("URL") and not numbered:
        return None
    if stretches and not SENTENCE.search(stretches[0]):
        _read_supported(stretches, draft)
    return draft.item("zh")


def _read_supported(stretches: list[str], draft: Draft) -> None:
    """Read `作者：题，网站`, or `机构` alone."""
    first, *others = stretches
    who, _, title = first.partition("：")
    names = chinese_names(who) if len(who) <= LONG_NAME else []
    if names and title:
        draft.put(author=names, title=title.strip())
    elif not others and len(first) <= LONG_NAME:
        draft.put(author=names)
    else:
        draft.put(title=first)
    read_site([stretch for stretch in others if not read_imprint(stretch, draft)], draft)
