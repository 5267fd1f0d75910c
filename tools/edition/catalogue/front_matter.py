"""The head of a page: YAML between two lines `---`, and the Markdown below it."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from edition.catalogue.faults import Codes, describe, problems_of
from edition.catalogue.forms import Front, Place
from edition.catalogue.yaml_lines import Lined, Path
from edition.problems import Problem

TODO = "TODO"
"""What stands where an editor has still to look something up."""

CODES = Codes(unknown="FRO002", missing="FRO003", wrong="FRO004")
_FENCE = "---"
_KEPT = {"title"} | {name for name, field in Front.model_fields.items() if field.is_required()}
"""Keys that stay TODO, because a page can't be made without them."""


@dataclass(frozen=True)
class Page:
    """A page's front matter and body, each with the file's line on which it begins; `yaml` is None without a head."""

    yaml: str | None
    body: str
    body_line: int
    yaml_line: int = 2


def split(text: str) -> Page:
    """Return the parts of a page; without a complete head all of it is body."""
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(fences) < 2 or fences[0] != 0:
        return Page(None, text, 1)
    end = fences[1]
    begin = next((number for number in range(end + 1, len(lines)) if lines[number].strip()), end + 1)
    return Page("\n".join(lines[1:end]) + "\n", "\n".join(lines[begin:]), begin + 1)


def read_front(lined: Lined, path: str) -> tuple[Front | None, Place | None, list[Problem]]:
    """Return the front matter and its `source` as far as they have their form, and what is wrong with them.

    Optional keys left as TODO count as absent; unknown keys are problems, but the rest is read.
    """
    if lined.value is None and lined.problems:
        return None, None, []
    if not isinstance(lined.value, dict):
        return None, None, [_no_mapping(lined, path)]
    values = _without_todo(lined.value)
    front, problems = _formed(values, lined, path)
    return front, _place(values), problems


def _no_mapping(lined: Lined, path: str) -> Problem:
    return Problem(path, lined.place(())[0], "FRO001", f"front matter with {describe(lined.value)}",
                   "a mapping (key: value)", "Write one key: value a line between the two lines ---.")


def _formed(values: dict, lined: Lined, path: str) -> tuple[Front | None, list[Problem]]:
    try:
        return Front.model_validate(values), []
    except ValidationError as error:
        problems = problems_of(error, lined, path, CODES, Front)
        unknown = {detail["loc"] for detail in error.errors() if detail["type"] == "extra_forbidden"}
    if not unknown:
        return None, problems
    return _formed(_pruned(values, unknown), lined, path)[0], problems


def _place(values: dict) -> Place | None:
    source = values.get("source")
    known = {key: source[key] for key in Place.model_fields if key in source} if isinstance(source, dict) else {}
    try:
        return Place.model_validate(known)
    except ValidationError:
        return None


def _without_todo(values: dict) -> dict:
    return _pruned(values, {path for path in todo_paths(values) if path[0] not in _KEPT})


def todo_paths(value: Any, path: Path = ()) -> list[Path]:
    """Return the paths of all values that are left as TODO."""
    if isinstance(value, (dict, list)):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        return [found for key, member in members for found in todo_paths(member, (*path, key))]
    return [path] if isinstance(value, str) and value.split(" ")[0].rstrip(":") == TODO else []


def _pruned(value: Any, paths: set[Path], at: Path = ()) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(member, paths, (*at, key)) for key, member in value.items() if (*at, key) not in paths}
    if isinstance(value, list):
        return [_pruned(member, paths, (*at, key)) for key, member in enumerate(value) if (*at, key) not in paths]
    return value
