"""The house style's English half: `Author, “Title,” Journal, Vol.1, No.2, 2021, pp.3-4.`"""

import re

from edition.references.addresses import take_address
from edition.references.dates import date_in
from edition.references.draft import NEWSPAPER, Draft
from edition.references.english_books import read_unquoted
from edition.references.english_imprint import COMMA, EDITORS, is_imprint, opened, read_imprint
from edition.references.latin import is_body, latin_names
from edition.references.leads import without_lead
from edition.references.model import Item
from edition.references.parts import part_of
from edition.references.scanning import cut, quoted

GOING_ON = re.compile(r"\s*(?!(?:in|at|vol|no|pp?)\b)[a-z]{2,}\s")
IN = re.compile(r"[Ii]n:?\s+(?:idem,\s+)?")
TEAM = re.compile(r"(?P<who>[^,，]+ (?:Team|Group|Committee|Panel|Secretariat))[,，]\s+(?P<title>.+)")
EDITED_BY = re.compile(r"(?P<title>.+?),\s*(?:[Ee]d(?:s|ited)?\.? by|[Ee]ds?\.(?= [A-Z]))\s+(?P<who>.+)")
EDITED = re.compile(r"(?P<who>.+?)(?:(?<!\s)\s++)?+(?:[,，]\s*+)?(?:[(（]\s*+)?\b[Ee]ds?\b\.?\s*[)）]?\s*[,，.]?\s+(?P<title>[^,，].+)")
JOINED = re.compile(r"^(?:and|&|＆)\s|\s(?:and|&|＆)\s")
COUNTED = re.compile(r"(?P<name>.+?)\s+(?P<volume>\d{1,4})")
NUMBERED = re.compile(r"(?P<name>.+?)\s+(?P<part>(?:Vol|No)\b.+|\d+\s*[(:/].+)")
NO_NAME = re.compile(r"[“”:;。！？]|\b(?:is|are|was|were|has|have|that)\b")
SERIES = re.compile(r"\b(?:Papers?|Briefs?|Series|Memo(?:randum)?)$")
LONGEST_NAME = 120
LONGEST_HEAD = 12


def read_english(stretch: str) -> Item | None:
    """Return the work that a stretch of an English note cites, None where it cites none."""
    draft = Draft()
    text = without_lead(take_address(stretch, draft)).strip(" ，,。")
    title = quoted(text, "“\"")
    if title is None:
        return read_unquoted(text, draft)
    head, tail = text[: title[0]].strip(" ,，:："), text[title[1] :]
    if GOING_ON.match(tail) or not _read_head(head, draft):
        return None
    draft.put(title=text[title[0] + 1 : title[1] - 1].strip(" ,，").removesuffix("."))
    _read_tail(opened(cut(tail.strip(" .，,"), COMMA)), draft)
    alone = draft.has("author") and not tail.strip(" .")
    return draft.item("en") if draft.rests_on_evidence or alone else None


def _read_head(head: str, draft: Draft) -> bool:
    """Read names or a symbol before the title; False where there is a sentence. A few words may stay unread."""
    if not head or draft.read_symbol(head):
        return True
    bare = EDITORS.sub("", head)
    names = latin_names(bare)
    draft.put(**{"editor" if bare != head else "author": names})
    return bool(names) or len(head.split()) <= LONGEST_HEAD and not re.search(r"[.!?]\s", head) and head[0].isupper()


def _read_tail(stretches: list[str], draft: Draft) -> None:
    """Read what stands behind the title."""
    if stretches and IN.match(stretches[0]):
        stretches = _read_host(stretches, draft)
    unread = read_imprint(stretches, draft)
    if not unread or draft.has("container-title") or draft.fields.get("type") in ("thesis", "paper-conference"):
        return
    name = _container(unread, draft)
    if draft.has("number") and not is_body(name):
        return
    draft.put(**{"publisher" if _is_report(name, draft) else "container_title": name})
    _number_series(draft)


def _read_host(stretches: list[str], draft: Draft) -> list[str]:
    """Read `in A and B (eds.), Book`; return the stretches of the imprint behind it."""
    end = next((at for at, stretch in enumerate(stretches) if part_of(stretch) is not None), len(stretches))
    placed = [at for at in range(1, end) if is_imprint(stretches, at)]
    end = placed[-1] if placed else end
    host = IN.sub("", ", ".join(stretches[:end]), count=1)
    edited = TEAM.fullmatch(host) or EDITED_BY.fullmatch(host) or EDITED.fullmatch(host)
    names = latin_names(edited["who"]) if edited else []
    draft.put(editor=names, container_title=edited["title"] if names else host)
    draft.inside = bool(names or placed)
    return stretches[end:]


def _container(unread: list[tuple[int, str]], draft: Draft) -> str:
    """Return the name of periodical, site or body: the first stretch not understood, with those that go it on."""
    at, name = unread[0]
    for position, stretch in unread[1:]:
        if position != at + 1 or not JOINED.search(stretch) or not is_body(f"{name} {stretch}".replace(",", "")):
            break
        name, at = f"{name}, {stretch}", position
    name = _without_number(_without_date(name, draft), draft)
    sound = len(name) <= LONGEST_NAME and not NO_NAME.search(name) and re.match(r"[^\W_a-z]", name)
    return name if sound else ""


def _without_date(name: str, draft: Draft) -> str:
    """Take off a date that follows a name without a comma."""
    dated = date_in(name)
    if not dated or dated[1] <= 3 or dated[2] != len(name.rstrip(" )")):
        return name
    draft.put(issued=dated[0])
    return name[: dated[1]].rstrip(" (,")


def _without_number(name: str, draft: Draft) -> str:
    """Take off volume and issue that follow a name without a comma: `Review Vol. 3`, `Review 3 (4)`."""
    counted, numbered = COUNTED.fullmatch(name), NUMBERED.fullmatch(name)
    if counted and draft.has("issue") and not draft.has("volume"):
        draft.put(volume=counted["volume"])
        return counted["name"]
    return numbered["name"] if numbered and draft.read_part(numbered["part"]) else name


def _is_report(name: str, draft: Draft) -> bool:
    """Tell whether a body published a work with pages of its own on the net, which makes it a report."""
    if draft.has("volume", "issue", "publisher") or not (draft.has("URL") and draft.has("cited")):
        return False
    if not is_body(name) or NEWSPAPER.search(name):
        return False
    draft.put(type="report")
    return True


def _number_series(draft: Draft) -> None:
    """Turn `X Working Paper, No. 12` from a periodical's issue into a report's number."""
    fields = draft.fields
    if SERIES.search(fields.get("container-title", "")) and draft.has("issue") and not draft.has("volume"):
        draft.put(type="report", genre=fields.pop("container-title"), number=fields.pop("issue"))
