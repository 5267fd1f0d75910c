"""One block → Markdown: each role has its form, each form carries its address and its source lines."""

from edition.reading import Block, Table
from edition.weaving.escape import attribute, cell, escape_alone, escape_linked
from edition.weaving.running import Running

NO_PICTURE = "来源文件为纯文本，不含图像；此处仅存图题。"


def write_block(block: Block, running: Running) -> str:
    """Return a block of the body as Markdown, with the anchors of what begins at it."""
    before = running.pages_until(block.start) + running.former_ids(block)
    if block.role in _TEXTS:
        return _text(block, running, before)
    return (f"{before}\n{{: .anchors }}\n\n" if before else "") + _WRITERS[block.role](block, running)


_TEXTS = {"paragraph": "", "abstract": "", "abstract_en": "", "remark": ".remark "}


def _text(block: Block, running: Running, before: str = "") -> str:
    named = f"#{block.id} " if block.id else ""
    said = running.line(block) or "&#8203;"
    pages = running.printed_pages(block) if block.id else ""
    printed = f' data-pages="{attribute(pages)}"' if pages else ""
    return f'{before}{said}\n{{: {named}{_TEXTS[block.role]}data-lines="{running.lines(block)}"{printed} }}\n'


def _heading(block: Block, running: Running) -> str:
    depth = "#" * min(block.level + 1, 6)
    return f'{depth} {running.line(block)} {{#{block.id} data-lines="{running.lines(block)}"}}\n'


def _figure(block: Block, running: Running) -> str:
    return (f'<figure class="picture" data-lines="{running.lines(block)}" markdown>\n\n'
            f"{NO_PICTURE}\n{{: .missing }}\n\n"
            f'<figcaption markdown="span">{running.line(block)}</figcaption>\n\n</figure>\n')


def _table(block: Block, running: Running) -> str:
    table = block.table or Table("", (), ())
    caption = f'<figcaption markdown="span">{escape_alone(table.caption)}</figcaption>\n\n' if table.caption else ""
    source = f"\n{escape_alone(table.source_note, escape_linked)}\n{{: .table-source }}\n" if table.source_note else ""
    return (f'<figure class="table" data-lines="{running.lines(block)}" markdown>\n\n{caption}'
            f"{write_table(table)}{source}\n</figure>\n")


def write_table(table: Table) -> str:
    """Return the cells as a Markdown table; rows shorter than the widest are filled up."""
    width = max([len(table.header), *map(len, table.rows)])
    head, *rows = ([cell(text) for text in row] + [""] * (width - len(row)) for row in (table.header, *table.rows))
    return "".join("| " + " | ".join(row) + " |\n" for row in (head, ["---"] * width, *rows))


def write_note(block: Block, running: Running, links: str = "") -> str:
    """Return a note as a footnote's definition; `links` lead to the works that it cites."""
    said = running.line(block, linked=True) or "（原文无注文）"
    return f'[^{block.id}]: {said}{links}\n    {{: data-lines="{running.lines(block)}" }}\n'


def write_abstract(blocks: list[Block], running: Running, label: str) -> str:
    """Return the Chinese abstract under its label."""
    parts = "\n".join(write_block(block, running) for block in blocks)
    return f'<div class="abstract" id="abstract" markdown>\n\n{label}\n{{: .label }}\n\n{parts}\n</div>\n' if blocks else ""


def write_abstract_en(blocks: list[Block], running: Running) -> str:
    """Return the English abstract; the printed page it stands on is no page of the paper, so it has no page breaks."""
    parts = "\n".join(_text(block, running) for block in blocks)
    head = '<div class="abstract" id="abstract-en" lang="en" markdown>\n\nAbstract\n{: .label }\n\n'
    return f"{head}{parts}\n</div>\n" if blocks else ""


_WRITERS = {"heading": _heading, "figure": _figure, "table": _table}
