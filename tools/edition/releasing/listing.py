"""The list of releases on a page of the editors."""

from collections.abc import Sequence

from edition.releasing.manifest import Kind
from edition.releasing.versions import Release, address_of_release

RELEASES = "<!-- releases -->"
"""Stands on a page of `docs/` where the releases are to be listed."""

_COLUMNS = {Kind.PARAGRAPH: "段落", Kind.NOTE: "注", Kind.TERM: "词条"}
_NONE = "尚未成版。*No release yet.*\n"


def with_releases(text: str, releases: Sequence[Release], address: str) -> str:
    """Return a page with the releases where it asks for them; each leads to its copy where the site has an `address`."""
    return text.replace(RELEASES, _table(releases, address)) if RELEASES in text else text


def _table(releases: Sequence[Release], address: str) -> str:
    if not releases:
        return _NONE
    rows = [["版本", "日期", *_COLUMNS.values(), "全部地址"], ["---"] * (3 + len(_COLUMNS))]
    rows += [[_called(release, address), release.date, *_numbers(release)] for release in reversed(releases)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _called(release: Release, address: str) -> str:
    return f"[{release.version}]({address}{address_of_release(release.version)})" if address else release.version


def _numbers(release: Release) -> list[str]:
    kinds = [each.kind for each in release.manifest.values()]
    return [str(number) for number in (*(kinds.count(kind) for kind in _COLUMNS), len(kinds))]
