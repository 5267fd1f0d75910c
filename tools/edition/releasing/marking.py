"""The files that say which version this is, with a new version in them: texts in, texts out."""

import re
from collections.abc import Callable, Mapping

CHANGES, CITATION, PACKAGE = "CHANGELOG.md", "CITATION.cff", "tools/edition/__init__.py"
_UNRELEASED = re.compile(r"^## \[Unreleased\][ \t]*$", re.MULTILINE)


def _cited(text: str, version: str, date: str) -> str:
    text = re.sub(r"^version:.*$", f"version: {version}", text, flags=re.MULTILINE)
    return re.sub(r"^date-released:.*$", f"date-released: {date}", text, flags=re.MULTILINE)


def _packaged(text: str, version: str, date: str) -> str:
    return re.sub(r'^__version__ = ".*"$', f'__version__ = "{version}"', text, flags=re.MULTILINE)


def _listed(text: str, version: str, date: str) -> str:
    """Return the change log with what was unreleased under the version (https://keepachangelog.com/en/1.1.0/)."""
    return _UNRELEASED.sub(f"## [Unreleased]\n\n## [{version}] - {date}", text, count=1)


MARKS: Mapping[str, Callable[[str, str, str], str]] = {CITATION: _cited, PACKAGE: _packaged, CHANGES: _listed}
"""By the path of a file the function that puts version and day into its text."""
