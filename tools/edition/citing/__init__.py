"""Citing: CSL-JSON items to references, in Chinese and in international styles, and for other programs.

Pure: values in, strings out. The standards: GB/T 7714—2025 and —2015; the notes of 世界经济与政治; CSL 1.0.2 for the items.
"""

from edition.citing.item import Item, read_item
from edition.citing.locators import Locator, read_locator
from edition.citing.styles import DEFAULT, STYLES, export_items, format_lines, format_reference, parse_item

__all__ = [
    "DEFAULT", "STYLES", "Item", "Locator", "export_items", "format_lines", "format_reference", "parse_item",
    "read_item", "read_locator",
]
