"""No pattern of ours explodes: each one over texts that make patterns slow.

Some take time by the square of a text; files and lines are bounded, so that none keeps the tools busy for long.
"""

import pkgutil
import re
from importlib import import_module
from time import process_time

import edition
import pytest

SIZE, ALLOWED = 1_500, 0.5
"""Characters, and seconds: by the square a pattern takes some 0.03 s, by the cube more than a minute."""

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
    assert [piece for piece in PIECES if seconds(PATTERNS[name], piece, SIZE) > ALLOWED] == []
