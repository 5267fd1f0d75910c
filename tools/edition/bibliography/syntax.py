"""A .bib file read by bibtexparser 2, with what that passes over in silence: each fault with its line.

bibtexparser takes a missing comma into the value, leaves out an entry with a field given twice, and takes what stands
between two entries for a comment (https://github.com/sciunto-org/python-bibtexparser, 2.1).
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser import parse_string
from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import Block, ExplicitComment, ImplicitComment, ParsingFailedBlock, Preamble, String
from bibtexparser.model import Entry as Parsed

from edition.bibliography import faults
from edition.bibliography.model import Entry
from edition.bibliography.values import closing, depths, is_balanced, unwrapped
from edition.problems import Problem

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it warns of comes up as a coded problem

_FIELD = re.compile(r"\s*+([A-Za-z][\w-]*+)\s*+=\s*")
_HEAD = re.compile(r"@(\w+)\s*[{(]\s*([^\s,{}()=]+)\s*,")
_COMMENT = re.compile(r"\s*+(?:%|$)")
_BARE = re.compile(r"[\w.-]+")


def read_bib(text: str, path: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Return the entries of a .bib file and what is wrong with its form (BIB001 … BIB006). Never raises.

    Of an entry that can't be read the key is kept, so that those who cite it don't come up too.
    """
    reader = _Reader(path, text.split("\n"))
    try:
        blocks = parse_string(text, parse_stack=()).blocks
    except ParserStateException:
        return (), [faults.unreadable(path, 1, "an entry that can't be read")]
    for block in blocks:
        reader.take(block)
    return tuple(reader.entries), reader.problems


@dataclass
class _Reader:
    path: str
    texts: list[str]
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    has_failed: bool = False
    """Whether the block before could not be read: what follows it up to the next @ is its rest."""

    def take(self, block: Block) -> None:
        inner = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else None
        block = inner or block
        line = (block.start_line or 0) + 1
        if isinstance(block, Parsed):
            self._commented_out(line)
            self.entries.append(self._entry(block, line))
        elif isinstance(block, ImplicitComment):
            self.has_failed or self._between(block.comment, line)
        elif isinstance(block, (ExplicitComment, Preamble, String)):
            self.problems.append(faults.no_entry(self.path, line, type(block).__name__))
        elif isinstance(block, ParsingFailedBlock):
            self._failed(block, line)
        self.has_failed = isinstance(block, ParsingFailedBlock)

    def _commented_out(self, line: int) -> None:
        if self.texts[line - 1].lstrip().startswith("%"):
            self.problems.append(faults.behind_sign(self.path, line))

    def _entry(self, block: Parsed, line: int) -> Entry:
        before = len(self.problems)
        fields: dict[str, str] = {}
        lines: dict[str, int] = {}
        for name, value, at in self._fields(block):
            if name in fields:
                self.problems.append(faults.twice(self.path, at, name, lines[name]))
                continue
            fields[name], lines[name] = unwrapped(value), at
        whole = len(self.problems) == before
        return Entry(block.entry_type.lower(), block.key, fields, self.path, line, lines, whole)

    def _fields(self, block: Parsed) -> Iterator[tuple[str, str, int]]:
        """Yield name, value and line of each field, those swallowed by the one before too."""
        for parsed in block.fields:
            name, value, line = parsed.key, parsed.value, (parsed.start_line or 0) + 1
            while name is not None:
                own, rest = self._value(name, value, line)
                yield name.strip().lower(), own, line
                name, value, line = self._swallowed(name, rest, line + value[: len(value) - len(rest)].count("\n"))

    def _value(self, name: str, value: str, line: int) -> tuple[str, str]:
        """Return what is in the braces (or quotation marks) of a value, and what follows them."""
        if value[:1] not in ("{", '"'):
            bare = _BARE.match(value)
            own = bare[0] if bare else ""
            if not own.isdigit() and name.strip().lower() != "month":
                self.problems.append(faults.bare(self.path, line, name, value))
                return own, ""
            return own, value[len(own) :]
        end = closing(value)
        own = value[1:end] if end > 0 else value[1:]
        if end < 0 or not is_balanced(own):
            self.problems.append(faults.braces(self.path, line, f"the field {name.strip()}"))
            return own, ""
        return own, value[end + 1 :]

    def _swallowed(self, name: str, rest: str, line: int) -> tuple[str | None, str, int]:
        if not rest.strip():
            return None, "", 0
        following = _FIELD.match(rest)
        if not following:
            self.problems.append(faults.after_value(self.path, line, name, rest))
            return None, "", 0
        self.problems.append(faults.no_comma(self.path, line, name, following[1]))
        return following[1], rest[following.end() :], line + rest[: following.end()].count("\n")

    def _between(self, comment: str, line: int) -> None:
        """Report the first line between two entries that is no comment, once for all that follow it."""
        texts = enumerate(comment.split("\n"), line)
        number, text = next(((number, text) for number, text in texts if not _COMMENT.match(text)), (0, ""))
        if number and self.entries and any(depth < 0 for _, depth in depths(comment)):
            self.entries[-1] = _broken(self.entries[-1])
            self.problems.append(faults.braces(self.path, number, "the entry that ends here"))
        elif number:
            self.problems.append(faults.between(self.path, number, text))

    def _failed(self, block: ParsingFailedBlock, line: int) -> None:
        raw = block.raw or ""
        reason = getattr(block.error, "abort_reason", "")
        head = _HEAD.match(raw)
        if head:
            self.entries.append(Entry(head[1].lower(), head[2], {}, self.path, line, whole=False))
        if "end of file" in reason or "block start" in reason:
            at, what = _unclosed(raw)
            self.problems.append(faults.braces(self.path, line + at, what))
        elif "comma after entry key" in reason and "=" in reason:
            self.problems.append(faults.no_comma(self.path, line, "the key", "the first field"))
        else:
            self.problems.append(faults.unreadable(self.path, line + raw.count("\n"), _in_words(reason)))


def _in_words(reason: str) -> str:
    return "a field without =" if "Expected a `=`" in reason else "an entry that can't be read"


def _broken(entry: Entry) -> Entry:
    return Entry(entry.type, entry.key, entry.fields, entry.path, entry.line, entry.lines, whole=False)


def _unclosed(raw: str) -> tuple[int, str]:
    """Return the line (from 0) and name of the field that isn't closed when the next one begins, else the entry."""
    depth, at, name = 0, 0, ""
    for number, text in enumerate(raw.split("\n")):
        begun = _FIELD.match(text)
        if begun and depth > 1:
            return at, f"the field {name}" if name else "the entry"
        if begun:
            at, name = number, begun[1]
        depth += text.count("{") - text.count("}")
    return (at, f"the field {name}") if depth > 1 and name else (0, "the entry")
