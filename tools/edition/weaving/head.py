"""The front matter of a woven page: what the theme needs to know of it."""

import html
import json
from typing import Any

from edition.weaving.escape import one_line


def head(title: str, description: str, **more: Any) -> str:
    """Return the front matter of a page. JSON is YAML.

    Title and description are escaped, for the theme puts them into HTML as they are; values of `more` are not.
    """
    said = {"title": html.escape(one_line(title)), "description": html.escape(one_line(description))}
    lines = (f"{key}: {json.dumps(_in_lines(value), ensure_ascii=False)}\n" for key, value in (said | more).items())
    return f"---\n{''.join(lines)}---\n\n"


def _in_lines(value: Any) -> Any:
    """Return a value with every text in it on one line, without characters that YAML forbids."""
    if isinstance(value, dict):
        return {key: _in_lines(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_lines(each) for each in value]
    return one_line(value) if isinstance(value, str) else value
