"""What kind of source a type is for the note style, and when a note gives an address."""

from edition.citing.item import Item
from edition.citing.locators import Locator, read_locator

KINDS = {
    **dict.fromkeys(("article-journal", "article-magazine", "review", "review-book"), "article"),
    "article-newspaper": "newspaper",
    **dict.fromkeys(("chapter", "entry-dictionary", "entry-encyclopedia"), "part"),
    "paper-conference": "conference",
    "thesis": "thesis",
    **dict.fromkeys(("collection", "manuscript", "personal_communication"), "document"),
    **dict.fromkeys(("article", "bill", "document", "hearing", "legal_case", "legislation", "patent", "regulation",
                     "report", "speech", "standard", "treaty"), "report"),
    **dict.fromkeys(("dataset", "post", "post-weblog", "webpage"), "page"),
}
ON_THE_WEB = ("dataset", "post", "post-weblog", "software", "webpage")
OTHER_PLACES = ("page", "issue", "volume", "number", "publisher", "archive")


def kind_of(item: Item) -> str:
    """Return the kind of source; "book" for what has no other."""
    return KINDS.get(item.type, "book")


def own_address(item: Item) -> str:
    """Return the address that a note has to give: of what is on the web, or has no other place."""
    needed = item.type in ON_THE_WEB or not any(item[variable] for variable in OTHER_PLACES)
    lasting = f"https://doi.org/{item['DOI']}" if item["DOI"] else ""
    return (item["URL"] or lasting) if needed else ""


def cited_place(item: Item, locator: Locator) -> Locator:
    """Return the place that is cited, else the work's own pages."""
    return locator or read_locator(item["page"])
