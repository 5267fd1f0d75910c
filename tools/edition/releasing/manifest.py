"""A manifest: every address of the edition, with what stands there; a table that people can read and diff.

A header line, then one line for each address, divided by tabs: `address` from the site's root (`papers/wei-tianxia/#p12`),
`kind` (one of `Kind`), `name` as readers know it (of a redirect the address that it leads to), `digest` of what stands
there, and for what may not be shown here a `sketch`, as in `anchors.tsv`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b

from edition.editing.fingerprints import Fingerprint
from edition.problems import Problem, Refused

COLUMNS = ("address", "kind", "name", "digest", "sketch")
LONGEST_NAME = 24
"""Characters of a name: enough to know a work or heading by, and no passage of it."""


class Kind(StrEnum):
    """What an address leads to; the order is that of summaries."""

    PAGE = "page"
    PAPER = "paper"
    TEXTLESS = "paper-without-text"  # its source was not at hand, so that of its addresses only those on record are known
    SECTION = "section"
    PARAGRAPH = "paragraph"
    PRINTED_PAGE = "printed-page"
    NOTE = "note"
    MARK = "mark"
    ANNOTATION = "annotation"
    TERM = "term"
    THEME = "theme"
    WORK = "work"
    RELEASE = "release"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what it leads to; what isn't known of it is empty."""

    where: str
    kind: Kind
    name: str = ""
    digest: str = ""
    sketch: frozenset[str] = frozenset()

    @property
    def page(self) -> str:
        """The address without its fragment."""
        return self.where.partition("#")[0]

    @property
    def fragment(self) -> str:
        return self.where.partition("#")[2]

    @property
    def print(self) -> Fingerprint:
        return Fingerprint(self.digest, self.sketch)


_KINDS = frozenset(kind.value for kind in Kind)

Manifest = Mapping[str, Address]
"""Addresses by where they are."""


def digest_of(text: str) -> str:
    """Return 8 hexadecimal digits that tell whether a text of the editors is the same."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def name_of(text: str) -> str:
    """Return a text as a name: on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"


def manifest_of(addresses: Iterable[Address]) -> Manifest:
    """Return the addresses in their order; of two at one place the first counts."""
    found: dict[str, Address] = {}
    for address in addresses:
        found.setdefault(address.where, address)
    return found


def format_manifest(manifest: Manifest) -> str:
    """Return a manifest as text, in its order."""
    rows = ((each.where, each.kind, each.name, each.digest, " ".join(sorted(each.sketch))) for each in manifest.values())
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


@lru_cache(maxsize=4)  # several rules ask for the last one
def parse_manifest(text: str, path: str = "manifest") -> Manifest:
    """Return the manifest of a text. Raises Refused (REL001) with each line that has another form."""
    lines = text.removesuffix("\n").split("\n")
    problems = [_unread(path, 1, lines[0])] if tuple(lines[0].split("\t")) != COLUMNS else []
    rows = [(number, line.split("\t")) for number, line in enumerate(lines[1:], 2)]
    problems += [_unread(path, number, "\t".join(row)) for number, row in rows if not _is_whole(row)]
    if problems:
        raise Refused(*problems)
    return manifest_of(Address(row[0], Kind(row[1]), row[2], row[3], frozenset(row[4].split())) for _, row in rows)


def _is_whole(row: list[str]) -> bool:
    return len(row) == len(COLUMNS) and row[1] in _KINDS


def _unread(path: str, line: int, found: str) -> Problem:
    return Problem(path, line, "REL001", f"{found[:40]!r}", "five columns divided by tabs: " + " ".join(COLUMNS),
                   "Take the file from the release's tag; a manifest is written once, by `edition release`.")
