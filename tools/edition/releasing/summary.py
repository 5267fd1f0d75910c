"""What changed for readers between two manifests, as Markdown in Chinese and English."""

from collections.abc import Iterable, Sequence

from edition.releasing.comparing import Change, Fate, changes_by_kind
from edition.releasing.manifest import Kind

KINDS = {
    Kind.PAGE: ("页面", "Pages"), Kind.PAPER: ("论文", "Papers"), Kind.SECTION: ("小节", "Sections"),
    Kind.PARAGRAPH: ("段落", "Paragraphs"), Kind.PRINTED_PAGE: ("原刊页", "Printed pages"), Kind.NOTE: ("注", "Notes"),
    Kind.MARK: ("注码", "Note marks"), Kind.ANNOTATION: ("编者注", "Annotations"), Kind.TERM: ("术语", "Terms"),
    Kind.THEME: ("专题", "Themes"),
    Kind.WORK: ("著作", "Works"), Kind.RELEASE: ("版本", "Releases"), Kind.REDIRECT: ("旧地址", "Former addresses"),
}
FATES = {
    Fate.ADDED: ("新增", "added"), Fate.CHANGED: ("改动", "changed"), Fate.REDIRECTED: ("转向", "redirected"),
    Fate.REMOVED: ("消失", "removed"), Fate.OTHER: ("改指他物", "naming another"),
}
BAD = (Fate.REMOVED, Fate.OTHER)
LONGEST_LIST = 40
"""Addresses that are listed one by one; of more the rest is counted."""

NOTHING = "对读者没有改动。 Nothing changes for readers.\n"
_TITLE = "## 对读者的改动 / What changes for readers\n"
_WARNING = ("> **有 {count} 个地址消失或改指他物**，成版前须在 `docs/redirects.yml` 中说明去处。 "
            "*{count} addresses are gone or name another thing; say in `docs/redirects.yml` where they lead.*\n")


def summarise(changes: Sequence[Change]) -> str:
    """Return the summary: a table of numbers, then a list of each kind."""
    grouped = [(_shown(kind), found) for kind, found in changes_by_kind(list(changes))]
    if not grouped:
        return f"{_TITLE}\n{NOTHING}"
    bad = sum(change.fate in BAD for change in changes)
    merged: dict[Kind, list[Change]] = {}
    for kind, found in grouped:
        merged.setdefault(kind, []).extend(found)
    parts = [_TITLE, _WARNING.format(count=bad) if bad else "", _table(merged), *map(_section, merged, merged.values())]
    return "\n".join(part for part in parts if part)


def _shown(kind: Kind) -> Kind:
    """Return the kind under which readers know an address."""
    return Kind.PAPER if kind is Kind.TEXTLESS else kind


def _table(merged: dict[Kind, list[Change]]) -> str:
    head = ["", *(f"{zh} {en}" for zh, en in FATES.values())]
    rows = [[_called(kind), *(str(_count(found, fate) or "") for fate in FATES)] for kind, found in merged.items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---", *["---:"] * len(FATES)], *rows))


def _called(kind: Kind) -> str:
    zh, en = KINDS[kind]
    return f"{zh} {en}"


def _count(found: Iterable[Change], fate: Fate) -> int:
    return sum(change.fate is fate for change in found)


def _section(kind: Kind, found: list[Change]) -> str:
    lines = [f"- {FATES[change.fate][0]} {_line(change)}" for change in found[:LONGEST_LIST]]
    more = len(found) - LONGEST_LIST
    rest = [f"- ……另有 {more} 个 / and {more} more"] if more > 0 else []
    return f"### {_called(kind)}\n\n" + "\n".join([*lines, *rest]) + "\n"


def _line(change: Change) -> str:
    address = change.address
    before, after = (each.name if each else "" for each in (change.before, change.after))
    name = f"{before} → {after}" if before and after and before != after and change.fate is not Fate.REDIRECTED else address.name
    said = f"`{address.where or '/'}`" + (f" {_plain(name)}" if name else "")
    return f"{said} → `{change.to}`" if change.to else said


def _plain(name: str) -> str:
    """Return a name so that Markdown shows it as it is."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>|#&~" else character for character in name)
