"""Every pattern that the edition's modules keep, timed over texts that make patterns slow, one line a finding.

Run as a program of its own, since Python can't be stopped within a pattern; before each one its name is said.
"""

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from time import process_time

import edition
from edition.references.reading import LONGEST

ALLOWED = 0.1
"""Seconds, where a pattern that takes time in proportion has a few thousandths."""

SIZES, STRETCHES = (500, 12_000), (200, LONGEST)
"""Characters of lines, which catch what takes time by the square; of references, where only the cube is long."""

PIECES = (" ", "\n", " \n", "a", "1", "的", "a ", "*", "[", "(", "{", "<", "《", "“", '"', "`", ",", "1.", "a_b", "a:", "的，", "[a](", "<a ")
"""What is repeated; a sign at the end that no repetition leads to makes a pattern go back over all of it."""

UNIMPORTED = ("edition.__main__", "edition.site.hook")
TRUSTED = ("edition.site.lean",)
"""Modules that read nothing but the style sheets which the theme's pinned package and this repository bring."""
FROM_THE_START, WHOLE = {"match", "fullmatch"}, "finditer"


def patterns() -> Iterator[tuple[str, re.Pattern, set[str]]]:
    """Yield the patterns that modules keep or import, with their names and the ways that the module uses them."""
    for module in pkgutil.walk_packages(edition.__path__, "edition."):
        if not module.name.startswith((*UNIMPORTED, *TRUSTED)):
            kept = import_module(module.name)
            tree = ast.parse(inspect.getsource(kept))
            for name, value in vars(kept).items():
                each = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else [value]
                yield from ((f"{module.name}.{name}", one, ways(tree, name)) for one in each if isinstance(one, re.Pattern))


def ways(tree: ast.Module, name: str) -> set[str]:
    """Return the methods that a module calls of a name: one that goes over a whole text where it hands the name on."""
    called = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_name(node.value, name)]
    loaded = sum(isinstance(node, ast.Name) and is_name(node, name) for node in ast.walk(tree))
    handed_on = loaded - len(called)
    return {way if way in FROM_THE_START else WHOLE for way in [*called, *[WHOLE] * handed_on]}


def is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


def seconds(pattern: re.Pattern, way: str, text: str) -> float:
    begun = process_time()
    found = getattr(pattern, way)(text)
    for _ in found if way == WHOLE else ():
        if process_time() - begun > ALLOWED:
            break
    return process_time() - begun


def is_slow(pattern: re.Pattern, way: str, piece: str, sizes: tuple[int, int]) -> bool:
    texts = (piece * (size // len(piece)) + "\x01" for size in sizes)
    return any(seconds(pattern, way, text) > ALLOWED for text in texts)


def main() -> None:
    seen = set()
    for name, pattern, used in patterns():
        sizes = STRETCHES if name.startswith("edition.references.") else SIZES
        for way in sorted(way for way in used if (pattern, way) not in seen):
            seen.add((pattern, way))
            print(f"{name}.{way}", end="", flush=True)
            slow = [piece for piece in PIECES if is_slow(pattern, way, piece, sizes)]
            print(f" is slow over {slow}" if slow else "", flush=True)


if __name__ == "__main__":
    main()
