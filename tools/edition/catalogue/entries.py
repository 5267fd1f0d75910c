"""Files of editors that are a list of mappings: emendations, annotations."""

from collections.abc import Iterator

from edition.catalogue.faults import describe
from edition.catalogue.yaml_lines import Lined
from edition.problems import Problem


def entries_in(lined: Lined) -> Iterator[int]:
    """Yield the positions of those members of a list that are mappings."""
    listed = lined.value if isinstance(lined.value, list) else []
    return (number for number, value in enumerate(listed) if isinstance(value, dict))


def misshapen(lined: Lined, path: str, code: str, called: str) -> list[Problem]:
    """Return what keeps a file from being a list of mappings, under `code`; an empty file is none the worse.

    `called` is what the file as a whole holds, in the plural.
    """
    if lined.value is None:
        return []
    if not isinstance(lined.value, list):
        return [Problem(path, lined.place(())[0], code, f"{called} that are {describe(lined.value)}",
                        "a list of entries", "Begin each entry with - on a line of its own.")]
    sound = set(entries_in(lined))
    return [_no_mapping(lined, path, code, number) for number in range(len(lined.value)) if number not in sound]


def _no_mapping(lined: Lined, path: str, code: str, number: int) -> Problem:
    line, column = lined.place((number,))
    return Problem(path, line, code, f"an entry that is {describe(lined.value[number])}", "a mapping (key: value)",
                   "Begin each entry with - and write its keys below one another.", column=column)
