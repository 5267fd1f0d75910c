"""A picture on a page: title, drawing, caption, source, and the data below it, as HTML without blank lines."""

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass

from edition.picturing import Chart


@dataclass(frozen=True)
class Cell:
    """A cell of the table below a picture: what it says, and where it leads."""

    said: str
    href: str = ""


@dataclass(frozen=True)
class Figure:
    """A picture with its words and its data; `file` is the address of the data as CSV, `legend` names the series."""

    name: str
    title: str
    title_en: str
    caption: str
    source: str
    alternative: str
    chart: Chart
    header: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    file: str
    legend: Sequence[str] = ()


def write_figure(figure: Figure, below_heading: bool = False) -> str:
    """Return the figure as HTML; below a heading with its title it says that in English alone."""
    said = html.escape
    title = "" if below_heading else said(figure.title) + " "
    parts = [
        f'<figure class="drawn" id="picture-{figure.name}">',
        f'<figcaption>{title}<span lang="en">{said(figure.title_en)}</span></figcaption>',
        _legend(figure.legend), _drawn(figure), f'<p class="picture-caption">{said(figure.caption)}</p>',
        f'<p class="picture-source">来源：{said(figure.source)}</p>', _data(figure), "</figure>\n"]
    return "\n".join(part for part in parts if part)


def _drawn(figure: Figure) -> str:
    from edition.picturing import draw  # here: slow to load, and rules draw nothing

    return draw(figure.chart, f"picture-{figure.name}", figure.title, figure.alternative)


def heads(*names: str) -> tuple[Cell, ...]:
    """Return the header of a table whose columns lead nowhere."""
    return tuple(map(Cell, names))


def _legend(legend: Sequence[str]) -> str:
    items = "".join(f'<li><span class="key key-{number}"></span>{html.escape(said)}</li>'
                    for number, said in enumerate(legend))
    return f'<ul class="legend">{items}</ul>' if items else ""


def _data(figure: Figure) -> str:
    heads = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in figure.header)
    rows = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>\n" for row in figure.rows)
    return (f'<details class="data"><summary>数据</summary>\n'
            f'<div class="data-table" tabindex="0" role="region" aria-label="{html.escape(figure.title)}：数据">\n'
            f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
            f'<p class="downloads">下载：<a href="{html.escape(figure.file)}" download>CSV</a></p>\n</details>')


def _cell(cell: Cell) -> str:
    said = html.escape(cell.said)
    return f'<a href="{html.escape(cell.href)}">{said}</a>' if cell.href else said


def csv_of(figure: Figure) -> str:
    """Return the data of a figure as CSV (RFC 4180, but with mere line feeds)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([cell.said for cell in row] for row in (figure.header, *figure.rows))
    return text.getvalue()
