"""Drafts: the fields of one work as its parts are read; the type is decided last, from what there is."""

import re
from typing import Any

from edition.references.dates import DASH, precision
from edition.references.model import Item
from edition.references.parts import part_of
from edition.references.vocabulary import BODIES_EN, PAPERS_EN, PAPERS_ZH, REPORT, REVIEWS_EN, SITES_ZH, SPEECH

ORDER = (
    "type", "language", "author", "title", "container-author", "editor", "container-title", "translator", "edition",
    "genre", "event-title", "number", "publisher-place", "publisher", "issued", "volume", "issue", "page", "locator",
    "label", "DOI", "URL", "accessed",
)  # fmt: skip
ARTICLES = ("article-journal", "article-magazine")
OWN_SPAN = 8
"""From this many pages on, a span is taken for the article's own; a shorter one for the pages that the note means."""
NEWSPAPER = re.compile(f"{PAPERS_ZH}|{PAPERS_EN}")
RESOLUTION = re.compile(r"/RES/|\bRes|决议|\bLaw\b")
FOREIGN = re.compile(r"[À-ÖØ-öø-ÿĀ-ž]|\b(?:der|die|das|und|für|les|des|et|une|dans|los|las|del|della)\b")
KANA = re.compile("[\u3041-\u30ff]")


class Draft:
    """The fields of a work; the first that is given stands.

    `inside` tells that the container is a volume of several works, `marked` that its title stands in title marks.
    """

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.inside = False
        self.marked = False

    def put(self, **fields: Any) -> None:
        """Take the fields that have a value and are not there yet; `_` in a name stands for `-`."""
        for name, value in fields.items():
            if value:
                self.fields.setdefault(name.replace("_", "-"), value)

    def has(self, *names: str) -> bool:
        """Tell whether any of some fields is there."""
        return any(name in self.fields for name in names)

    def read_part(self, stretch: str) -> bool:
        """Take the fields of a part of an imprint; tell whether the stretch was one."""
        fields = part_of(stretch)
        self.put(**fields or {})
        return fields is not None

    def read_symbol(self, text: str) -> bool:
        """Take a document's symbol that stands alone; tell whether the text was one."""
        fields = part_of(text) or {}
        if "number" in fields:
            self.put(**fields)
        return "number" in fields

    @property
    def rests_on_evidence(self) -> bool:
        """Tell whether anything beyond names and a title says that this is a reference."""
        return self.has("issued", "cited", "publisher", "URL", "container-title", "number", "issue", "volume", "sheet")

    def item(self, language: str) -> Item:
        """Return the item of a note in a language, typed, with pages where they belong."""
        fields = self.fields
        fields["type"] = self._type()
        fields["language"] = _language(str(fields.get("title", "")), language)
        self._settle()
        return {name: fields[name] for name in ORDER if fields.get(name)}

    def _type(self) -> str:
        """Return what the fields make the work; each rule relies on those above it."""
        fields, container = self.fields, str(self.fields.get("container-title", ""))
        if "type" in fields:
            return fields["type"]
        if self.inside:
            return "chapter"
        if self.has("number"):
            return "legislation" if RESOLUTION.search(fields["number"]) else "report"
        if container and self.has("issue", "volume", "months") and not self.has("publisher"):
            return "article-journal"
        if container and NEWSPAPER.search(container):
            return "article-newspaper"
        if self.has("publisher"):
            return "chapter" if container else "book"
        if re.fullmatch(REVIEWS_EN, container):
            return "article-magazine"
        return self._loose(container)

    def _loose(self, container: str) -> str:
        """Return what a work without volume, issue and publisher is."""
        title = f"{self.fields.get('title', '')}{self.fields.get('genre', '')}"
        if self.has("URL"):
            return "report" if self.has("cited") or re.search(REPORT, title) else "webpage"
        if container:
            return self._dated(container)
        if re.search(REPORT, title):
            return "report"
        if re.search(SPEECH, title):
            return "speech"
        return "book" if self.has("cited") else "document"

    def _dated(self, container: str) -> str:
        """Return what a work in a container without an address is: papers date to the day, as bodies and sites do."""
        if not self.marked and re.search(f"{SITES_ZH}|{BODIES_EN}", container):
            return "document"
        daily = precision(self.fields.get("issued")) == 3 or self.has("sheet")
        return "article-newspaper" if daily else "article-journal"

    def _settle(self) -> None:
        """Give the fields that waited for the type their names."""
        fields = self.fields
        cited, sheet, months = (fields.pop(name, "") for name in ("cited", "sheet", "months"))
        if fields["type"] == "article-newspaper":
            self.put(page=sheet or cited)
        elif fields["type"] in ARTICLES and _length(cited) >= OWN_SPAN:
            self.put(page=cited)
        elif cited:
            self.put(locator=cited, label="page")
        if fields["type"] == "book":
            self.put(edition=sheet)
        if fields["type"] in ARTICLES:
            self.put(issue=months)
            fields["volume"] = fields.get("volume") if fields.get("volume") not in tuple("上中下") else ""


def _length(pages: str) -> int:
    span = re.fullmatch(rf"(\d{{1,6}})\s*{DASH}{{1,2}}\s*(\d{{1,6}})", pages)
    return int(span[2]) - int(span[1]) + 1 if span else 0


def _language(title: str, family: str) -> str:
    if KANA.search(title):
        return "ja"
    return "" if family == "en" and FOREIGN.search(title) else family
