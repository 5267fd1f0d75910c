"""The notes of Chinese journals of international relations, after 世界经济与政治: for Chinese and Western works."""

from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.note import chinese, western

__all__ = ["reference"]


def reference(item: Item, locator: Locator) -> str:
    """Return the note that cites a work for the first time, with the place in it that is meant."""
    style = chinese if item.is_east_asian else western
    return style.reference(item, locator)
