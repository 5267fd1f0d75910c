"""The parts of charts: marks as rows of data, names beside the axes, the frame."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from edition.picturing.measuring import FONT, SMALL, fitting
from edition.picturing.model import HERE, Chart, Label, Mark
from edition.picturing.palette import INK, RULE, SERIES, SOFT


def addresses(chart: Chart) -> list[str]:
    """Return all addresses of a chart; their numbers in this list stand for them while it is drawn."""
    every = [each.href for each in (*chart.marks, *chart.rows, *chart.columns) if each.href]
    return list(dict.fromkeys(every))


def data(chart: Chart, **more: Any) -> alt.Data:
    """Return the marks as rows of data; `more` are functions from a mark to a further field."""
    known = {href: f"{HERE}{number}" for number, href in enumerate(addresses(chart))}
    return alt.Data(values=[_row(mark, known) | {name: of(mark) for name, of in more.items()} for mark in chart.marks])


def _row(mark: Mark, known: dict[str, str]) -> dict[str, Any]:
    said = {"across": mark.across, "up": mark.up, "series": SERIES[mark.series % len(SERIES)], "said": mark.said,
            "weight": mark.weight, "value": mark.value}
    return said | ({"href": known[mark.href]} if mark.href else {})


def names(labels: Sequence[Label], chart: Chart, field: str, **place: Any) -> alt.Chart:
    """Return the names of rows (`field` "up") or columns ("across") as texts, links where they lead somewhere."""
    known = {href: f"{HERE}{number}" for number, href in enumerate(addresses(chart))}
    listed = [{field: label.key, "name": fitting(label.said), "ink": INK if label.head or not label.href else SERIES[0],
               "weight": "bold" if label.head else "normal"} | ({"href": known[label.href]} if label.href else {})
              for label in labels]
    # a layer for each weight, since Vega-Lite has no channel for it
    layers = [_texts([each for each in listed if each["weight"] == weight], weight, labels, field, place)
              for weight in dict.fromkeys(each["weight"] for each in listed)]
    return alt.layer(*layers)


def _texts(listed: list[dict], weight: str, labels: Sequence[Label], field: str, place: dict[str, Any]) -> alt.Chart:
    mark, encoded = dict(place), {}
    for channel in ("x", "y"):
        if channel in mark:
            encoded[channel] = alt.value(mark.pop(channel))
    band = {"up": "y", "across": "x"}[field]
    encoded[band] = category(field, labels)
    drawn = alt.Chart(alt.Data(values=listed)).mark_text(fontSize=FONT, fontWeight=weight, **mark)
    links = {"href": alt.Href("href:N")} if any("href" in each for each in listed) else {}
    return drawn.encode(text=alt.Text("name:N"), color=alt.Color("ink:N", scale=None), **encoded, **links)


def category(field: str, labels: Sequence[Label], **more: Any) -> alt.X | alt.Y:
    """Return the scale of rows or columns in their order, without an axis of its own."""
    channel = {"up": alt.Y, "across": alt.X}[field]
    domain = [label.key for label in labels]
    return channel(f"{field}:N", axis=None, sort=None, scale=alt.Scale(domain=domain, **more))


def number_axis(**more: Any) -> alt.Axis:
    """Return an axis of numbers: fine lines, no frame, no title, since captions say what is counted."""
    said = {"domainColor": RULE, "gridColor": RULE, "tickColor": RULE, "labelColor": SOFT, "labelFontSize": SMALL + 1,
            "title": None, "labelOverlap": False, "tickCount": 5, "labelLimit": 0}
    return alt.Axis(**said | more)


def links(chart: Chart) -> dict[str, Any]:
    """Return the channels that say and link what a mark means."""
    return {"description": "said:N"} | ({"href": "href:N"} if any(mark.href for mark in chart.marks) else {})
