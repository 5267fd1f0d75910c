"""Rules about the editors' files as files: PAG001 …"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from edition.catalogue import Edition, Written
from edition.catalogue.faults import cut, describe
from edition.checking.registry import rule
from edition.glossary.reading import is_term
from edition.problems import Problem

HEAD = {"title": str, "title_en": str, "description": str, "order": int}
"""What the front matter of a page that is neither a paper's nor a term's may say, and of what kind it is."""

_TRAILING = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)


@rule("PAG001", summary="an editors' file that is not UTF-8")
def not_utf8(edition: Edition) -> Iterable[Problem]:
    """What people write for the edition is UTF-8 throughout, so that it reads the same everywhere.

    Mend: open the file with its true encoding and save it as UTF-8.
    """
    return edition.found("PAG001")


@rule("PAG002", summary="an editors' file that is missing or can't be read")
def unreadable(edition: Edition) -> Iterable[Problem]:
    """Each folder of docs/papers is a paper and needs a file index.md; what lies there by the name of an editors' file
    must be a file.

    Mend: add index.md (`edition add` writes its beginning), or take the folder away if it holds no paper.
    """
    return edition.found("PAG002")


@rule("PAG003", summary="an editors' file that is too large")
def too_large(edition: Edition) -> Iterable[Problem]:
    """A file that people write has at most 128 KiB; more is a mistake, and would keep the tools busy for long.

    Mend: look whether something else was pasted or saved under this name.
    """
    return edition.found("PAG003")


@rule("PAG004", summary="a symbolic link that leads out of the edition")
def link_out(edition: Edition) -> Iterable[Problem]:
    """A link in docs/, papers/ or bib/ that leads elsewhere would put on the site whatever lies there on the machine
    that builds it, and nothing on any other. It is not followed.

    Mend: put the file itself in its place. Source texts that lie elsewhere are named by EDITION_PAPERS.
    """
    return edition.found("PAG004")


@rule("PAG005", summary="blanks at the end of a line", exceptable=True)
def trailing(edition: Edition) -> Iterator[Problem]:
    """In Markdown two blanks at the end break the line, in YAML they may belong to the value; nobody sees them.

    Mend: take them away. (Tables of tabs and commas are not looked at: there an empty cell may be the last.)
    """
    for path, text in sorted(edition.texts.items()):
        for match in _TRAILING.finditer(text) if path.endswith((".md", ".yml", ".bib")) else ():
            line, start = text.count("\n", 0, match.start()) + 1, text.rfind("\n", 0, match.start())
            yield Problem(path, line, "PAG005", f"{len(match[0])} at the end of the line", "none", "Take them away.",
                          column=match.start() - start)


@rule("PAG006", summary="front matter of a page that says what no page may say")
def head(edition: Edition) -> Iterator[Problem]:
    """A page of editors that is neither a paper's nor a term's has title, title_en, description and order. Other keys
    would be lost, or tell the theme what to load.

    Mend: correct the key, or take it out; a text with a colon stands in quotation marks.
    """
    for page in edition.written:
        if not is_term(page.path) and edition.asks_for(page.shown):
            yield from _odd_keys(page)


def _odd_keys(page: Written) -> Iterator[Problem]:
    lined = page.head
    if lined.value is not None and not isinstance(lined.value, dict):
        yield Problem(page.shown, 1, "PAG006", f"front matter with {describe(lined.value)}", "a mapping (key: value)",
                      "Write one key: value a line between the two lines ---.")
    for key, value in lined.value.items() if isinstance(lined.value, dict) else ():
        line, column = lined.place((key,))
        near = get_close_matches(key, HEAD, n=1, cutoff=0.75)
        if key not in HEAD:
            yield Problem(page.shown, line, "PAG006", f"unknown key {cut(key)!r}", "one of " + ", ".join(HEAD),
                          f"Did you mean {near[0]!r}?" if near else "Take the key out.", column=column)
        elif type(value) is not HEAD[key]:
            yield Problem(page.shown, line, "PAG006", f"{key} with {describe(value)}",
                          "a whole number" if HEAD[key] is int else "text", "Write the value so.", column=column)
