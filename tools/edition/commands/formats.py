"""Problems as text for people, as JSON for tools, as annotations for GitHub."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict

from edition.problems import Problem, Severity


def as_text(problems: Iterable[Problem]) -> str:
    """Return a line for each: path:line:column: CODE what was found, what was expected, what to do."""
    return "\n".join(map(_line, problems))


def _line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}" + (f":{problem.column}" if problem.column else "")
    mild = "(warning) " if problem.severity is Severity.WARNING else ""
    return f"{place}: {problem.code} {mild}{problem.found}, expected {problem.expected}. Hint: {problem.hint}"


def as_json(problems: Iterable[Problem]) -> str:
    """Return a list of objects; line and column are null where a file is meant as a whole."""
    said = [asdict(problem) | {"line": problem.line or None, "column": problem.column or None} for problem in problems]
    return json.dumps(said, ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem]) -> str:
    """Return a workflow command for each (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    said = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
    return f"::{problem.severity} {said}::" + _data(f"{problem.found}, expected {problem.expected}. Hint: {problem.hint}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}
