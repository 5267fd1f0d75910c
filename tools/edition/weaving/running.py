"""Running text: the inline parts of a block (text, marks, page breaks, emended places) as one line of Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from edition.catalogue import Annotation
from edition.glossary import Match
from edition.reading import Block, Inline, Page, Work, inlines
from edition.weaving.apparatus import entry_id
from edition.weaving.escape import attribute, escape, escape_linked, escape_start
from edition.weaving.insets import Inset, Write, insets_of, marks_within, with_insets

RUNNING = ("abstract", "heading", "paragraph", "figure", "remark")
APART = ("title", "subtitle", "author", "affiliation", "keywords", "title_en", "author_en", "keywords_en")


def page_anchor(page: Page) -> str:
    """Return the place where a printed page begins: no text of its own, its number is added by the style sheet."""
    if not page.number:
        return (f'<span class="page-break" role="separator" data-page="[{page.ordinal}]"'
                f' aria-label="原文第 {page.ordinal} 面由此起，页码不详"></span>')
    label = attribute(f"原刊第 {page.number} 页由此起" + ("" if page.printed else "（页码系推算）"))
    target = attribute(f"page-{page.number}")
    return (f'<a id="{target}" class="page-break" href="#{target}" data-page="{attribute(page.number)}"'
            f' aria-label="{label}"></a>')


@dataclass
class Running:
    """Writes the running text of one work and remembers what a page must explain at its end.

    `emendations` says of each id what was changed; `former` names for each paragraph the ids that now lead to it;
    `terms` are the names that become links, by the start of their block, `annotations` those of editors by paragraph.
    """

    work: Work
    emendations: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, list[str]] = field(default_factory=dict)
    terms: Mapping[int, Sequence[Match]] = field(default_factory=dict)
    annotations: Mapping[str, Sequence[Annotation]] = field(default_factory=dict)
    emended: set[str] = field(default_factory=set)
    annotated: set[str] = field(default_factory=set)
    lone_marks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        first, last = self.work.spans[0] if self.work.spans else (0, 0)
        pages = [page for page in self.work.pages if first <= page.line <= last]
        self._inside = {page.ordinal for block in self.work.of(*RUNNING) for page in pages if _breaks(block, page)}
        self._pages, self._own_pages = pages, tuple(pages)

    def line(self, block: Block, linked: bool = False) -> str:
        """Return the block's text as one line of Markdown; `linked` turns addresses of the web into links."""
        write_text = escape_linked if linked else escape
        breaks = iter([page for page in self.work.pages if _breaks(block, page)])
        annotations = self.annotations.get(block.id, ())
        insets, behind = insets_of(block, self.terms.get(block.start, ()), annotations)
        self.annotated.update(each.id for each in annotations)
        line, offset = "", 0
        for part in inlines(block, self.work.pages):
            written = write_text if line.strip() else partial(escape_start, rest=write_text)
            line += self._page(next(breaks)) if part.kind == "page" else self._part(part, written, insets, offset)
            offset += len(part.text) if part.kind in ("text", "emended") else 0
        return line.strip() + behind

    def _part(self, part: Inline, write_text: Write, insets: Sequence[Inset], offset: int) -> str:
        if part.kind == "mark":
            return self._mark(part)
        if part.kind == "emended":
            return self._emended(part) + marks_within(part.text, insets, offset)
        return with_insets(part.text, write_text, insets, offset)

    def _mark(self, part: Inline) -> str:
        if part.target:
            return f"[^{part.target}]"
        self.lone_marks.append(part.text)
        return (f'<sup class="lone-mark" id="lone-{len(self.lone_marks)}">'
                f'<a href="#lone-marks" aria-label="注码 {attribute(part.text)}，原文无注">{escape(part.text)}</a></sup>')

    def _page(self, page: Page) -> str:
        if page not in self._pages:
            return ""
        self._pages.remove(page)
        return page_anchor(page)

    def _emended(self, part: Inline) -> str:
        if not part.text and part.target in self.emended:
            return ""  # the rest of a place whose reading is already shown
        named = "" if part.target in self.emended else f' id="{attribute(part.target)}"'
        said = attribute(self.emendations.get(part.target, ""))
        self.emended.add(part.target)
        gone = "" if part.text else ' aria-label="此处删去文字"'
        return f'<a class="emended"{named} href="#{attribute(entry_id(part.target))}" title="{said}"{gone}>{escape(part.text)}</a>'

    def pages_until(self, offset: int) -> str:
        """Return the anchors of pages that begin up to this offset and inside no running text."""
        due = [page for page in self._pages if page.start <= offset and page.ordinal not in self._inside]
        return "".join(map(self._page, due))

    def pages_left(self) -> str:
        """Return the anchors of all pages that no text has shown."""
        return "".join(map(self._page, list(self._pages)))

    def former_ids(self, block: Block) -> str:
        """Return empty anchors for the ids that once named what this block now holds."""
        return "".join(f'<a id="{attribute(old)}" class="former-id"></a>' for old in self.former.get(block.id, ()))

    def marks_apart(self) -> str:
        """Return the marks that stand in titles, names and keywords, which a page shows without them."""
        found = [part for block in self.work.of(*APART) for part in inlines(block, self.work.pages)]
        return "".join(self._mark(part) for part in found if part.kind == "mark")

    def printed_pages(self, block: Block) -> str:
        """Return the printed pages that a block stands on: 21, or 21-22; "" where the first is not known."""
        first = [page.number for page in self._own_pages if page.start <= block.start][-1:]
        last = [page.number for page in self._own_pages if page.start < block.pieces[-1].end][-1:]
        return "-".join(dict.fromkeys(number for number in first + last if number)) if "".join(first) else ""

    def lines(self, block: Block) -> str:
        """Return a block's source lines as `709-712,716`; blank lines between two spans don't part them."""
        spans: list[tuple[int, int]] = []
        for first, last in block.lines:
            if spans and not any(line in self._owned for line in range(spans[-1][1] + 1, first)):
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)

    @cached_property
    def _owned(self) -> set[int]:
        spans = (span for block in self.work.blocks for span in block.lines)
        return {line for first, last in spans for line in range(first, last + 1)}


def _breaks(block: Block, page: Page) -> bool:
    """Tell whether a page begins inside a block; the same places as in `edition.reading.inlines`."""
    return block.pieces[0].start < page.start < block.pieces[-1].end
