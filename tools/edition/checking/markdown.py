"""Rules about Markdown that would not show what its writer meant: MDN001 … MDN014."""

import re
from collections.abc import Iterator
from itertools import pairwise

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.prose import FENCED, INDENTED, Line, Page, pages, prose_lines
from edition.checking.registry import rule
from edition.problems import Problem

_RUN = re.compile(r"(?<!\\)\*+|(?<![\\\w])_+|(?<!\\)_+(?!\w)")
_HEADING = re.compile(r"(#{1,6})[ \t]*(?P<title>.*?)[ \t]*#*[ \t]*(?P<list>\{[^{}]*\})?[ \t]*")
_ID = re.compile(r"(?<!\\)\{(?=[:#. ])[^{}\n]*?#(?P<id>[^\s{}#]+)|<[a-z]+\b[^<>\n]*?\bid=[\"'](?P<html>[^\"']+)")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_BROKEN = re.compile(r"\](?P<odd>[ \t]+\((?=\S+[./#])|（(?=[^（）\n]*[./#]))|\]\((?P<open>[^()\n]*)$|［[^\n［］]*］[(（]")
_HAN_END = re.compile(r"[\u3400-\u9fff\u3001-\u3011\uff00-\uffef”’—…]$")
_HAN_START = re.compile(r"[\u3400-\u9fff“‘《（]")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


@rule("MDN001", summary="a lone * or _ that emphasises nothing", exceptable=True)
def lone_sign(edition: Edition) -> Iterator[Problem]:
    """Signs of emphasis come in pairs within a paragraph, *so* or **so**; one alone stands on the page as it is, or takes
    effect up to the next one far behind.

    Mend: add the other sign, or write \\* or \\_ for the character itself.
    """
    for line in prose_lines(edition):
        if line.is_prose or line.is_row or line.is_heading:
            for at, run in _unpaired(line):
                yield line.problem("MDN001", at, f"{run} without its counterpart", "a pair",
                                   f"Close the emphasis, or write \\{run[0]} for the character itself.")


def _unpaired(line: Line) -> list[tuple[int, str]]:
    item = line.item
    start = item.end() if item else 0
    if not line.said[start:].strip("*_- "):
        return []
    opened: list[tuple[int, str]] = []
    for match in _RUN.finditer(line.said, start):
        same = [one for one in opened if one[1] == match[0]]
        opened = opened[:opened.index(same[-1])] if same else [*opened, (match.start(), match[0])]
    return opened


@rule("MDN002", summary="a heading level that is skipped", exceptable=True)
def skipped_level(edition: Edition) -> Iterator[Problem]:
    """Below ## comes ###, not ####: who listens to a page or reads its list of contents counts on it.

    Mend: take away or add a # where the message points.
    """
    for page in pages(edition):
        levels = [(line, len(_HEADING.match(line.text)[1])) for line in page.lines if line.is_heading]
        for (_, before), (line, level) in pairwise(levels):
            if level > before + 1:
                yield line.problem("MDN002", 0, f"a heading of level {level} below one of level {before}",
                                   f"level {before + 1} at most", f"Write {'#' * (before + 1)}.")


@rule("MDN003", summary="a heading without an id", exceptable=True)
def heading_without_id(edition: Edition) -> Iterator[Problem]:
    """A heading's id is its address, which lasts when its words change; without one it would be called _1, _2 … Terms of
    the glossary get theirs from the tools.

    Mend: write one in Latin letters at its end: ## 年表 {#timeline}.
    """
    for page in pages(edition):
        for line in page.lines if not page.is_term else ():
            if line.is_heading and not _ID.search(line.text):
                yield line.problem("MDN003", 0, f"the heading {cut(line.text.strip('# '))!r} without an id", "one",
                                   "Write {#name} at its end, in Latin letters.")


@rule("MDN004", summary="an id that a page has twice")
def id_twice(edition: Edition) -> Iterator[Problem]:
    """An id is an address, and leads to one place; browsers go to the first and pass over the second.

    Mend: rename the one that came later.
    """
    for page in pages(edition):
        first: dict[str, int] = {}
        for line, match in _ids(page):
            id = match["id"] or match["html"]
            if first.setdefault(id, line.number) != line.number:
                yield line.problem("MDN004", match.start(), f"the id {cut(id)} a second time",
                                   f"it once (line {first[id]})", "Rename the one that came later.")


def _ids(page: Page) -> Iterator[tuple[Line, re.Match]]:
    for line in page.lines:
        if not line.is_code:
            yield from ((line, match) for match in _ID.finditer(line.bare))


@rule("MDN005", summary="a block of code that is not closed")
def open_fence(edition: Edition) -> Iterator[Problem]:
    """Three backticks begin a block of code, three more end it; without them the rest of the page is code.

    Mend: write ``` on a line of its own where the block ends.
    """
    for page in pages(edition):
        fence, begun = "", None
        for line in page.lines:
            mark = _FENCE.match(line.text) if line.code == FENCED else None
            if mark and not fence:
                fence, begun = mark[1], line
            elif mark and mark[1].startswith(fence) and not line.text[mark.end():].strip():
                fence, begun = "", None
        if begun:
            yield begun.problem("MDN005", 0, f"{fence} without its counterpart", f"a line {fence} below it",
                               "Write it where the code ends.")


