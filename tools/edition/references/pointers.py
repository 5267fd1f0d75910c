"""Pointers: 同上, Ibid., 前引书 and op. cit., which name no work themselves."""

import re

from edition.references.latin import latin_names
from edition.references.leads import without_lead
from edition.references.model import Item
from edition.references.names import chinese_names, has_han
from edition.references.parts import part_of

SAME = re.compile(
    r"(?:同上(?:书|文|注|引|刊)?|同前(?:注|引)?|[Ii]bid\.?|[Ii]bidem)\s*(?:[,，]\s*(?P<rest>.+?))?\s*[。.]?", re.DOTALL
)
BACK = re.compile(
    r"""(?P<who>[^，,；。《》“”]{1,40}?)\s*[，,：]\s*
    (?:(?:前引|前揭|上引|同前)(?:注?\s*[〔\[（(]?\d*[〕\])）]?)?\s*(?:[，,]?\s*(?:书|文|著作|论文))?
    |op\.?[ ]?cit\.?|loc\.?[ ]?cit\.?)\s*(?:[，,]\s*(?P<rest>.{1,30}?))?[。.]?""",
    re.VERBOSE,
)


def read_pointer(stretch: str) -> Item | None:
    """Return what a pointer itself says, an author and a locator at most; None where the stretch is none.

    The item has no type: that is the work's, to which it has to be bound.
    """
    same, back = SAME.fullmatch(stretch.strip()), BACK.fullmatch(without_lead(stretch))
    match = same or back
    if not match:
        return None
    who = back["who"] if back and not same else ""
    names = (chinese_names(who) if has_han(who) else latin_names(who)) if who else []
    cited = (part_of(match["rest"]) or {}).get("cited") if match["rest"] else ""
    said = {"author": names, "locator": cited, "label": cited and "page"}
    return {name: value for name, value in said.items() if value}
