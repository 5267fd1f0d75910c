"""The house style's English half with titles that lost their italics: `Author, Book, Place: Press, 2021, p.5.`"""

import re

from edition.references.dates import precision
from edition.references.draft import Draft
from edition.references.english_imprint import COMMA, EDITORS, is_by, is_imprint, opened, read_imprint
from edition.references.latin import BODY, Name, is_body, is_person, latin_names
from edition.references.model import Item
from edition.references.parts import part_of
from edition.references.scanning import cut
from edition.references.vocabulary import HOUSES

LAST_NAME = re.compile(r"\s(?:and|&|＆)\s|^and\s|et\.? al\.?$|\b[Ee]ds?\b")
HOUSE = re.compile(rf"\b(?:{HOUSES})$")
CAPITAL = re.compile(r"Washington,?\s+D\.?\s?C\.?")
"""The one place that stands without a publisher before a date and can't be taken for a title's end."""
LONGEST_TITLE = 300


def read_unquoted(text: str, draft: Draft) -> Item | None:
    """Return the work of a stretch without quotation marks: names, title, imprint; None where it cites none."""
    if draft.read_symbol(text):
        return draft.item("")
    stretches = opened(cut(text, COMMA))
    if len(stretches) == 1 and draft.has("URL") and BODY.search(text) and is_body(text):
        draft.put(author=latin_names(text))
        return draft.item("en")
    names, field, count = _leading_names(stretches)
    title = _read_title(stretches[count:], bool(names), draft)
    if not _is_title(title, draft):
        if title or not names or not draft.has("URL", "number"):
            return None
        title = ""
    draft.put(**{"title": title, field: names})
    return draft.item("en") if names or draft.has("publisher", "URL", "number") else None


def _read_title(stretches: list[str], named: bool, draft: Draft) -> str:
    """Read the imprint at the end of some stretches; return what stands before it."""
    ends = (at for at, stretch in enumerate(stretches) if part_of(stretch) is not None or is_by(stretch))
    end = next(ends, len(stretches))
    placed = [at for at in range(1 if named else 0, end) if is_imprint(stretches, at)]
    end = placed[-1] if placed and placed[-1] else end
    imprint = stretches[end:]
    if 1 < end < len(stretches) and HOUSE.search(stretches[end - 1]):
        end -= 1
        draft.put(publisher=stretches[end])
    if 1 < end and CAPITAL.fullmatch(stretches[end - 1]):
        end -= 1
        draft.put(publisher_place=stretches[end])
    read_imprint(imprint, draft)
    return ", ".join(stretches[:end])


def _is_title(title: str, draft: Draft) -> bool:
    """Tell whether words may be a title: something beyond a year has to support that."""
    if not title or len(title) > LONGEST_TITLE or not title[0].isupper():
        return False
    return draft.has("publisher", "URL", "number", "cited") or precision(draft.fields.get("issued")) > 1


def _leading_names(stretches: list[str]) -> tuple[list[Name], str, int]:
    """Return the names at the beginning, the field they belong to and how many stretches they take.

    The house style joins the last of several authors by `and`: without it only the first stretch is a name, since a
    title of two words looks like one too.
    """
    last = next((at for at, stretch in enumerate(stretches) if LAST_NAME.search(stretch)), 0)
    last += last + 1 < len(stretches) and not EDITORS.sub("", stretches[last + 1])
    count, field = 0, "author"
    for stretch in stretches[: min(last + 1, len(stretches) - 1)]:
        bare = EDITORS.sub("", stretch)
        if bare and not bare.endswith("et al.") and not all(map(is_person, _apart(bare))):
            break
        count += 1
        if bare != stretch:
            field = "editor"
            break
    if not count and len(stretches) > 1 and is_body(stretches[0]):
        return latin_names(stretches[0]), "author", 1
    return latin_names(EDITORS.sub("", ", ".join(stretches[:count]))) if count else [], field, count


def _apart(stretch: str) -> list[str]:
    return re.split(r"\s+(?:and|&)\s+", stretch.removeprefix("and "))