@rule("MDN006", summary="a comment that is not closed")
def open_comment(edition: Edition) -> Iterator[Problem]:
    """What stands behind <!-- is hidden up to -->; without that the rest of the page is.

    Mend: write --> where the comment ends.
    """
    for page in pages(edition):
        start = page.text.find("<!--", page.text.rfind("-->") + 1)
        line = page.lines[page.text.count("\n", 0, start)] if start >= 0 else None
        if line and not line.is_code and "<!--" in line.bare:
            yield line.problem("MDN006", line.bare.find("<!--"), "<!-- without -->", "both",
                               "Write --> where the comment ends.")


@rule("MDN007", summary="an HTML block that is not closed, or closed without having been opened")
def open_block(edition: Edition) -> Iterator[Problem]:
    """Every <div …> needs its </div>; else what follows belongs to it, or the page's frame is broken.

    Mend: add the one that is missing, on a line of its own between blank lines.
    """
    for page in pages(edition):
        opened: list[Line] = []
        for line in page.lines:
            if not line.is_code and line.text.lstrip().startswith("<div"):
                opened.append(line)
            elif not line.is_code and line.text.lstrip().startswith("</div"):
                if opened:
                    opened.pop()
                else:
                    yield line.problem("MDN007", 0, "</div> without <div>", "both", "Take it out.")
        for line in opened:
            yield line.problem("MDN007", 0, "<div> without </div>", "both", "Write </div> where the block ends.")


@rule("MDN008", summary="a link that would show its brackets")
def broken_link(edition: Edition) -> Iterator[Problem]:
    """A link is [text](address): no blank between the brackets, all of ASCII, on one line.

    Mend: write it so; a mere bracket is written \\[.
    """
    for line in prose_lines(edition):
        for match in _BROKEN.finditer(line.said):
            yield line.problem("MDN008", match.start(), f"{cut(line.text[match.start():match.start() + 20])!r}",
                               "[text](address)", "Close the brackets, of ASCII and without blanks between them.")


@rule("MDN009", summary="text set in so far that it becomes code", exceptable=True)
def indented_code(edition: Edition) -> Iterator[Problem]:
    """Four blanks or a tab before a paragraph make it a block of code, with all signs shown.

    Mend: take the blanks away, or put real code between lines ```.
    """
    for page in pages(edition):
        for before, line in pairwise(page.lines):
            if line.code == INDENTED and before.code != INDENTED:
                yield line.problem("MDN009", 0, "a line that begins with four blanks or a tab", "one without",
                                   "Take the blanks away, or put code between lines ```.")


@rule("MDN010", summary="a list that begins inside a paragraph", exceptable=True)
def list_in_paragraph(edition: Edition) -> Iterator[Problem]:
    """Without a blank line before it a list stays part of the paragraph, its signs in the running text.

    Mend: put a blank line before its first item.
    """
    for page in pages(edition):
        for before, line in pairwise(page.lines):
            if line.item and not line.item["indent"] and before.is_prose and not before.item and before.text[:1] not in " \t":
                yield line.problem("MDN010", 0, "an item of a list right below a paragraph", "a blank line between",
                                   "Put a blank line before the list.")


@rule("MDN011", summary="an item of a list that is not set in by four blanks", exceptable=True)
def shallow_item(edition: Edition) -> Iterator[Problem]:
    """A list inside an item is set in by four blanks; by two or three it is one with the list outside.

    Mend: begin the line with four blanks for each level.
    """
    for line in prose_lines(edition):
        if line.item and (width := len(line.item["indent"].expandtabs(4))) % 4:
            yield line.problem("MDN011", 0, f"an item set in by {width} blanks", "none, four or eight",
                               "Set it in by four blanks for each level.")


@rule("MDN012", summary="a heading without a blank behind its signs")
def tight_heading(edition: Edition) -> Iterator[Problem]:
    """Some readers of Markdown take ##年表 for a heading, some do not; ＃ is for none of them.

    Mend: write a blank behind the signs: ## 年表.
    """
    for line in prose_lines(edition):
        if re.match(r"#{1,6}[^#\s]|＃+", line.text):
            yield line.problem("MDN012", 0, f"{cut(line.text)!r}", "# of ASCII and a blank",
                               "Write a blank behind the signs.")


@rule("MDN013", summary="a row of a table with too many or too few cells")
def ragged_row(edition: Edition) -> Iterator[Problem]:
    """What a row has beyond the cells of the head is lost in silence; what it lacks is empty.

    Mend: look for a | too many or missing; a mere | is written \\|.
    """
    for page in pages(edition):
        width = 0
        for before, line in pairwise(page.lines):
            if line.is_row and before.is_row and _DELIMITER.fullmatch(line.text.strip()) and not width:
                width = _cells(before)
            width = width if line.is_row else 0
            if width and (cells := _cells(line)) != width:
                yield line.problem("MDN013", 0, f"{cells} cell{'s' * (cells != 1)}", f"{width}, as in the head of the table",
                                   "Look for a | too many or missing.")


def _cells(line: Line) -> int:
    inner = line.bare.strip().removeprefix("|")
    return len(re.findall(r"(?<!\\)\|", inner[:-1])) + 1


@rule("MDN014", summary="a line break between Han characters", exceptable=True)
def broken_paragraph(edition: Edition) -> Iterator[Problem]:
    """A line break inside a paragraph becomes a blank, which Chinese has not.

    Mend: write each paragraph on one line.
    """
    for page in pages(edition):
        for before, line in pairwise(page.lines):
            if (before.is_prose and line.is_prose and not line.item and _HAN_END.search(before.text.rstrip())
                    and _HAN_START.match(line.text.lstrip())):
                yield line.problem("MDN014", 0, "a paragraph that goes on after a line break", "one line",
                                   "Join the two lines, or put a blank line between paragraphs.")
