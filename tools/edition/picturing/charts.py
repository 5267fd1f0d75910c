"""The kinds of charts, each a few lines of Vega-Lite: functions from a Chart to Altair's chart and its size."""

from collections.abc import Callable
from dataclasses import dataclass

import altair as alt

from edition.picturing.measuring import FONT, SMALL, WIDTH, room_for
from edition.picturing.model import Chart, Mark
from edition.picturing.palette import INK, SOFT, step_of
from edition.picturing.parts import category, data, links, names, number_axis

ROW, BAR, HIGH = 19, 24, 190
"""The height of a row of dots or cells, of a row with a bar, of an upright chart."""

TICK = 50
"""The least room from one year on an axis to the next."""

_COLOUR = alt.Color("series:N", scale=None)


@dataclass(frozen=True)
class Plan:
    """A chart ready to be drawn: its layers, and the room at its left, top, right and bottom."""

    layers: alt.LayerChart
    left: float = 0
    top: float = 8
    right: float = 8
    bottom: float = 8
    height: float = HIGH

    @property
    def width(self) -> float:
        return WIDTH - self.left - self.right


def columns(chart: Chart) -> Plan:
    """Upright bars side by side, by class and series."""
    offset = alt.XOffset("series:N", sort=None)
    base = alt.Chart(data(chart)).encode(x=category("across", chart.columns, paddingInner=0.25, paddingOuter=0.1),
                                         xOffset=offset)
    height = alt.Y("up:Q", axis=number_axis(domain=False, ticks=False))
    bars = base.mark_bar().encode(y=height, color=_COLOUR, **links(chart))
    values = base.mark_text(dy=-5, fontSize=SMALL, color=SOFT).encode(y="up:Q", text="value:N")
    below = names(chart.columns, chart, "across", y=HIGH + 14)
    return Plan(bars + values + below, left=30, top=14, bottom=24)


def bars(chart: Chart) -> Plan:
    """Lying bars, one a row, each with its value."""
    base = alt.Chart(data(chart)).encode(y=category("up", chart.rows, paddingInner=0.4), x=alt.X("across:Q", axis=None))
    drawn = base.mark_bar().encode(color=_COLOUR, **links(chart))
    values = base.mark_text(align="left", dx=4, fontSize=SMALL + 1, color=SOFT).encode(text="value:N")
    return Plan(drawn + values + _row_names(chart), left=room_for(chart.rows), right=48, height=BAR * len(chart.rows))


def lines(chart: Chart) -> Plan:
    """Values over time, those of a series joined."""
    return _over_time(chart, alt.Chart(data(chart)).mark_line(strokeWidth=2, aria=False))


def points(chart: Chart) -> Plan:
    """Values over time that must not be joined."""
    return _over_time(chart)


def _over_time(chart: Chart, *below: alt.Chart) -> Plan:
    time = alt.X("across:Q", scale=alt.Scale(domain=_span(chart), nice=False), axis=number_axis(format="d", grid=False))
    value = alt.Y("up:Q", scale=alt.Scale(nice=True, zero=True), axis=number_axis(domain=False, ticks=False))
    base = alt.Chart(data(chart, value=_Apart(chart)))
    dots = base.mark_circle(size=50, opacity=1).encode(x=time, y=value, color=_COLOUR, **links(chart))
    values = base.mark_text(dy=-9, fontSize=SMALL, color=SOFT).encode(x=time, y=value, text="value:N")
    joined = [each.encode(x=time, y=value, color=_COLOUR) for each in below]
    return Plan(alt.layer(*joined, dots, values), left=36, top=16, right=18, bottom=22)


class _Apart:
    """Gives a mark its printed value, unless that would lie on one printed before."""

    def __init__(self, chart: Chart) -> None:
        first, last = _span(chart)
        self.wide, self.high = last - first, max((float(mark.up) for mark in chart.marks), default=0) or 1
        self.printed: list[Mark] = []

    def __call__(self, mark: Mark) -> str:
        near = any(abs(mark.across - other.across) < self.wide * 0.1 and abs(mark.up - other.up) < self.high * 0.08
                   for other in self.printed)
        self.printed += [] if near else [mark]
        return "" if near else mark.value


def _span(chart: Chart) -> list[float]:
    """Return the first and last number from left to right, with a little room on both sides."""
    numbers = [float(mark.across) for mark in chart.marks]
    room = max(1.0, (max(numbers) - min(numbers)) * 0.04)
    return [min(numbers) - room, max(numbers) + room]


def dots(chart: Chart) -> Plan:
    """Events in rows, by number from left to right; heavier ones are larger."""
    left, right = room_for(chart.rows), 12
    across = alt.X("across:Q", scale=alt.Scale(domain=_span(chart), nice=False),
                   axis=number_axis(format="d", domain=False, tickCount=(WIDTH - left - right) // TICK))
    size = alt.Size("weight:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, 1], range=[0, 46], clamp=False))
    drawn = alt.Chart(data(chart)).mark_circle(opacity=0.8).encode(
        x=across, y=category("up", chart.rows), color=_COLOUR, size=size, **links(chart))
    return Plan(drawn + _row_names(chart), left=left, right=right, bottom=22, height=ROW * len(chart.rows))


def matrix(chart: Chart) -> Plan:
    """Counts in a grid, darker where they are higher."""
    place = {"x": category("across", chart.columns, paddingInner=0.06),
             "y": category("up", chart.rows, paddingInner=0.06)}
    base = alt.Chart(data(chart, step=lambda mark: step_of(mark.weight))).encode(**place)
    cells = base.mark_rect().encode(color=alt.Color("step:N", scale=None), **links(chart))
    counts = base.mark_text(fontSize=SMALL).encode(text="value:N", color=alt.value(INK))
    heads = names(chart.columns, chart, "across", y=-6, angle=270, align="left", baseline="middle")
    top = room_for(chart.columns)
    return Plan(cells + counts + _row_names(chart) + heads, left=room_for(chart.rows), top=top,
                height=max(ROW, FONT + 8) * len(chart.rows))


def _row_names(chart: Chart) -> alt.Chart:
    return names(chart.rows, chart, "up", x=-6, align="right", baseline="middle")


PLANS: dict[str, Callable[[Chart], Plan]] = {
    "columns": columns, "bars": bars, "lines": lines, "points": points, "dots": dots, "matrix": matrix}
