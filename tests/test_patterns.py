"""No pattern of ours explodes: each one over texts that make patterns slow, at two sizes.

A pattern may take time in proportion to the text. What a person sends in must not keep the tools busy for hours.
"""

import pkgutil
import re
from importlib import import_module
from time import process_time

import edition
import pytest

SIZE, GROWN = 2_000, 16_000
ALLOWED = 0.35
"""Seconds for the larger size. A pattern that takes time by the square needs sixty times what it needs for the smaller."""

PIECES = ("a", " ", "1", "的", "*", "[", "(", "“", "{", "<", "`", "&", "\\", "|", "-", ".", ",", ":", "=", '"', "a ", "1.", "的，", "[a](", "[[]", "<a ",
          "a_b", "《〈", "（1）", "A. ", "https://a", "pp. 1", "2010, ", "第1页", "，1990年", "\n", " \n", "a\n", "- ", "# ", "{a=")
"""What is repeated; a sign at the end that no repetition leads to makes a pattern go back over all of it."""

SKIPPED = ("edition.__main__", "edition.site")


def patterns() -> dict[str, re.Pattern]:
    """Return all patterns that modules of the edition keep, by their names."""
    found = {}
    for module in pkgutil.walk_packages(edition.__path__, "edition."):
        if not module.name.startswith(SKIPPED):
            for name, value in vars(import_module(module.name)).items():
                each = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else [value]
                found |= {f"{module.name}.{name}": one for one in each if isinstance(one, re.Pattern)}
    return found


PATTERNS = patterns()


def seconds(pattern: re.Pattern, piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size] + "\x01"
    begun = process_time()
    for _ in pattern.finditer(text):
        if process_time() - begun > ALLOWED:
            break
    return process_time() - begun


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_bounded(name: str) -> None:
    slow = [piece for piece in PIECES if seconds(PATTERNS[name], piece, SIZE) > ALLOWED / 10
            or seconds(PATTERNS[name], piece, GROWN) > ALLOWED]
    assert not slow
