"""GB/T 7714 “Rules for bibliographic references and citations”, numeric style, editions 2015 and 2025."""

from edition.citing.gbt.imprint import access
from edition.citing.gbt.layouts import layout_of
from edition.citing.gbt.people import authors
from edition.citing.gbt.rules import GBT2015, GBT2025, Rules
from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.punctuation import end, join

__all__ = ["GBT2015", "GBT2025", "Rules", "reference"]


def reference(item: Item, locator: Locator, rules: Rules) -> str:
    """Return the reference of a work, without its number; `locator` takes the place of the work's pages."""
    nameless = item.type == "standard" and rules.bare_standard
    parts = ("" if nameless else authors(item, rules), *layout_of(item)(item, locator, rules), access(item))
    return end(join(". ", parts), ".")
