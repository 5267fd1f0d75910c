"""What was an address and is none any more, sorted by what a site must do about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edition.releasing.comparing import resolve
from edition.releasing.manifest import Kind, Manifest

Places = Mapping[str, Sequence[tuple[str, str]]]
"""By page what was on it, each with what took its place."""


@dataclass(frozen=True)
class Moves:
    """`pages` lead from the address of a page that is no more to another; `parts` are the fragments that it had, each with
    the address where that is now. `planted` are former fragments with those in front of which they are to stand, by the
    page of both; `away` are fragments of a page that is still there, each with an address on another page.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    parts: Places = field(default_factory=dict)
    planted: Places = field(default_factory=dict)
    away: Places = field(default_factory=dict)


def moves_of(manifest: Manifest, released: Iterable[Manifest] = ()) -> Moves:
    """Return the moves that a manifest tells of; `released` are those of the releases, which know what was on a page."""
    ends = {each.where: end for each in manifest.values()
            if each.kind is Kind.REDIRECT and (end := resolve(each.where, manifest))}
    pages = {where: end for where, end in ends.items() if "#" not in where}
    former = {where for known in (manifest, *released) for where in known if where.partition("#")[0] in pages and "#" in where}
    parts = {where: end for where in sorted(former) if (end := resolve(where, manifest))}
    planted, away = {}, {}
    for where, end in ends.items():
        page, _, fragment = where.partition("#")
        to, _, there = end.partition("#")
        if fragment and pages.get(page, page).partition("#")[0] == to:
            planted.setdefault(to, []).append((fragment, there))
        elif fragment and page not in pages:
            away.setdefault(page, []).append((fragment, end))
    return Moves(pages, _by_page(parts), planted, away)


def _by_page(parts: Mapping[str, str]) -> Places:
    found: dict[str, list[tuple[str, str]]] = {}
    for where, end in parts.items():
        page, _, fragment = where.partition("#")
        found.setdefault(page, []).append((fragment, end))
    return found
