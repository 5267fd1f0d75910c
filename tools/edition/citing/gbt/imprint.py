"""Imprint, dates, pages and the way to the text (GB/T 7714, 8.4 to 8.7)."""

from edition.citing.gbt.rules import LEGAL, PAGES, Rules
from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.punctuation import join, span, wrap

ELECTRONIC = (
    "article", "broadcast", "dataset", "figure", "graphic", "motion_picture", "regulation", "song", "speech", *PAGES)
"""What has a date of publication on the web in round brackets, where it has an address."""
WITH_DAY = ("article-newspaper", "collection", "patent", "personal_communication", "report", *LEGAL)


def pages(item: Item, locator: Locator, rules: Rules) -> str:
    """Return the pages that are cited, else the pages of the work."""
    return span(locator.value or item["page"], "-", rules.comma)


def date(item: Item, rules: Rules) -> str:
    """Return the date of issue as its type has it; where only the day of access is known, its year in brackets."""
    issued = item.issued
    if item.type in ELECTRONIC and item["URL"]:
        return wrap(issued.iso() if issued else "", rules.opening, rules.closing)
    if issued:
        return issued.iso() if _has_day(item) else issued.years(rules.dash)
    if item.type == "article-journal" and "available-date" in item.dates and not (item["volume"] or item["issue"]):
        return item.dates["available-date"].iso()
    return f"[{item.accessed.year}]" if item.accessed and item.accessed.year and item.type not in ELECTRONIC else ""


def _has_day(item: Item) -> bool:
    if item.type in ("article-journal", "article-magazine", "review", "review-book"):
        return not (item["volume"] or item["issue"])
    return item.type in WITH_DAY or bool(item["archive"])


def place_and_publisher(item: Item, rules: Rules) -> str:
    """Return place and publisher, else place and name of the archive."""
    if item["publisher"] or item["publisher-place"]:
        return join(rules.colon, (item["publisher-place"], item["publisher"]))
    return join(rules.colon, (item["archive-place"], item["archive"]))


def imprint(item: Item, locator: Locator, rules: Rules) -> str:
    """Return place：publisher，date：pages."""
    dated = join(rules.comma, (place_and_publisher(item, rules), date(item, rules)))
    return join(rules.colon, (dated, pages(item, locator, rules))) + accessed(item, rules)


def electronic_imprint(item: Item, locator: Locator, rules: Rules) -> str:
    """Return what a work on the web has: publisher（date）[date of access]; a web page has no publisher."""
    publisher = "" if item.type in PAGES else place_and_publisher(item, rules)
    day = date(item, rules)
    dated = publisher + day if day.startswith(rules.opening) else join(rules.comma, (publisher, day))
    return join(rules.colon, (dated, pages(item, locator, rules))) + accessed(item, rules)


def accessed(item: Item, rules: Rules) -> str:
    """Return [date of access], where the edition of the standard asks for it."""
    wanted = item.type in ELECTRONIC or rules.always_accessed
    return f"[{item.accessed.iso()}]" if item.accessed and item.is_online and wanted else ""


def access(item: Item) -> str:
    """Return the address and the lasting identifiers that the address does not hold already (8.7)."""
    address = item["URL"]
    lasting = (f"{label}:{item[label]}" for label in ("DOI", "CSTR")
               if item[label] and item[label].lower() not in address.lower())
    return join(". ", (address, *lasting))
