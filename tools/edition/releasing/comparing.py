"""What became of the addresses between two manifests: what came, changed, went, moved, or names another thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from edition.editing.anchors import ALIKE
from edition.releasing.manifest import Address, Kind, Manifest

ALIKE_NAMES = 0.4
"""The least likeness (difflib's ratio) of two names that makes them those of one thing."""

_SKETCHED = frozenset({Kind.PARAGRAPH, Kind.NOTE, Kind.ANNOTATION, Kind.PRINTED_PAGE})
_NAMED = frozenset({Kind.SECTION, Kind.TERM, Kind.THEME, Kind.WORK})
_ONLY_IN_TEXTS = frozenset({Kind.NOTE, Kind.MARK, Kind.PRINTED_PAGE})
_ABSTRACT = "abstract"


class Fate(StrEnum):
    """What became of an address."""

    ADDED = "added"
    CHANGED = "changed"
    OTHER = "other"  # it now names another thing
    REDIRECTED = "redirected"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """An address that is not what it was; `to` is where a redirected one leads."""

    fate: Fate
    before: Address | None
    after: Address | None
    to: str = ""

    @property
    def address(self) -> Address:
        """The address as it was, or as it is where it is new."""
        return self.before or self.after  # type: ignore[return-value]  # one of the two is there


def compare(old: Manifest, new: Manifest) -> list[Change]:
    """Return the changes from one manifest to another: those of old addresses in their order, then the new ones.

    Of a paper whose text was not at hand for one of the two, what only a text can tell is left out.
    """
    unknown = _textless(old) | _textless(new)
    of_old = (_change(address, old, new) for address in old.values() if not _is_unknown(address, unknown))
    added = (Change(Fate.ADDED, None, address) for where, address in new.items()
             if where not in old and address.kind is not Kind.REDIRECT and not _is_unknown(address, unknown))
    return _without_implied([change for change in of_old if change] + list(added))


def _without_implied(changes: list[Change]) -> list[Change]:
    """Leave out sections that came, went or moved with their page."""
    pages = {change.address.where: change for change in changes if not change.address.fragment}
    return [change for change in changes if not _is_implied(change, pages.get(change.address.page))]


def _is_implied(change: Change, page: Change | None) -> bool:
    address = change.address
    return bool(page and address.fragment and address.kind is Kind.SECTION and change.fate is page.fate is not Fate.CHANGED
                and change.to == (page.to and f"{page.to}#{address.fragment}"))


def resolve(where: str, manifest: Manifest) -> str:
    """Return the address at which one ends, redirects of itself and of its page followed; "" where nothing is there."""
    seen: set[str] = set()
    while where not in seen:
        seen.add(where)
        found = manifest.get(where)
        if found and found.kind is not Kind.REDIRECT:
            return where
        where = found.name if found else _on_moved_page(where, manifest)
    return ""


def _on_moved_page(where: str, manifest: Manifest) -> str:
    """Return the same fragment on the page that the page of an address leads to."""
    page, _, fragment = where.partition("#")
    moved = manifest.get(page)
    return f"{moved.name.partition('#')[0]}#{fragment}" if fragment and moved and moved.kind is Kind.REDIRECT else where


def _change(before: Address, old: Manifest, new: Manifest) -> Change | None:
    after = new.get(before.where)
    if after and after.kind is not Kind.REDIRECT:
        return _altered(before, after)
    end = resolve(before.where, new)
    if not end:
        return Change(Fate.REMOVED, before, None)
    return Change(Fate.REDIRECTED, before, after, end) if before.kind is not Kind.REDIRECT else None


def _altered(before: Address, after: Address) -> Change | None:
    if before.kind is Kind.REDIRECT:
        return Change(Fate.OTHER, before, after)
    if not (before.digest and after.digest) or (before.digest, before.name) == (after.digest, after.name):
        return None
    return Change(Fate.CHANGED if is_alike(before, after) else Fate.OTHER, before, after)


def is_alike(before: Address, after: Address) -> bool:
    """Tell whether an address still names what it named."""
    if before.digest == after.digest:
        return True
    if before.kind in _SKETCHED:
        return before.print.shared(after.print) >= ALIKE
    alike = SequenceMatcher(None, before.name, after.name, autojunk=False).ratio()
    return before.kind not in _NAMED or alike >= ALIKE_NAMES


def _textless(manifest: Manifest) -> frozenset[str]:
    return frozenset(each.where for each in manifest.values() if each.kind is Kind.TEXTLESS)


def _is_unknown(address: Address, textless: frozenset[str]) -> bool:
    return address.page in textless and (address.kind in _ONLY_IN_TEXTS or address.fragment == _ABSTRACT)


def changes_by_kind(changes: list[Change]) -> Iterator[tuple[Kind, list[Change]]]:
    """Yield the changes of each kind of address that has some, in the order of kinds."""
    for kind in Kind:
        found = [change for change in changes if change.address.kind is kind]
        if found:
            yield kind, found
