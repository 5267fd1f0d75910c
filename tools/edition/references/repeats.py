"""Repeats: pointers and short forms, bound to the citation that named the work first, inside one article."""

from dataclasses import replace

from edition.references.likeness import agree, begins, creators, fold, is_short, slips
from edition.references.model import Citation, Item, Place, Reference

Entry = tuple[Place, Item]
"""A work's first citation: where it stands and what it says."""


def bind_repeats(references: list[Reference]) -> list[Reference]:
    """Return the references with each repeat bound to the first citation of its work and typed after it.

    A pointer or an English short form that can't be bound is left out: nothing sure is known of what it cites.
    """
    binder = _Binder()
    return [replace(reference, citations=binder.bind(index, reference)) for index, reference in enumerate(references)]


class _Binder:
    """Remembers, note by note, the works cited, the volumes whose imprint was given, and the work cited last."""

    def __init__(self) -> None:
        self.known: dict[str, list[Entry]] = {}
        self.hosts: dict[tuple[str, str], Place] = {}
        self.last: Entry | None = None

    def bind(self, index: int, reference: Reference) -> tuple[Citation, ...]:
        """Return the citations of the next note, bound."""
        bound: list[Citation] = []
        for citation in reference.citations:
            entry = self._meant(citation.item)
            if entry:
                bound.append(_after(citation, entry))
                self.last = entry
            elif _stands_alone(citation.item):
                bound.append(self._first((index, len(bound)), citation))
        if not bound:
            self.last = None
        return tuple(bound)

    def _first(self, place: Place, citation: Citation) -> Citation:
        """Remember a work that is cited for the first time."""
        citation = self._hosted(place, citation)
        self.last = (place, citation.item)
        if citation.item.get("title"):
            self.known.setdefault(fold(citation.item["title"]), []).append(self.last)
        return citation

    def _hosted(self, place: Place, citation: Citation) -> Citation:
        """Bind a work to the volume it stands in, where an earlier citation gives that volume's imprint."""
        item = citation.item
        volume = item.get("title" if item["type"] == "book" else "container-title", "")
        key = fold(volume), item.get("volume", "")
        if item.get("publisher"):
            self.hosts.setdefault(key, place)
        elif item.get("container-title") and not item.get("issued") and key in self.hosts:
            return replace(citation, item=item | {"type": "chapter"}, host=self.hosts[key])
        return citation

    def _meant(self, item: Item) -> Entry | None:
        """Return the earlier work that an item means: the last one, its author's only one, the one with its title."""
        if item.get("type"):
            return self._titled(item)
        if not item.get("author"):
            return self.last
        return _only([entry for entries in self.known.values() for entry in entries if creators(entry[1])], item)

    def _titled(self, item: Item) -> Entry | None:
        """Return the earlier work with an item's title, which a short form may cut short or misspell."""
        title = fold(item.get("title", ""))
        found = self.known.get(title, []) if title else []
        if title and not found and is_short(item):
            alike = [other for other in self.known if begins(title, other)]
            alike = alike or [other for other in self.known if slips(title, other)]
            found = [entry for other in alike for entry in self.known[other]]
        return _only(found, item)


def _only(entries: list[Entry], item: Item) -> Entry | None:
    """Return the one entry that an item agrees with; None where there is none, or more than one to choose from."""
    fitting = [entry for entry in entries if agree(item, entry[1])]
    return fitting[0] if len(fitting) == 1 else None


def _stands_alone(item: Item) -> bool:
    return bool(item.get("type")) and (item.get("language") == "zh" or not is_short(item))


def _after(citation: Citation, entry: Entry) -> Citation:
    """Return a repeat with the type of the work it repeats, where it does not show its own."""
    place, work = entry
    item = citation.item
    kind = item["type"] if item.get("type") and not is_short(item) else work["type"]
    families = {name.get("family") for name in work.get("author", [])}
    said = {"type": kind} | {name: value for name, value in item.items() if name != "type"}
    if "author" in said:
        said["author"] = [
            {"family": name["literal"]} if name.get("literal") in families else name for name in said["author"]
        ]
    return replace(citation, item=said, first=place)
