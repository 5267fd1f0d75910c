"""What is wrong with a page's HTML, as far as Python can tell; `make audit` asks the Nu checker as well.

Grammar after the HTML standard's parser (html5lib's errors), then rules on the tree: ids, references to ids, what may
stand in what. <https://html.spec.whatwg.org/>
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from html5lib import HTMLParser

REFERENCES = ("for", "aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "headers", "list")
LABELLED = {"input", "button", "select", "textarea", "meter", "output", "progress"}
INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary", "details", "label"}
PHRASING = {"p", "span", "em", "strong", "small", "b", "i", "cite", "code", "q", "sub", "sup", "mark", "abbr", "label",
            "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "bdi", "time", "dfn"}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "figure", "section", "article", "aside", "nav", "main", "header", "footer",
          "blockquote", "details", "form", "fieldset", "hr", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "li"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ONLY = {
    "ul": {"li", "script", "template"}, "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"}, "tr": {"th", "td", "script", "template"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "script", "template"},
    "tbody": {"tr", "script", "template"}, "thead": {"tr", "script", "template"},
}
"""The elements that may stand directly in these."""


def errors_in(html: str) -> Iterator[str]:
    """Yield what is wrong with a page."""
    parser = HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    for (line, column), code, _ in parser.errors:
        yield f"{line}:{column}: {code}"
    yield from _wrong_ids(tree)
    yield from _misplaced(tree, ())


def _wrong_ids(tree: Element) -> Iterator[str]:
    by_id = {element.get("id"): element.tag for element in tree.iter() if element.get("id") is not None}
    counted = Counter(element.get("id") for element in tree.iter())
    yield from (f"id {name!r} stands {count} times" for name, count in counted.items() if name is not None and count > 1)
    yield from (f"id {name!r} is empty or has a blank" for name in by_id if not name or name.split() != [name])
    for element in tree.iter():
        for attribute in REFERENCES:
            for name in (element.get(attribute) or "").split():
                if name not in by_id:
                    yield f"{attribute}={name!r} of <{element.tag}> names no id"
                elif attribute == "for" and element.tag == "label" and by_id[name] not in LABELLED:
                    yield f"a label is for <{by_id[name]} id={name!r}>"


def _misplaced(element: Element, above: tuple[str, ...]) -> Iterator[str]:
    tag = element.tag if isinstance(element.tag, str) else ""
    parent = above[-1] if above else ""
    if parent in ONLY and tag and tag not in ONLY[parent]:
        yield f"<{tag}> stands directly in <{parent}>"
    if parent in ONLY and (element.tail or "").strip() or tag in ONLY and (element.text or "").strip():
        yield f"text stands directly in <{parent if parent in ONLY else tag}>"
    if tag in BLOCKS and parent in PHRASING and not (parent == "summary" and tag in HEADINGS):
        yield f"<{tag}> stands in <{parent}>"
    if tag in INTERACTIVE - {"label"} and _is_reached(element) and (holder := next((one for one in above if one in ("a", "button")), "")):
        yield f"<{tag}> stands inside <{holder}>"
    if tag == "img" and element.get("alt") is None:
        yield "an <img> has no alt"
    for child in element:
        yield from _misplaced(child, (*above, tag))


def _is_reached(element: Element) -> bool:
    return element.tag != "input" or element.get("type") != "hidden"
