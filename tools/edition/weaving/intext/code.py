"""Where a page is not prose: front matter, code, comments, escaped characters, addresses, HTML."""

import re
from collections.abc import Iterator
from functools import lru_cache

Region = tuple[int, int]

_FRONT_MATTER = re.compile(r"---\n.*?^---[ ]*$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(?P<info>[^\n]*)")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_INSIDE = re.compile(
    r"\\[\\`*_{}\[\]()#+.!@-]"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?P<tag>pre|code|script|style|kbd|samp)\b.*?(?:</(?P=tag)>|\Z)"
    r"|<[A-Za-z/][^<>\n]*>"
    r"|https?://[^\s<>()\[\]]+",
    re.DOTALL | re.IGNORECASE)


@lru_cache(maxsize=1024)  # citations, links, terms and checks all ask for it
def unread(text: str) -> tuple[Region, ...]:
    """Return the regions of a page in which brackets mean nothing, in order."""
    blocks = list(code_blocks(text))
    found, end = [], 0
    for start, stop in [*blocks, (len(text), len(text))]:
        found += [match.span() for match in _INSIDE.finditer(text, end, start)]
        found.append((start, stop))
        end = stop
    return tuple(region for region in found if region[0] < region[1])


def front_end(text: str) -> int:
    """Return where the front matter of a page ends, 0 where there is none."""
    head = _FRONT_MATTER.match(text)
    return head.end() if head else 0


def after_title(text: str) -> int:
    """Return where the line with the main heading ends; without one, where the front matter does."""
    regions = unread(text)
    titles = (match for match in _TITLE.finditer(text) if not any(a <= match.start() < b for a, b in regions))
    return next((match.end() for match in titles), front_end(text))


def code_blocks(text: str) -> Iterator[Region]:
    """Yield front matter, fenced blocks and indented blocks."""
    head = _FRONT_MATTER.match(text)
    at = head.end() if head else 0
    if head:
        yield head.span()
    fence, begun, blank, in_list = "", 0, True, False
    for line in text[at:].splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark["info"].strip():
                yield begun, at + len(line)
                fence = ""
        elif mark and "`" not in mark["info"]:
            fence, begun = mark[1], at
        elif line.strip():
            in_list = bool(_LIST.match(line)) or in_list and line[0] in " \t"
            if line.startswith(("    ", "\t")) and blank and not in_list:
                yield at, at + len(line)
            else:
                blank = False
        if not line.strip():
            blank = True
        at += len(line)
    if fence:
        yield begun, len(text)
