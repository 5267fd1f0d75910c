"""Tables of values → pictures as SVG text. Knows nothing of papers, Markdown, MkDocs or disks.

    Chart(kind, marks, rows, columns)     what is to be seen
    draw(chart, name, title, alternative) -> str     the picture, to be put into a page as it is

Charts are declared with Altair as Vega-Lite and drawn by vl-convert, in this process: declared rather than drawn, so
that scales, axes and ticks are a library's business and a chart of ours is a few lines; as static SVG, so that readers
need no script and a strict content security policy holds; without a browser or the network, so that it builds anywhere,
the same each time.
"""

from edition.doors import opened_later
from edition.picturing.model import KINDS, Chart, Label, Mark

__all__ = ["KINDS", "Chart", "Label", "Mark", "draw"]

__getattr__ = opened_later(__name__, {"draw": "edition.picturing.drawing"})
