"""Rules about what could harm readers or the machine that builds: SEC001 … SEC008. None can be excepted."""

import html
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache

from edition.catalogue import Edition
from edition.catalogue.faults import cut
from edition.checking.prose import pages
from edition.checking.registry import rule
from edition.checking.subset import ATTRIBUTES, SCHEMES, TAGS, Hazard, rendered, suspects
from edition.problems import Problem
from edition.weaving.intext.code import front_end

EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables")
"""Those of mkdocs.yml, and of MkDocs itself, that make HTML of what editors write."""

LONGEST_LINE, DEEPEST, BRACKETS = 10_000, 6, 20
"""Characters of a line; lists and quotations in one another; brackets open at once."""

_DEEP = re.compile(rf"(?:[ \t]*(?:[-*+>]|\d{{1,9}}[.)])(?=[ \t>])[ \t]*){{{DEEPEST + 1}}}|[ \t]{{{4 * DEEPEST + 1},}}(?:[-*+>]|\d+[.)])[ \t]")
_BLANKS = re.compile(r"[\x00-\x20\\]")
_OUT = re.compile(r"\]\(<?((?:\.\./|[\w.-]+/)*[^\s()<>:#?]*)")


@lru_cache(maxsize=2)
def _found(edition: Edition) -> tuple[tuple[str, int, Hazard], ...]:
    """Return what is outside the subset: path, line, and what it is, its place counted in its line."""
    found = []
    for page in pages(edition):
        start = front_end(page.text)
        body, first = page.text[start:], page.text.count("\n", 0, start) + 1
        found += [(page.path, first + body.count("\n", 0, each.at), _in_line(each, body)) for each in outside_subset(body)]
    return tuple(found)


def _in_line(hazard: Hazard, text: str) -> Hazard:
    return Hazard(hazard.code, hazard.at - text.rfind("\n", 0, hazard.at), hazard.what)


@lru_cache(maxsize=512)
def outside_subset(text: str) -> tuple[Hazard, ...]:
    """Return the places of a text that bring onto a page what is outside the subset."""
    suspected = tuple(suspects(text)) if not any(map(_is_too_much, text.split("\n"))) else ()
    if not suspected:
        return ()
    from markdown import Markdown  # here: slow to load, seldom needed

    faults = sorted(rendered(Markdown(extensions=list(EXTENSIONS)).convert(text)))
    told = [Hazard(code, at, what) for code, what in faults for at, said in suspected if _says(said, what)]
    first = {each.at: each for each in reversed(told)}  # a script with an address is one mistake, and not two
    return tuple(first.values()) or tuple(Hazard(code, suspected[0][0], what) for code, what in faults[:1])


def _says(said: str, what: str) -> bool:
    """Tell whether what stands at a place may be what came out of rendering."""
    return _BLANKS.sub("", what).lower() in _BLANKS.sub("", html.unescape(said)).lower()


def _problems(edition: Edition, code: str, expected: str, hint: str) -> Iterator[Problem]:
    for path, line, hazard in _found(edition):
        if hazard.code == code:
            yield Problem(path, line, code, cut(hazard.what), expected, hint, column=hazard.at)


@rule("SEC001", summary="HTML that editors may not write")
def tag(edition: Edition) -> Iterator[Problem]:
    """Pages hold Markdown, and of HTML the elements that Markdown makes, div, span, br, sup, sub and comments, with double
    quotation marks around the values of attributes. Scripts, frames, forms, styles could act in the reader's browser.

    Mend: say it in Markdown; show a tag as code, between backticks; write a mere < as &lt;.
    """
    return _problems(edition, "SEC001", "Markdown, or " + ", ".join(TAGS),
                     "Say it in Markdown; put what is to be shown between backticks.")


@rule("SEC002", summary="an attribute that editors may not write")
def attribute(edition: Edition) -> Iterator[Problem]:
    """Elements may have lang, class, id, title and markdown, in HTML and in lists of attributes ({: .lead}). Handlers such
    as onclick run scripts, style lets a page look like what it isn't.

    Mend: take the attribute out.
    """
    return _problems(edition, "SEC002", "one of " + ", ".join(ATTRIBUTES), "Take the attribute out.")


