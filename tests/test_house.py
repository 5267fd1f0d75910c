"""The house: which rooms know one another, read off the import statements."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parent.parent / "tools"
LONGEST = 300

MAY_KNOW = {
    "problems": set(),
    "files": {"problems"},
    "doors": set(),
    "reading": {"doors"},
    "catalogue": {"reading", "problems", "files", "doors"},
    "editing": {"reading", "catalogue"},
    "glossary": {"reading", "catalogue", "problems"},
    "searching": set(),
    "dataset": {"catalogue", "problems"},
    "picturing": {"doors"},
}
"""The rooms of the edition that a room may import; what others may is not written down."""

OUTERMOST = {"site", "commands"}
"""Rooms that none but themselves may know."""

ONLY_IN = {"mkdocs": "site", "click": "commands", "tqdm": "commands", "altair": "picturing", "vl_convert": "picturing"}


def modules() -> dict[str, ast.Module]:
    """Return the modules of the edition by their dotted names."""
    paths = {path.relative_to(TOOLS).with_suffix(""): path for path in (TOOLS / "edition").rglob("*.py")}
    return {".".join(name.parts).removesuffix(".__init__"): ast.parse(path.read_text("utf-8"))
            for name, path in paths.items()}


MODULES = modules()


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it; `from a import b` may name the module a.b.

    A module that is named in a text is one that is opened later.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and node.value in MODULES:
            yield node.value
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)


def room(module: str) -> str:
    """Return the room of a module of the edition: `edition.reading.lines` lies in `reading`."""
    return module.split(".")[1] if "." in module else ""


IMPORTS = {module: set(imported(tree)) for module, tree in MODULES.items()}
ROOMS = sorted({room(module) for module in MODULES} - {""})


def known_rooms(of: str) -> set[str]:
    found = {room(name) for module, names in IMPORTS.items() if room(module) == of for name in names
             if name.split(".")[0] == "edition"}
    return found - {"", of}


def test_no_module_imports_itself_in_a_circle() -> None:
    """A package stands for its `__init__`, which may import its own modules, but no module imports its package."""
    order = TopologicalSorter({
        module: {name for name in names if name in MODULES and name != module} for module, names in IMPORTS.items()})
    assert len(list(order.static_order())) == len(MODULES)


def test_no_room_imports_another_in_a_circle() -> None:
    assert len(list(TopologicalSorter({name: known_rooms(name) for name in ROOMS}).static_order())) >= len(ROOMS)


@pytest.mark.parametrize("name", MAY_KNOW)
def test_a_room_knows_those_it_may(name: str) -> None:
    assert known_rooms(name) - MAY_KNOW[name] == set()


@pytest.mark.parametrize("name", sorted(set(ROOMS) - OUTERMOST - {"__main__"}))
def test_no_room_knows_the_site_or_the_commands(name: str) -> None:
    assert known_rooms(name) & OUTERMOST == set()


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_behind_one_room(library: str) -> None:
    users = {room(module) for module, names in IMPORTS.items() for name in names if name.split(".")[0] == library}
    assert users == {ONLY_IN[library]}


def test_only_commands_print() -> None:
    printing = {
        module for module, tree in MODULES.items() for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write")}
    assert {room(module) for module in printing} <= {"commands"}


def test_no_module_is_long() -> None:
    long = {str(path.relative_to(TOOLS)): count for path in TOOLS.rglob("*.py")
            if (count := path.read_text("utf-8").count("\n")) > LONGEST}
    assert long == {}
