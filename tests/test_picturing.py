"""Pictures as SVG: what they say to whoever doesn't see them, links, colours, sameness."""

import re
import xml.etree.ElementTree as etree

import pytest
from edition.picturing import KINDS, Chart, Label, Mark, draw
from edition.picturing.dressing import MOST
from edition.picturing.measuring import WIDTH, fitting, width
from edition.picturing.palette import CLASSES

ROWS = (Label("a", "甲", "../a/"), Label("b", "乙<&>"))
BY_CLASS = (Mark(3, "a", said="甲：3", value="3"), Mark(5, "b", 1, said="乙：5", value="5"))
UPRIGHT = (Mark("a", 3, said="甲：3", value="3"), Mark("b", 5, 1, said="乙：5", value="5"))
OVER_TIME = (Mark(1980.0, 3.0, said="1980：3", value="3"), Mark(2009.5, 5.0, said="2009-07：5", value="5"))
CHARTS = {
    "columns": Chart("columns", UPRIGHT, columns=ROWS),
    "bars": Chart("bars", BY_CLASS, ROWS),
    "lines": Chart("lines", OVER_TIME),
    "points": Chart("points", OVER_TIME),
    "dots": Chart("dots", (Mark(7, "a", weight=4, said="甲 p7", href="../a/#p7"),), ROWS),
    "matrix": Chart("matrix", (Mark("a", "b", weight=12, said="乙，甲：12", href="../a/?mark=词#p1", value="12"),), ROWS, ROWS),
}


def drawn(kind: str) -> etree.Element:
    return etree.fromstring(draw(CHARTS[kind], "x", "题 <名>", "所见 & 所指"))


def test_every_kind_is_tried() -> None:
    assert set(CHARTS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_a_name_and_an_alternative(kind: str) -> None:
    svg = drawn(kind)
    assert svg.get("aria-labelledby") == "x-title x-desc"
    assert [(each.tag, each.get("id"), each.text) for each in svg[:2]] == [
        ("title", "x-title", "题 <名>"), ("desc", "x-desc", "所见 & 所指")]
    assert svg.get("role") == ("group" if CHARTS[kind].linked else "img")


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_neither_colours_nor_a_size_of_its_own(kind: str) -> None:
    text = draw(CHARTS[kind], "x", "题", "文")
    colours = set(re.findall(r'(?:fill|stroke)="([^"]*)"', text))
    assert colours <= {"none", "transparent"} and not any(sign in text for sign in CLASSES)
    assert "style" not in text and "font-family" not in text and "\n" not in text and "http" not in text
    svg = etree.fromstring(text)
    assert svg.get("width") is None and svg.get("viewBox").split()[2] == str(WIDTH)
    shown = {name for each in svg.iter() for name in (each.get("class") or "").split()}
    assert {"fill-ink", "fill-series-0"} & shown and shown <= {"chart"} | {
        f"{way}-{name}" for way in ("fill", "stroke") for name in CLASSES.values()}


@pytest.mark.parametrize("kind", KINDS)
def test_two_drawings_are_the_same(kind: str) -> None:
    from edition.picturing.drawing import _drawn
    first = draw(CHARTS[kind], "x", "题", "文")
    _drawn.cache_clear()
    assert draw(CHARTS[kind], "x", "题", "文") == first


@pytest.mark.parametrize("kind", ["dots", "matrix"])
def test_marks_and_names_lead_where_they_should(kind: str) -> None:
    links = {link.get("href"): link.findtext("title") for link in drawn(kind).iter("a")}
    mark, = CHARTS[kind].marks
    assert links[mark.href] == mark.said and "../a/" in links


@pytest.mark.parametrize("kind", KINDS)
def test_each_mark_says_what_it_means(kind: str) -> None:
    said = {each.text for each in drawn(kind).iter("title")}
    assert {mark.said for mark in CHARTS[kind].marks} <= said


def test_the_keyboard_passes_by_more_links_than_anyone_would_step_through() -> None:
    def stops(number: int) -> int:
        marks = tuple(Mark(place, "a", said=f"p{place}", href=f"../a/#p{place}") for place in range(1, number + 1))
        svg = etree.fromstring(draw(Chart("dots", marks, ROWS[1:] + (Label("a", "甲"),)), "x", "题", "文"))
        return len([link for link in svg.iter("a") if link.get("tabindex") != "-1"])

    assert stops(MOST) == MOST and stops(MOST + 1) == 0


def test_a_chart_without_marks_is_none() -> None:
    with pytest.raises(ValueError):
        draw(Chart("bars", ()), "x", "题", "文")
    with pytest.raises(KeyError):
        draw(Chart("cake", OVER_TIME), "x", "题", "文")


@pytest.mark.parametrize("text", ["", "甲", "一个很长很长的名称，长到图中放不下，只能截断", "a very long name that can not be shown whole"])
def test_names_fit(text: str) -> None:
    assert width(fitting(text, 100)) <= 100 and (fitting(text, 100) == text or fitting(text, 100).endswith("…"))