@rule("SEC003", summary="a link of a kind that may not be linked")
def link(edition: Edition) -> Iterator[Problem]:
    """Links lead to pages of the edition, to http:// and https:// addresses, or to mailto:. Those of other schemes, such as
    javascript: and data:, run what they hold; // leaves out what a reader should see.

    Mend: write the whole address, or the path of the page within docs.
    """
    return _problems(edition, "SEC003", "a path within docs, or an address that begins with " + ", ".join(SCHEMES),
                     "Write the whole address, or take the link out.")


@rule("SEC004", summary="an image from elsewhere")
def image(edition: Edition) -> Iterator[Problem]:
    """The site asks no other host for anything: a picture from elsewhere tells that host who reads what, and may change
    or vanish.

    Mend: put the file below docs, if its rights allow, and name it by its path; or link to it.
    """
    return _problems(edition, "SEC004", "a file below docs", "Put the file below docs, or write a link.")


@rule("SEC005", summary="HTML or a script's address in YAML")
def in_yaml(edition: Edition) -> Iterator[Problem]:
    """Titles, descriptions and captions come onto pages; they are text, and have no tags, lists of attributes or links
    other than Markdown's to pages and http(s) addresses.

    Mend: write the text without; a mere < is followed by a blank.
    """
    for path, text in edition.texts.items():
        whole = text if path.endswith(".yml") else text[:front_end(text)] if path.endswith(".md") else ""
        for number, line in enumerate(whole.split("\n"), 1):
            for at, what in suspects(line) if not line.lstrip().startswith("#") and not _is_too_much(line) else ():
                yield Problem(path, number, "SEC005", cut(what), "text", "Write it without.", column=at + 1)


@rule("SEC006", summary="a line too long, or nested too deeply")
def too_much(edition: Edition) -> Iterator[Problem]:
    """No line has more than 10,000 characters, more than six lists or quotations in one another, or more than twenty
    brackets open at once. What exceeds that is a mistake, and could keep the tools busy for hours.

    Mend: look for what was pasted here by mistake; divide a real paragraph.
    """
    for path, text in edition.texts.items():
        head = text.count("\n", 0, front_end(text)) if path.endswith(".md") else text.count("\n") + 1
        for number, line in enumerate(text.split("\n"), 1):
            if said := _is_too_much(line) if number > head else _is_too_long(line):
                yield Problem(path, number, "SEC006", said, f"at most {LONGEST_LINE} characters, {DEEPEST} levels, "
                              f"{BRACKETS} open brackets", "Look for what was pasted here by mistake.")


def _is_too_much(line: str) -> str:
    """Return what is too much in a line, nothing where all is well."""
    if said := _is_too_long(line):
        return said
    if _DEEP.match(line):
        return f"more than {DEEPEST} levels of lists or quotations"
    return f"more than {BRACKETS} brackets open at once" if _open_brackets(line) > BRACKETS else ""


def _is_too_long(line: str) -> str:
    return f"{len(line)} characters" if len(line) > LONGEST_LINE else ""


def _open_brackets(line: str) -> int:
    deepest = depth = 0
    for character in line if line.count("[") + line.count("(") + line.count("{") > BRACKETS else "":
        depth = max(0, depth + (character in "[({") - (character in "])}"))
        deepest = max(deepest, depth)
    return deepest


@rule("SEC007", summary="a link that leads out of docs")
def out_of_docs(edition: Edition) -> Iterator[Problem]:
    """A relative link counts from its own file; with too many ../ it leads out of docs, to files that are not on the site
    and not a reader's business.

    Mend: count the folders between the page and docs.
    """
    for page in pages(edition):
        folder = posixpath.dirname(page.path)
        for line in page.lines:
            for match in _OUT.finditer(line.bare if not line.is_code else ""):
                if match[1].startswith(".") and not posixpath.normpath(posixpath.join(folder, match[1])).startswith("docs"):
                    yield line.problem("SEC007", match.start(1), f"a link to {cut(match[1])}", "one that stays within docs",
                                       "Count the folders between this page and docs.")


@rule("SEC008", summary="a file of a kind that docs does not hold")
def kind_of_file(edition: Edition) -> Iterator[Problem]:
    """What lies in docs is put on the site: pages, data, and pictures as PNG, JPEG or WebP. HTML, SVG and scripts could act
    in the reader's browser, other files are here by mistake.

    Mend: take the file away; what the tools need lies in tools/edition/site.
    """
    return edition.found("SEC008")
