"""Paragraph ids that never die: which paragraph each `p12` of a work names, remembered by fingerprint.

`anchors.tsv` has a line for each id ever given: id, digest, sketch, redirect. A paragraph that is split keeps its id on the
first part; of joined ones the first id stays and the others redirect to it; no id is given twice.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from edition.editing.fingerprints import Fingerprint, fingerprint
from edition.reading.model import Block, Work

HEADER = "id\tdigest\tsketch\tredirect"
ROW = re.compile(r"(p[1-9][0-9]*)\t([0-9a-f]*)\t([0-9a-f ]*)\t(p[1-9][0-9]*|)")
ALIKE = 0.5
"""The least share of a sketch that makes two paragraphs the same."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id with the fingerprint of its paragraph; `redirect` is the id that took its place, '' while it lives."""

    id: str
    fingerprint: Fingerprint
    redirect: str = ""

    @property
    def number(self) -> int:
        return int(self.id[1:])


def parse_anchors(text: str) -> tuple[Anchor, ...]:
    """Return the anchors of a file; a line without the form is left out, for the checks to report."""
    rows = (ROW.fullmatch(line) for line in text.split("\n"))
    return tuple(Anchor(row[1], Fingerprint(row[2], frozenset(row[3].split())), row[4]) for row in rows if row)


def format_anchors(anchors: Iterable[Anchor]) -> str:
    """Return the text of `anchors.tsv`, in order of the ids."""
    rows = [
        "\t".join((anchor.id, anchor.fingerprint.digest, " ".join(sorted(anchor.fingerprint.sketch)), anchor.redirect))
        for anchor in sorted(anchors, key=lambda anchor: anchor.number)
    ]
    return "\n".join([HEADER, *rows]) + "\n"


def redirects(anchors: Iterable[Anchor]) -> dict[str, str]:
    """Return for each id that has gone the living id that it leads to."""
    direct = {anchor.id: anchor.redirect for anchor in anchors if anchor.redirect}
    return {id: _end(id, direct) for id in direct}


def _end(id: str, direct: dict[str, str]) -> str:
    seen = {id}
    while (id := direct[id]) in direct and id not in seen:
        seen.add(id)
    return id


def name_paragraphs(work: Work, anchors: Sequence[Anchor]) -> tuple[Work, tuple[Anchor, ...]]:
    """Return the work with an id on each paragraph, and the anchors to remember; ids of before are kept.

    Matching is by fingerprint and, among equals, by order, so it does not depend on line numbers or rules.
    """
    paragraphs = list(work.of("paragraph"))
    prints = [fingerprint(block.text) for block in paragraphs]
    living = [anchor for anchor in anchors if not anchor.redirect]
    owners = _matched(living, prints)
    ids = _ids(owners, len(prints), anchors)
    kept = {anchor.id: _renewed(anchor, owners, ids, prints, living) for anchor in anchors}
    new = {id: Anchor(id, print) for id, print in zip(ids, prints)}
    return _named(work, paragraphs, ids), tuple((kept | new).values())


def _matched(living: Sequence[Anchor], prints: Sequence[Fingerprint]) -> dict[str, int]:
    """Return for each anchor the paragraph that it names now, or that has taken it in."""
    found = _identical(living, prints)
    unchanged = set(found.values())
    for anchor in living:
        if anchor.id not in found:
            alike = [anchor.fingerprint.shared(print) for print in prints]
            best = max(range(len(prints)), key=alike.__getitem__, default=None)
            if best is not None and alike[best] >= ALIKE:
                found[anchor.id] = _first_part(best, alike, unchanged)
    return found


def _first_part(best: int, alike: Sequence[float], unchanged: set[int]) -> int:
    """Return the first of neighbouring paragraphs that are alike: one that was split keeps its id there."""
    while best and alike[best - 1] >= ALIKE and best - 1 not in unchanged:
        best -= 1
    return best


def _identical(living: Sequence[Anchor], prints: Sequence[Fingerprint]) -> dict[str, int]:
    """Return the anchors whose paragraphs stand unchanged; equal paragraphs are told apart by their order."""
    places: dict[str, list[int]] = {}
    for index, print in enumerate(prints):
        places.setdefault(print.digest, []).append(index)
    return {
        anchor.id: places[anchor.fingerprint.digest].pop(0)
        for anchor in living
        if places.get(anchor.fingerprint.digest)
    }


def _ids(owners: dict[str, int], count: int, anchors: Sequence[Anchor]) -> list[str]:
    """Return an id for each paragraph: the first of those that name it, else the next number."""
    ids = [""] * count
    for id in sorted(owners, key=lambda id: int(id[1:])):
        ids[owners[id]] = ids[owners[id]] or id
    following = max((anchor.number for anchor in anchors), default=0) + 1
    for index, id in enumerate(ids):
        if not id:
            ids[index] = f"p{following}"
            following += 1
    return ids


def _renewed(
    anchor: Anchor, owners: dict[str, int], ids: Sequence[str], prints: Sequence[Fingerprint], living: Sequence[Anchor]
) -> Anchor:
    """Return an anchor as it is to be remembered: with the new fingerprint, or as a redirect."""
    if anchor.redirect:
        return anchor
    if anchor.id in owners:
        index = owners[anchor.id]
        return Anchor(anchor.id, prints[index]) if ids[index] == anchor.id else replace(anchor, redirect=ids[index])
    return replace(anchor, redirect=_neighbour(anchor, owners, ids, living))


def _neighbour(anchor: Anchor, owners: dict[str, int], ids: Sequence[str], living: Sequence[Anchor]) -> str:
    """Return the id of what now stands where a vanished paragraph stood: the one before it, else the first."""
    before = [other for other in living if other.number < anchor.number and other.id in owners]
    return ids[owners[before[-1].id]] if before else next(iter(ids), "")


def _named(work: Work, paragraphs: Sequence[Block], ids: Sequence[str]) -> Work:
    names = {id(block): name for block, name in zip(paragraphs, ids)}
    return replace(work, blocks=tuple(replace(block, id=names.get(id(block), block.id)) for block in work.blocks))
