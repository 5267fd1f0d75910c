"""Works written by hand in a few lines, for tests that need blocks but no source text.

One block a line: `role [id] lines: text`. In the text `[^n21-3]` is a mark, `[^?3]` a mark without a note,
`{page 21}` where a printed page begins (`{page}`: number unknown), `{e1:what the edition reads}` an emended place.
A heading's level is the number of `>` before its text. A table is `caption / cell | cell / cell | cell / source`.
"""

import re
from collections.abc import Iterator

from edition.bibliography import Cite, NoteCitations, read_bib, registry_of
from edition.reading import Block, Page, Piece, Table, Work, reasons
from edition.weaving.edited import Edited
from edition.weaving.imprint import Imprint
from edition.weaving.library import Library

_LINE = re.compile(r"(?P<role>[a-z_]+)(?: (?P<id>[a-z][\w-]*))? (?P<lines>[\d,-]+): ?(?P<text>.*)")
_INSIDE = re.compile(r"(\[\^[^\]]+\]|\{page(?: \w+)?\}|\{e\d+:[^}]*\})")


def work_of(text: str) -> Work:
    """Return the work that the lines describe; raises ValueError with a line that has another form."""
    builder = _Builder()
    blocks = tuple(builder.block(line) for line in text.strip().splitlines() if line.strip())
    last = max(line for block in blocks for _, line in block.lines)
    return Work(((1, last),), blocks, tuple(builder.pages))


class _Builder:
    """Gives each piece its place in a source that nobody has written."""

    def __init__(self) -> None:
        self.offset = 0
        self.pages: list[Page] = []

    def block(self, line: str) -> Block:
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError(f"not a block: {line!r}")
        role, text = match["role"], match["text"]
        lines = tuple(_span(span) for span in match["lines"].split(","))
        table = _table(text) if role == "table" else None
        level = len(text) - len(text.lstrip(">"))
        level = level if role == "heading" else 0
        pieces = tuple(self._pieces(text[level:], lines[0][0]))
        self.offset += 1
        return Block(role, pieces, lines, match["id"] or "", level, table=table)

    def _pieces(self, text: str, line: int) -> Iterator[Piece]:
        for part in filter(None, _INSIDE.split(text)):
            if part.startswith("{page"):
                self.pages.append(Page(len(self.pages) + 1, part[6:-1], self.offset, line, printed=True))
                continue
            yield self._piece(part)
            self.offset += len(part)

    def _piece(self, part: str) -> Piece:
        end = self.offset + len(part)
        if part.startswith("[^"):
            return Piece(self.offset, end, part, reasons.MARK, "" if part[2] == "?" else part[2:-1])
        if re.match(r"\{e\d+:", part):
            id, text = part[1:-1].split(":", 1)
            return Piece(self.offset, end, text, reasons.EMENDED, id)
        return Piece(self.offset, end, part)


def _span(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def _table(text: str) -> Table:
    caption, *rows = (part.strip() for part in text.split(" / "))
    source = rows.pop() if rows and "|" not in rows[-1] else ""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    return Table(caption, cells[0], tuple(cells[1:]), source)


BIB = """
@book{fan2024subjects,
  author = {范文例},
  title = {主语与责任},
  publisher = {样例出版社},
  date = {2024},
  langid = {chinese},
}

@article{fan2026sample,
  slug = {sample},
  author = {范文例},
  title = {样例},
  journaltitle = {样稿集刊},
  number = {1},
  date = {2026},
  pages = {7-9},
  langid = {chinese},
}

@article{sample2025silence,
  author = {Sample, Alex and Other, Jo},
  title = {Reading Silence in Communiqués: <b>A Specimen</b>},
  journaltitle = {Journal of Sample Studies},
  volume = {3},
  date = {2025},
  pages = {7-9},
  langid = {english},
}

@online{wang2020ye,
  title = {网页一页},
  date = {2020-05-04},
  url = {https://example.org/a_b*c?d=1&e=2},
  langid = {chinese},
}
"""


def library_of(papers: tuple[Edited, ...] = (), **cites: tuple[NoteCitations, ...]) -> Library:
    """Return a library of four invented works, cited by the papers as `cites` says (slug → notes)."""
    entries, problems = read_bib(BIB, "bib/works.bib")
    assert not problems
    return Library(registry_of(entries, cites), papers, Imprint("2.1.0", "https://example.org/edition/", "2026-01-31"))


def cites_of(note: str, *cites: str) -> NoteCitations:
    """Return what a note cites, each as `key` or `key locator`."""
    parted = (cite.partition(" ") for cite in cites)
    return NoteCitations(note, tuple(Cite(key, locator, "page" if locator else "") for key, _, locator in parted))
