"""The drawer's SVG → SVG for a page: colours as classes, no fixed size, words for what is seen, links of ours.

A picture without links is one image (`role="img"`); one with links is a group, for whatever stands in an image is
hidden from whoever doesn't see it (WAI-ARIA 1.2, img: children presentational). Beyond `MOST` links the keyboard passes
them by: the table below the picture has the same.
"""

import re

from lxml import etree

from edition.picturing.model import HERE
from edition.picturing.palette import CLASSES

MOST = 200
"""Links in one picture that the keyboard stops at."""

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"(?:-|(?<!\d))\d++\.\d+(?:e-?\d+)?")
_KEPT = {"d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "fill", "stroke", "stroke-width",
         "font-size", "font-weight", "text-anchor", "opacity", "fill-opacity"}


def dressed(drawn: str, addresses: list[str], name: str, title: str, alternative: str, linked: bool) -> str:
    """Return the picture; the `addresses` stand for their numbers in the drawing."""
    root = etree.fromstring(drawn.encode())
    group = next(each for each in root if each.tag == f"{_SVG}g")
    stops = len(group.findall(f".//{_SVG}a")) <= MOST
    _dress(group, addresses, stops)
    group.set("fill", "none")
    view = " ".join(_short(part) for part in root.get("viewBox").split())
    svg = etree.Element("svg", {"class": "chart", "viewBox": view, "role": "group" if linked else "img",
                                "aria-labelledby": f"{name}-title {name}-desc"})
    for tag, said in (("title", title), ("desc", alternative)):
        etree.SubElement(svg, tag, {"id": f"{name}-{tag}"}).text = said
    svg.append(group)
    return re.sub(r' xmlns(?::\w+)?="[^"]*"', "", etree.tostring(svg, encoding="unicode")).replace("\n", " ")


def _dress(element: etree._Element, addresses: list[str], stops: bool) -> None:
    """Dress all that is inside an element, then the element itself."""
    for child in list(element):
        if child.get("class") in ("background", "foreground"):
            element.remove(child)
        else:
            _dress(child, addresses, stops)
    for child in [child for child in element if child.tag in ("a", "g") and not child.attrib]:
        _unwrap(element, child)
    said, target = element.get("aria-label"), element.get(_XLINK)
    _keep(element)
    element.tag = element.tag.removeprefix(_SVG)
    if target and target.startswith(HERE):
        _link(element, addresses[int(target.removeprefix(HERE))], stops)
    elif said and element.tag == "path":
        _say(element, said)


def _unwrap(parent: etree._Element, group: etree._Element) -> None:
    place = parent.index(group)
    for child in reversed(group):
        parent.insert(place, child)
    parent.remove(group)


def _keep(element: etree._Element) -> None:
    """Keep the attributes that draw, numbers short, colours as classes."""
    classes = [f"{name}-{CLASSES[element.get(name)]}" for name in ("fill", "stroke") if element.get(name) in CLASSES]
    kept = {name: _short(value) for name, value in element.attrib.items()
            if name in _KEPT and value not in CLASSES and not (name, value) in (("opacity", "1"), ("fill", "none"))}
    element.attrib.clear()
    element.attrib.update(kept | ({"class": " ".join(classes)} if classes else {}))


def _link(element: etree._Element, address: str, stops: bool) -> None:
    element.set("href", address)
    if not stops:
        element.set("tabindex", "-1")
    title = next((child for child in element.iterdescendants("title")), None)
    if title is not None:
        title.getparent().remove(title)
        element.insert(0, title)


def _say(element: etree._Element, said: str) -> None:
    etree.SubElement(element, "title").text = said


def _short(text: str) -> str:
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), text)
