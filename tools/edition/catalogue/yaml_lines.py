"""YAML of which every key knows its line: plain text, lists and mappings, nothing else.

Values are built from the events of libyaml (through PyYAML: a tenth of the time of a parser in Python), so that tags,
anchors, aliases and deep nesting are refused before anything is made of them. A plain number, true, false, null are values of their type; everything else is the text as written
(`06`, `1.5` and `2023-06-01` too).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from edition.problems import Problem, Refused

Path = tuple[str | int, ...]
"""The keys and list positions (from 0) that lead to a value."""

_DEEPEST = 12
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")
_UNREADABLE = re.compile("[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no line of YAML may hold: controls, and what one reader takes for the end of a line and another does not."""


@dataclass
class Lined:
    """A value, the place (line, column) of each key and list member in it, and what was wrong on the way."""

    value: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> tuple[int, int]:
        """Return the line and column of a path, or of the nearest one that leads to it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def parse(text: str, path: str, first_line: int = 1) -> Lined:
    """Return the value of one YAML document of which the first line is `first_line` of the file `path`.

    Never raises: what can't be read at all has the value None and a problem (YML001 … YML004).
    """
    builder = _Builder(path, first_line)
    if found := _UNREADABLE.search(text):
        line, column = text.count("\n", 0, found.start()), found.start() - text.rfind("\n", 0, found.start()) - 1
        return Lined(problems=[_syntax(line, column, f"character U+{ord(found[0]):04X}", path, first_line)])
    try:
        builder.read(yaml.parse(text, Loader=yaml.CBaseLoader))
    except Refused as refused:
        return Lined(None, builder.lined.places, [*builder.lined.problems, *refused.problems])
    except (YAMLError, ValueError, OverflowError) as error:  # ValueError, OverflowError: an escape beyond Unicode
        return Lined(None, builder.lined.places, [*builder.lined.problems, _syntax(*_trouble(error, first_line), path, first_line)])
    return builder.lined


@dataclass
class _Open:
    """A list or mapping that is being filled."""

    value: list | dict
    path: Path
    key: str | None = None


class _Builder:
    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.lined = Lined(places={(): (first_line, 1)})
        self.open: list[_Open] = []
        self.documents = 0

    def read(self, events: Iterable[Event]) -> None:
        for event in events:
            if isinstance(event, NodeEvent):
                self._refuse_references(event)
            if isinstance(event, CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, DocumentStartEvent):
                self._one_document(event)

    def _begin(self, event: CollectionStartEvent) -> None:
        if self.open and isinstance(self.open[-1].value, dict) and self.open[-1].key is None:
            self._refuse(event, "YML001", "a list or mapping as a key", "a word", "Write the key as plain text.")
        if len(self.open) >= _DEEPEST:
            self._refuse(event, "YML004", f"more than {_DEEPEST} levels of nesting", "fewer",
                         "Look for a stray bracket.")
        value: list | dict = {} if isinstance(event, MappingStartEvent) else []
        self.open.append(_Open(value, self._add(value, event)))

    def _scalar(self, event: ScalarEvent) -> None:
        if _NO_CHARACTER.search(event.value):
            self._refuse(event, "YML001", "an escape that stands for no character", "text", "Take the escape out.")
        top = self.open[-1] if self.open else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._key(top, event)
        else:
            self._add(_plain(event.value) if event.implicit[0] else event.value, event)

    def _key(self, top: _Open, event: ScalarEvent) -> None:
        path = (*top.path, event.value)
        if event.value in top.value:
            self.lined.problems.append(self._problem(
                event, "YML002", f"key {event.value[:40]!r} a second time",
                f"it once (line {self.lined.places[path][0]})", "Keep one of the two."))
        top.key = event.value
        self.lined.places[path] = self._place(event)

    def _add(self, value: Any, event: Event) -> Path:
        """Put a value where it belongs and return its path."""
        if not self.open:
            self.lined.value, self.lined.places[()] = value, self._place(event)
            return ()
        top = self.open[-1]
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            top.value.append(value)
            self.lined.places[path] = self._place(event)
            return path
        path = (*top.path, top.key)
        top.value[top.key], top.key = value, None
        return path

    def _refuse_references(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor or getattr(event, "tag", None):
            self._refuse(event, "YML003", "a YAML tag, anchor or alias (! & *)", "plain values",
                         "Write the value out; put text that begins with such a sign in quotes.")

    def _one_document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, "YML001", "a second YAML document (---)", "one", "Take the line --- out.")

    def _refuse(self, event: Event, code: str, found: str, expected: str, hint: str) -> None:
        raise Refused(self._problem(event, code, found, expected, hint))

    def _problem(self, event: Event, code: str, found: str, expected: str, hint: str) -> Problem:
        line, column = self._place(event)
        return Problem(self.path, line, code, found, expected, hint, column=column)

    def _place(self, event: Event) -> tuple[int, int]:
        return self.first_line + event.start_mark.line, event.start_mark.column + 1


def _plain(written: str) -> Any:
    if _NUMBER.fullmatch(written):
        return int(written)
    return _CONSTANTS.get(written, written)


def _syntax(line: int, column: int, reason: str, path: str, first_line: int) -> Problem:
    return Problem(path, first_line + line, "YML001", f"invalid YAML at column {column + 1} ({reason})", "valid YAML",
                   "Look at this line and the one before it for a colon, quotation mark, bracket or blank too many or "
                   "missing; put text with a colon in quotes.", column=column + 1)


def _trouble(error: Exception, first_line: int) -> tuple[int, int, str]:
    """Return line and column (from 0) and the reason of an error of PyYAML."""
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        begun = f", {error.context} in line {first_line + error.context_mark.line}" if error.context_mark else ""
        return error.problem_mark.line, error.problem_mark.column, f"{error.problem}{begun}"
    return 0, 0, str(error)
