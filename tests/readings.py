"""Readings in the form of `tests/reading/*/blocks.txt`: one block a line, so that an editor can write and check them.

A line is `role id lines: text`, with `mark=1` before the lines of a note. `>` before a heading's text shows its level. In the text `[^n21-3]` is a mark, `[^?3]` a mark without a note, `{page 21}` where a printed page begins (`{page}`:
number unknown), ` / ` the place between a table's caption and its source. Rows of a table, keywords and names
follow on lines of their own, indented by four blanks, divided by ` | `. `work` with its lines stands above each work.
"""

from collections.abc import Iterator, Sequence

from edition.reading import Block, Inline, Page, Span, Work, inlines


def written(works: Sequence[Work]) -> str:
    """Return works in the form of `blocks.txt`."""
    return "".join(f"{line}\n" for work in works for line in _work(work))


def _work(work: Work) -> Iterator[str]:
    yield f"work {_lines(work.spans)}"
    yield f"pages {', '.join(f'{page.number or chr(63)} from line {page.line}' for page in work.pages)}"
    for block in work.blocks:
        yield _head(block, work.pages)
        rows = (block.table.header, *block.table.rows) if block.table else (block.items,) if block.items else ()
        yield from (f"    {' | '.join(row)}" for row in rows)


def _head(block: Block, pages: Sequence[Page]) -> str:
    text = "".join(map(_inside, inlines(block, pages)))
    words = [block.role, block.id, block.mark and f"mark={block.mark}", _lines(block.lines)]
    return f"{' '.join(filter(None, words))}: {'>' * block.level}{text}".replace("\n", " / ").rstrip()


def _inside(inline: Inline) -> str:
    if inline.kind == "mark":
        return f"[^{inline.target or '?' + inline.text}]"
    if inline.kind == "page":
        return f"{{page {inline.text}}}" if inline.text else "{page}"
    return inline.text


def _lines(spans: Sequence[Span]) -> str:
    return ",".join(f"{first}-{last}" if last > first else str(first) for first, last in spans)
