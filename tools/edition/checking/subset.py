"""What Markdown may bring onto a page: the subset that editors write, and whatever of a text is outside it.

A page is first scanned for what could be HTML, an attribute or an address of other kinds than the subset has. Where there
is none, the page is sound. Where there is, it is rendered as the site renders it, and what comes out decides: code that
shows a tag is no tag. So the scan may err on the safe side, and nothing hangs on how we read Markdown.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

TAGS = ("div", "span", "br", "sup", "sub")
"""HTML elements that editors may write, beside those that Markdown makes."""

ATTRIBUTES = ("lang", "class", "id", "title", "markdown")
"""Attributes that they may have, written name="value", and that lists of attributes ({: …}) may give to others."""

SCHEMES = ("https", "http", "mailto")
"""Schemes of addresses that may be linked; without a scheme an address is within the site."""

LONGEST_TAG = 500
"""Characters of a tag of which the beginning is told."""

_RENDERED = "p h1 h2 h3 h4 h5 h6 ul ol li a em strong code pre blockquote table thead tbody tr th td hr img".split()
_NAMES = "|".join((*TAGS, *_RENDERED))
_SAFE = "|".join(ATTRIBUTES)
_COMMENT = r"<!--(?!-?>)(?:(?!--!?>|<!--)[\s\S])*+-->"
_MARKUP = re.compile(rf"{_COMMENT}|</?(?P<tag>[A-Za-z][^\s/<>]*)(?P<rest>[^<>]*)>?|<[A-Za-z/!?]")
_ATTRIBUTE = re.compile(r'\s*(?P<name>[^\s="/<>]+)(?:="(?P<value>[^"<>]*)")?')
_TAG_SOURCE = re.compile(rf'{_COMMENT}|</?(?:{"|".join(TAGS)})(?:\s+(?:{_SAFE})(?:="[^"<>]*")?)*\s*/?>|<https?://[^\s<>]+>')
_LIST_SOURCE = re.compile(rf"\{{:?[ ]*(?:[#.][\w-]+[ ]*|(?:{_SAFE})=(?:\"[^\"{{}}]*\"|[\w-]+)[ ]*)+\}}")
_TAG_BEGUN = re.compile(r"<[A-Za-z!?]")
_LIST_BEGUN = re.compile(r"\{[^{}\n]*=[^{}\n]*\}")
_IMAGE_BEGUN = re.compile(r"!\[")
_TARGET = re.compile(r"\]\(\s*<?(?P<inline>[^\s)<>]*)|^[^\S\n]*+\[[^\]\n]+\]:\s*<?(?P<reference>\S+)", re.MULTILINE)
_PLAIN_TARGET = re.compile(rf"(?:(?:{'|'.join(SCHEMES)}):[^&\\]*|(?!//)[^:&\\]*)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class Hazard:
    """Something outside the subset: the code of its rule, where it stands in the text, what it is."""

    code: str
    at: int
    what: str


def suspects(text: str) -> Iterator[tuple[int, str]]:
    """Yield each place of a text that might be outside the subset: its offset, and what stands there."""
    sound = {match.start() for match in _TAG_SOURCE.finditer(text)}
    for match in _TAG_BEGUN.finditer(text):
        if match.start() not in sound and not _inside_comment(text, match.start(), sound):
            yield match.start(), _upto(text, match.start(), ">")
    for match in _LIST_BEGUN.finditer(text):
        if not _LIST_SOURCE.match(text, match.start()):
            yield match.start(), match[0]
    for match in _IMAGE_BEGUN.finditer(text):
        yield match.start(), _upto(text, match.start(), ")")
    for match in _TARGET.finditer(text):
        if not _PLAIN_TARGET.fullmatch(target := match["inline"] or match["reference"] or ""):
            yield match.start(), target


def _upto(text: str, start: int, sign: str) -> str:
    """Return what stands at a place, up to a sign that may be far away."""
    end = text.find(sign, start, start + LONGEST_TAG)
    return text[start:end + 1 if end >= 0 else start + 40]


def _inside_comment(text: str, at: int, sound: set[int]) -> bool:
    start = text.rfind("<!--", 0, at)
    return start in sound and text.find("-->", start) > at


def rendered(page: str) -> frozenset[tuple[str, str]]:
    """Return what a rendered page has outside the subset: the codes of rules, each with the tag, attribute or address."""
    return frozenset(found for match in _MARKUP.finditer(page) for found in _outside(match))


def _outside(match: re.Match) -> Iterator[tuple[str, str]]:
    if match[0].startswith("<!--") and match[0].endswith("-->"):
        return
    if not match["tag"] or match["tag"] not in (*TAGS, *_RENDERED) or not match[0].endswith(">"):
        yield "SEC001", "<" + (match["tag"] or match[0][1:])
        return
    rest, end = match["rest"].rstrip("/ \n"), 0
    while end < len(rest):
        attribute = _ATTRIBUTE.match(rest, end)
        if not attribute or attribute.end() == end:
            yield "SEC002", rest[end:].strip()
            return
        yield from _of_attribute(match["tag"], attribute["name"], html.unescape(attribute["value"] or ""))
        end = attribute.end()


def _of_attribute(tag: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    known = {"a": ("href",), "img": ("src", "alt"), "th": ("style",), "td": ("style",), "ol": ("start",)}.get(tag, ())
    if name not in (*ATTRIBUTES, *known) or name == "style" and not re.fullmatch(r"text-align: (?:left|center|right);", value):
        yield "SEC002", name
    if name == "href" and not _is_link(value):
        yield "SEC003", value
    if name == "src" and not _is_own(value):
        yield "SEC004", value


def _is_link(target: str) -> bool:
    """Tell whether an address is within the site or of a scheme that may be linked, read as browsers read it."""
    bare = _CONTROLS.sub("", target)
    scheme, colon, _ = bare.partition(":")
    if not colon or re.search(r"[/?#]", scheme):
        return not bare.startswith(("//", "\\", "/\\"))
    return scheme.lower() in SCHEMES


def _is_own(target: str) -> bool:
    """Tell whether an address is that of a file within the site."""
    return ":" not in target and "&" not in target and not target.startswith(("/", "\\"))
