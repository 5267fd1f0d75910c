"""What pydantic finds wrong with a value, said in an editor's words at the line of the key."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError

from edition.catalogue.forms import FORM, NAMELESS, Form
from edition.catalogue.yaml_lines import Lined, Path
from edition.problems import Problem

_LONGEST = 40
_TEXT = ("text", "Write one text, without - or key: before it.")
_LIST = ("a list", "Write [one, two], or one member a line, each after - and a blank.")
_MAPPING = ("a mapping (key: value)", "Write one key: value a line, indented below this key.")
_WORDS = {
    "string_type": _TEXT,
    "int_type": ("a whole number", "Write digits, without quotation marks."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "list_type": _LIST, "tuple_type": _LIST, "dict_type": _MAPPING, "model_type": _MAPPING,
    "greater_than_equal": ("a number from 1", "Lines and levels are counted from 1."),
    "less_than_equal": ("a number up to 6", "Level 1 is the highest below the title."),
}
"""Of a type of error of pydantic: what was expected, and what to do."""


@dataclass(frozen=True)
class Codes:
    """The codes under which a kind of file reports its faults."""

    unknown: str
    missing: str
    wrong: str


def problems_of(
    error: ValidationError, lined: Lined, path: str, codes: Codes, form: type[Form], at: Path = (),
) -> list[Problem]:
    """Return the problems of a value of the file `path` that stands at `at` in `lined` and should have had `form`."""
    return [_problem(detail, lined, path, codes, form, at) for detail in error.errors(include_url=False)]


def _problem(detail: dict, lined: Lined, path: str, codes: Codes, form: type[Form], at: Path) -> Problem:
    where = (*at, *detail["loc"])
    line, column = lined.place(where)
    name = dotted(where[len(at):])
    match detail["type"]:
        case "extra_forbidden":
            code, words = codes.unknown, _unknown(detail["loc"], form)
        case "missing":
            code, words = codes.missing, (f"no key {name!r}", "one", "Add the key and its value.")
        case kind if kind == NAMELESS:
            code, words = codes.missing, (detail["ctx"]["found"], detail["msg"], detail["ctx"]["hint"])
        case _:
            code, words = codes.wrong, (f"{name} with {describe(detail['input'])}", *_wrong(detail))
    return Problem(path, line, code, *words, column=column)


def _unknown(loc: Path, form: type[Form]) -> tuple[str, str, str]:
    allowed = list(_form_at(loc, form).model_fields)
    near = get_close_matches(str(loc[-1]), allowed, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else "Take the key out, or look for the one that is meant."
    return f"unknown key {dotted(loc)!r}", "one of " + ", ".join(allowed), hint


def _form_at(loc: Path, form: type[Form]) -> type[Form]:
    """Return the form of the mapping in which the last key of a path stands."""
    for key in (key for key in loc[:-1] if isinstance(key, str)):
        annotation = form.model_fields[key].annotation
        form = next(part for part in (annotation, *get_args(annotation)) if isinstance(part, type) and issubclass(part, Form))
    return form


def _wrong(detail: dict) -> tuple[str, str]:
    if detail["type"] == FORM:
        return detail["msg"], detail["ctx"]["hint"]
    expected, hint = _WORDS[detail["type"]]
    return expected, hint if detail["input"] is not None else "Write the value, or take the key out."


def describe(value: Any) -> str:
    """Say what a value of YAML is, shortly."""
    match value:
        case None:
            return "no value"
        case bool():
            return str(value).lower()
        case int():
            return f"the number {value}"
        case str():
            return f"the text {cut(value)!r}"
        case dict():
            return "a mapping"
    return "a list"


def dotted(path: Path) -> str:
    """Write a path as editors do: `authors.2.name`, members counted from 1; what is overlong is cut."""
    return ".".join(str(key + 1) if isinstance(key, int) else cut(key) for key in path)


def cut(text: str) -> str:
    """Return the beginning of a text that goes into a message, in characters that a line can hold."""
    shown = "".join(character if character.isprintable() else "?" for character in text[:_LONGEST])
    return shown + "…" * (len(text) > _LONGEST)
