"""The styles by name, and what they can do: format one item, a file with an item a line, a list for download."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from edition.citing import faults, gbt, note
from edition.citing.exchange import bibtex, ris
from edition.citing.item import Item, read_item
from edition.citing.locators import Locator, read_locator, spell_locator
from edition.problems import Problem, Refused

Format = Callable[[Item, Locator], str]
DEFAULT = "gbt7714-2025"
HALF_PAIR = re.compile("[\ud800-\udfff]")
HANDBOOKS = ("apa", "chicago", "mla")
EXPORTS: dict[str, Callable[[Sequence[Item]], str]] = {"bibtex": bibtex.entries, "ris": ris.entries}
EXCHANGE = (*EXPORTS, "csl-json")


def _handbook(style: str) -> Format:
    def reference(item: Item, locator: Locator) -> str:
        from edition.citing import handbooks  # loading citeproc-py takes longer than all the other styles together

        return handbooks.reference(item, locator, style)

    return reference


FORMATS: dict[str, Format] = {
    "gbt7714-2025": partial(gbt.reference, rules=gbt.GBT2025),
    "gbt7714-2015": partial(gbt.reference, rules=gbt.GBT2015),
    "note": note.reference,
    **{style: _handbook(style) for style in HANDBOOKS},
}
STYLES: tuple[str, ...] = (*FORMATS, *EXCHANGE)
"""All styles, the default first."""


def format_reference(item: Mapping, style: str = DEFAULT, locator: str = "", label: str = "page") -> str:
    """Return the reference of a CSL-JSON item, `locator` the place in it that is meant (21, 第 21 页, pp. 21-23).

    `label` is CSL's for a bare number (page, chapter, paragraph …).
    In the exchange formats it is one entry, without the locator, which these formats do not have.
    Raises Refused (CIT001 to CIT007) for an unknown style, an item that can't be used, or a type that the style lacks.
    """
    _known(style)
    read = read_item(item)
    if style in FORMATS:
        return FORMATS[style](read, read_locator(spell_locator(locator, label, read.is_east_asian)))
    return _as_json(item) if style == "csl-json" else EXPORTS[style]([read]).strip("\n")


def format_lines(lines: Iterable[str], style: str = DEFAULT, path: str = "-") -> Iterator[str | tuple[Problem, ...]]:
    """Yield for each line of CSL-JSON that is not blank its reference, or what is wrong with it, with path and line.

    An item's keys "locator" and "label" are its locator, as `edition references` writes it.
    Raises Refused (CIT001) for an unknown style.
    """
    _known(style)
    return (_format_line(line, style, path, number) for number, line in enumerate(lines, 1) if line.strip())


def _format_line(line: str, style: str, path: str, number: int) -> str | tuple[Problem, ...]:
    try:
        item = parse_item(line)
        locator, label = (str(item.get(key) or "") for key in ("locator", "label"))
        return format_reference(item, style, locator, label)
    except Refused as refused:
        return tuple(replace(problem, path=path, line=number) for problem in refused.problems)


def parse_item(line: str) -> Mapping:
    """Return the object of a line of JSON. Raises Refused (CIT002)."""
    try:
        item = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise Refused(faults.no_object(f"a line that is no JSON ({fault})")) from None
    if not isinstance(item, Mapping):
        raise Refused(faults.no_object(f"JSON, but no object: {line.strip()[:40]}"))
    return item


def export_items(items: Sequence[Mapping], style: str) -> str:
    """Return a file of all items in bibtex, ris or csl-json.

    Raises Refused with all that is wrong with any of them (CIT001 to CIT008).
    """
    if style not in EXCHANGE:
        raise Refused(faults.unknown_style(style, ", ".join(EXCHANGE)))
    read = _all_read(items)
    if style == "csl-json":
        return _as_json(list(items), indent=2) + "\n"
    return EXPORTS[style](read)


def _as_json(value: object, indent: int | None = None) -> str:
    """Return JSON with Chinese as it is; half a character pair, which UTF-8 can't hold, as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return text if text.isascii() or not HALF_PAIR.search(text) else json.dumps(value, indent=indent, default=str)


def _all_read(items: Sequence[Mapping]) -> list[Item]:
    read: list[Item] = []
    problems: list[Problem] = []
    for item in items:
        try:
            read.append(read_item(item))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return read


def _known(style: object) -> None:
    if style not in STYLES:
        raise Refused(faults.unknown_style(style, ", ".join(STYLES)))
