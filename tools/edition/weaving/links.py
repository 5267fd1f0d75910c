"""Markdown links in what editors write, and the pages below `docs` to which they lead."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.weaving.intext.brackets import prose

_LINK = re.compile(
    r"(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([ \t]*|^ {0,3}\[[^\[\]\n]+\]:[ \t]*)<?(?P<target>[^\s<>()]+)", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_PAPER = re.compile(r"papers/(?P<slug>[^/]+)(?:/(?:index\.md)?)?")


@dataclass(frozen=True)
class Link:
    """A link inside the edition: the path below `docs` and the anchor that it leads to, and where it is written."""

    path: str
    anchor: str
    shown: str
    line: int
    column: int

    @property
    def folder(self) -> str:
        return self.path.partition("/")[0]

    @property
    def slug(self) -> str:
        """The paper's slug, or the name of the page without its ending."""
        paper = _PAPER.fullmatch(self.path)
        return paper["slug"] if paper else posixpath.basename(self.path).removesuffix(".md")

    @property
    def is_to_paper(self) -> bool:
        return bool(_PAPER.fullmatch(self.path)) and self.path != "papers/index.md"


def links_in(path: str, text: str, shown: str = "", first_line: int = 1) -> Iterator[Link]:
    """Yield the links of a text at this path below `docs` that lead into the edition; what stands in code is none."""
    bare = prose(text)
    for match in _LINK.finditer(bare):
        target, _, anchor = match["target"].partition("#")
        if not _ELSEWHERE.match(target):
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("?")[0])) if target else path
            at = match.start("target")
            line, column = bare.count("\n", 0, at), at - bare.rfind("\n", 0, at)
            yield Link(to, anchor, shown, first_line + line, column)
