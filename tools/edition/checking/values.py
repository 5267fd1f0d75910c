"""The editors' prose in YAML, line by line, for rules about how it is written. Finds nothing itself."""

import re
from collections.abc import Iterator

from edition.catalogue import Edition
from edition.checking.prose import FRONT, HIDDEN, Line, pages, said
from edition.checking.syntax import unread

PROSE = frozenset("title description caption source alternative why note comment body reason words definition".split())
"""Keys whose values editors write; what quotes a source or names a thing is none of theirs."""

_KEY = re.compile(r"(?P<before>[ \t]*+(?:- ++)*+)(?P<key>[A-Za-z_]\w*+):(?=[ \t]|$)[ \t]*")
_SYNTAX = str.maketrans(dict.fromkeys(",:{}[]", HIDDEN))


def value_lines(edition: Edition) -> Iterator[Line]:
    """Yield every line of front matter and YAML files that holds editors' prose; `said` is that prose alone."""
    broken = {problem.path for problem in unread(edition)}
    for page in (page for page in pages(edition) if page.path not in broken):
        yield from _prose_of([line for line in page.lines if line.code == FRONT])
    for path, text in sorted(edition.texts.items()):
        if path.endswith(".yml") and path not in broken:
            yield from _prose_of([Line(path, number, line, line) for number, line in enumerate(text.split("\n"), 1)])


def _prose_of(lines: list[Line]) -> Iterator[Line]:
    key = ""
    for line in lines:
        match = _KEY.match(line.text)
        key = match["key"] if match else key
        if _is_prose(key, line.path) and not line.text.lstrip().startswith(("#", "---")):
            yield _said(line, match.end() if match else 0)


def _is_prose(key: str, path: str) -> bool:
    """Tell whether editors write the values of a key: `text` is theirs in annotations, `source` is not in emendations."""
    if key == "text":
        return path.endswith("/annotations.yml")
    return key in PROSE and not (key == "source" and path.endswith("/emendations.yml"))


def _said(line: Line, start: int) -> Line:
    value = line.text[start:]
    if value[:1] in ("{", "["):
        value = value.translate(_SYNTAX)
    if value[:1] in ("'", '"') and value.rstrip()[-1:] == value[0]:
        value = HIDDEN + value.rstrip()[1:-1].replace('\\"', HIDDEN * 2) + HIDDEN
    return Line(line.path, line.number, line.text, HIDDEN * start + said(value))
