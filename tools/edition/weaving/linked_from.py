"""Which pages of the edition link to a page, and the folded list of them at its foot."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.weaving.library import BIBLIOGRAPHY
from edition.weaving.links import links_in

LISTS = "一览"
"""The kind of a page that lists others."""

MEMBERS = ("论文", "专题", "词条")
"""The kinds of pages that lists are made of: that a list names them is no news."""

KINDS = (*MEMBERS, "说明", "数据", LISTS)
"""The kinds of pages, in the order in which the foot of a page shows them."""

Sources = Mapping[str, Sequence[str]]
"""By the path of a page below `build/docs` the paths of those that link to it."""

_NOTE = re.compile(r"\[\^[^\]]+\]: |(?: {4}|\t)|$|## .* \{#notes\}$")


@dataclass(frozen=True)
class Named:
    """What a page is called, as Markdown, and its kind."""

    said: str
    kind: str


def linked_from(pages: Mapping[str, str], own: Mapping[str, str]) -> Sources:
    """Return for each page the others that link to it, in the order of `pages` (path → Markdown).

    `own` are the pages of the works that are papers of the edition, by key: who cites one links to its page.
    """
    found: dict[str, dict[str, None]] = {}
    for path, text in pages.items():
        for target in _targets(path, text, own):
            if target != path:
                found.setdefault(target, {})[path] = None
    return {target: tuple(sources) for target, sources in found.items()}


def _targets(path: str, text: str, own: Mapping[str, str]) -> Iterator[str]:
    for link in links_in(path, text):
        yield link.path
        if link.path == BIBLIOGRAPHY and link.anchor in own:
            yield own[link.anchor]


def write_linked_from(path: str, sources: Sequence[str], names: Mapping[str, Named]) -> str:
    """Return the list as Markdown, "" where no page of a known name links to this one."""
    known = _worth_telling(path, [source for source in sources if source in names], names)
    lines = [f"- {kind}：{'、'.join(_link(path, source, names[source]) for source in of_kind)}\n"
             for kind in KINDS if (of_kind := [source for source in known if names[source].kind == kind])]
    return (f'<details class="linked-from" id="linked-from" markdown>\n<summary>链到本页的页面 '
            f'<span lang="en">What links here</span> <span class="count">{len(known)}</span></summary>\n\n'
            f"{''.join(lines)}\n</details>\n") if known else ""


def _worth_telling(path: str, sources: Sequence[str], names: Mapping[str, Named]) -> Sequence[str]:
    """Return the pages without the lists of which this one is a member, unless there are no others."""
    if path not in names or names[path].kind not in MEMBERS:
        return sources
    return [source for source in sources if names[source].kind != LISTS] or sources


def _link(path: str, source: str, named: Named) -> str:
    return f"[{named.said}]({posixpath.relpath(source, posixpath.dirname(path) or '.')})"


def before_notes(text: str, foot: str) -> str:
    """Return the page with its foot before the notes with which it ends; at its end where it has none."""
    lines = text.rstrip("\n").split("\n")
    end = len(lines)
    while end and _NOTE.match(lines[end - 1]):
        end -= 1
    notes = next((at for at in range(end, len(lines)) if lines[at].startswith(("[^", "## "))), len(lines))
    before, behind = ("\n".join(part).rstrip("\n") for part in (lines[:notes], lines[notes:]))
    return f"{before}\n\n{foot}" + (f"\n{behind}\n" if behind else "")
