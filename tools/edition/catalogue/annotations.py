"""`annotations.yml`: what editors say about a paragraph of a paper, or about a phrase in it.

    - id: a1                       # never used twice
      paragraph: p12
      phrase: 第 5 号文件           # stands there once; without it the whole paragraph is meant
      kind: correction
      text: >-
        Markdown, with links and citations: [p9](#p9), [@key, 第 3 页]
      by: 本版编者
      date: 2026-11-26
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Annotated

from pydantic import ValidationError

from edition.catalogue.entries import entries_in, misshapen
from edition.catalogue.faults import Codes, problems_of
from edition.catalogue.forms import AnyText, Day, Form, ParagraphId, Text, of_form
from edition.catalogue.yaml_lines import Lined
from edition.problems import Problem

FILE = "annotations.yml"
KINDS = ("comment", "cross-reference", "dating", "correction", "usage")
LONGEST_PHRASE = 30
_CODES = Codes(unknown="ANN002", missing="ANN003", wrong="ANN004")
_CJK = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
"""The blank that YAML puts for a line's end between characters that are written without blanks."""

_INDENTATION = re.compile("^ +")


@dataclass(frozen=True)
class Annotation:
    """One entry: `text` is Markdown, `at` the entry's line in the file, `text_at` that of the key `text`.

    `written` is the text as it stands in the file from that line on, with NUL for what is no part of it, so that the
    lines and columns found in it are those of the file.
    """

    id: str
    at: int
    paragraph: str
    kind: str
    text: str
    by: str
    date: str
    phrase: str = ""
    text_at: int = 0
    written: str = ""

    @property
    def number(self) -> int:
        return int(self.id[1:])


class AnnotationForm(Form):
    """The form of an entry."""

    id: Annotated[AnyText, of_form("a[1-9][0-9]{0,5}", "an id such as a1", "Take the next free number.")]
    paragraph: ParagraphId
    phrase: Annotated[AnyText, of_form(rf"\S.{{0,{LONGEST_PHRASE - 1}}}", f"one to {LONGEST_PHRASE} characters on a line",
                                       "Take a few characters that stand in the paragraph once.")] = ""
    kind: Annotated[AnyText, of_form("|".join(KINDS), "one of " + ", ".join(KINDS), "Take the nearest of these.")]
    text: Text
    by: Text
    date: Day


def read_annotations(lined: Lined, path: str, text: str) -> tuple[tuple[Annotation, ...], list[Problem]]:
    """Return the well-formed entries of a file with this text, and what is wrong with the others (ANN001 … ANN004)."""
    written = _Written(lined, text)
    read = [_entry(lined, path, number, written) for number in entries_in(lined)]
    problems = misshapen(lined, path, "ANN001", "annotations")
    return tuple(entry for entry, _ in read if entry), [*problems, *(each for _, found in read for each in found)]


def _entry(lined: Lined, path: str, number: int, written: "_Written") -> tuple[Annotation | None, list[Problem]]:
    try:
        form = AnnotationForm.model_validate(lined.value[number])
    except ValidationError as error:
        return None, problems_of(error, lined, path, _CODES, AnnotationForm, (number,))
    line, column = lined.place((number, "text"))
    values = form.model_dump() | {"text": _FOLD.sub("", form.text.strip())}
    return Annotation(**values, at=lined.place((number,))[0], text_at=line, written=written.text(line, column)), []


class _Written:
    """The lines of a file, and where in them its keys are."""

    def __init__(self, lined: Lined, text: str) -> None:
        self.lines = text.split("\n")
        self.keys = sorted({line for line, _ in lined.places.values()})

    def text(self, line: int, column: int) -> str:
        """Return the lines from a key `text` to the next key, with NUL for the key itself and for indentation."""
        following = bisect_right(self.keys, line)
        end = self.keys[following] if following < len(self.keys) else len(self.lines) + 1
        first, *others = self.lines[line - 1:end - 1]
        before = column - 1 + len("text:")
        return "\n".join(["\0" * before + first[before:], *map(_unindented, others)])


def _unindented(line: str) -> str:
    return _INDENTATION.sub(lambda blanks: "\0" * len(blanks[0]), line)
