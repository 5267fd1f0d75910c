"""The title with volume and number, and the codes for type and carrier (GB/T 7714, 8.2 and annex A)."""

from edition.citing.gbt.rules import PERIODICALS, Rules
from edition.citing.item import Item
from edition.citing.numbers import is_counted, ordinal
from edition.citing.punctuation import join

NO_VOLUME_IN_TITLE = (*PERIODICALS, "article", "article-newspaper")
PARTS = ("chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference")
NO_NUMBER_IN_TITLE = ("article", "article-journal", "article-magazine", "review", "review-book")
ARCHIVAL = ("collection", "manuscript", "personal_communication")
EM_SPACE = "\u2003"


def title(item: Item, rules: Rules) -> str:
    """Return title, volume and number, then the codes in square brackets."""
    own = item["title"]
    if item.type == "standard" and rules.bare_standard:
        return join(EM_SPACE, (item["number"], own)) + codes(item, rules)
    is_part = item["container-title"] or item.type in PARTS
    parts = (own, "" if is_part else volume(item), "" if item.type in NO_NUMBER_IN_TITLE else _number(item))
    named = join(rules.colon, parts)
    return join(". ", (named, item["scale"] if item.type == "map" else "")) + codes(item, rules)


def volume(item: Item) -> str:
    """Return the volume of a book with its unit (第1卷, v.1) and its own title."""
    if item.type in NO_VOLUME_IN_TITLE:
        return ""
    number = item["volume"]
    if is_counted(number):
        number = f"第{number}卷" if item.is_east_asian else f"v.{number}"
    return join(EM_SPACE, (number, item["volume-title"] or item["part-title"]))


def edition(item: Item) -> str:
    """Return the edition or version; the first edition is not named (8.3)."""
    number = item["edition"]
    if not number:
        version = item["version"]
        return f"V{version}" if version[:1].isdigit() else version
    if not number.isdecimal():
        return f"第{number}版" if item.is_east_asian and is_counted(number) else number
    if int(number) == 1:
        return ""
    return f"{number} 版" if item.is_east_asian else f"{ordinal(int(number))} ed."


def codes(item: Item, rules: Rules) -> str:
    """Return [type/carrier]."""
    carrier = item["medium"] or ("OL" if item.is_online else "")
    return f"[{join('/', (type_code(item, rules), carrier))}]"


def type_code(item: Item, rules: Rules) -> str:
    """Return the code of a work's type; for the types without one, that of what its fields make it."""
    if item.type in rules.codes:
        return rules.codes[item.type]
    return "A" if item["archive"] else "EB" if item.is_online else "M" if item["publisher"] else "Z"


def _number(item: Item) -> str:
    """Return the number of a report, the application number of a patent, the shelf mark of a document."""
    if item.type == "patent" and item["call-number"]:
        return item["call-number"]
    archival = item["archive_location"] if item["archive"] or item.type in ARCHIVAL else ""
    return item["number"] or archival
