"""A chart as SVG text."""

from functools import lru_cache

from edition.picturing.dressing import dressed
from edition.picturing.model import Chart


def draw(chart: Chart, name: str, title: str, alternative: str) -> str:
    """Return the picture as one `<svg>` on one line, to stand in a page of HTML.

    `name` makes its ids unique in a page; `title` and `alternative` are what a screen reader says. Raises ValueError
    for a chart without marks, KeyError for an unknown kind.
    """
    if not chart.marks:
        raise ValueError("a chart without marks")
    from edition.picturing.parts import addresses  # loads Altair, which pages without pictures can do without

    return dressed(_drawn(chart), addresses(chart), name, title, alternative, chart.linked)


@lru_cache(maxsize=256)  # a server weaves all pages again after each change
def _drawn(chart: Chart) -> str:
    import altair as alt
    from vl_convert import vegalite_to_svg

    from edition.picturing.charts import PLANS

    plan = PLANS[chart.kind](chart)
    room = {"left": plan.left, "top": plan.top, "right": plan.right, "bottom": plan.bottom}
    whole = plan.layers.properties(width=plan.width, height=plan.height, padding=room,
                                   autosize=alt.AutoSizeParams(type="none"))
    return vegalite_to_svg(whole.configure(background="transparent").configure_view(stroke=None).to_dict())
