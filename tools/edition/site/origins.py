"""Which file of the repository a page of the site comes from."""

from collections.abc import Callable
from dataclasses import dataclass

_MADE = {
    "bibliography": "bib", "glossary": "docs/glossary", "papers": "docs/papers", "themes": "docs/themes",
    "pictures": "docs/data", "overview": "docs/themes", "search": "tools/edition/weaving",
}
"""The folder below build/docs of a page that the tools write → where what it lists is kept."""

_TOOLS = "tools/edition/weaving"


@dataclass(frozen=True)
class Origin:
    """A path in the repository: the file in which people wrote a page, or the folder with what a page was made from."""

    path: str
    written: bool


def origin_of(page: str, exists: Callable[[str], bool]) -> Origin:
    """Return the origin of a page at this path below build/docs; `exists` tells whether the repository has a file."""
    path = f"docs/{page}"
    return Origin(path, True) if exists(path) else Origin(_MADE.get(page.partition("/")[0], _TOOLS), False)
