"""A paper's outline: what remains of it where its source text is not at hand.

The form is `docs/papers/<slug>/outline.tsv`: a header line, then one line for each heading in reading order, columns
separated by tabs. `paragraphs` and `notes` count what stands under that heading alone, not under its subheadings.
A first row without an id counts what stands before the first heading.
"""

from dataclasses import dataclass

from edition.problems import Problem, Refused
from edition.reading import Block, Page, Work, inlines
from edition.weaving.escape import attribute, escape_start, one_line
from edition.weaving.insets import plain

COLUMNS = ("id", "level", "title", "paragraphs", "notes")


@dataclass(frozen=True)
class Section:
    """One heading with the number of paragraphs and note marks below it."""

    id: str
    level: int
    title: str
    paragraphs: int = 0
    notes: int = 0


def sections_of(work: Work) -> tuple[Section, ...]:
    """Return the work's sections in reading order; an opening without text is left out."""
    sections = [Section("", 0, "")]
    for block in work.of("heading", "paragraph"):
        last = sections[-1]
        if block.role == "heading":
            title = one_line(plain(block)).strip()
            sections.append(Section(block.id, block.level, title, notes=_marks(block, work.pages)))
        else:
            sections[-1] = Section(last.id, last.level, last.title, last.paragraphs + 1,
                                   last.notes + _marks(block, work.pages))
    return tuple(sections if sections[0].paragraphs else sections[1:])


def _marks(block: Block, pages: tuple[Page, ...]) -> int:
    return sum(part.kind == "mark" and bool(part.target) for part in inlines(block, pages))


def outline_of(work: Work) -> str:
    """Return the work's outline as the text of its `outline.tsv`."""
    rows = [COLUMNS, *((s.id, s.level, s.title, s.paragraphs, s.notes) for s in sections_of(work))]
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def parse_outline(text: str, path: str = "outline.tsv") -> tuple[Section, ...]:
    """Return the sections in the text of an `outline.tsv`; raises Refused with every line that has another form."""
    sections, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.split("\t")
        if number == 1 and tuple(fields) == COLUMNS:
            continue
        if len(fields) == len(COLUMNS) and all(fields[place].isdecimal() for place in (1, 3, 4)):
            sections.append(Section(fields[0], int(fields[1]), fields[2], int(fields[3]), int(fields[4])))
        else:
            problems.append(_refuse(path, number, line))
    if problems:
        raise Refused(*problems)
    return tuple(sections)


def _refuse(path: str, number: int, line: str) -> Problem:
    return Problem(path, number, "OUT001", f"{line!r}", "five columns separated by tabs: " + " ".join(COLUMNS),
                   "delete the file and read the paper anew with its source text")


def write_outline(sections: tuple[Section, ...]) -> str:
    """Return the outline as a nested Markdown list; a heading is never more than one step below the one before."""
    lines, depth = [], -1
    for section in sections:
        depth = min(max(section.level - 1, 0), depth + 1)
        lines.append("    " * depth + f"- {_entry(section)}\n")
    return "".join(lines)


def _entry(section: Section) -> str:
    title = escape_start(section.title) if section.title else "（引言）"
    counts = f"{section.paragraphs} 段" + (f"，{section.notes} 注" if section.notes else "")
    anchor = f'<a id="{attribute(section.id)}"></a>' if section.id else ""
    return f'{anchor}{title} <span class="count">{counts}</span>'
