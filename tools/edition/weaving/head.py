"""The front matter of a woven page: what the theme needs to know of it."""

import html
import json
from typing import Any

from edition.weaving.escape import one_line
from edition.weaving.intext.code import front_end


def head(title: str, description: str, **more: Any) -> str:
    """Return the front matter of a page. JSON is YAML.

    Title and description are escaped, for the theme puts them into HTML as they are; values of `more` are not.
    """
    said = {"title": html.escape(one_line(title)), "description": html.escape(one_line(description))}
    return f"---\n{_lines(said | more)}---\n\n"


def with_meta(text: str, **more: Any) -> str:
    """Return a page with these values at the end of its front matter; empty ones are left out."""
    start = front_end(text)
    before = text[:start].rstrip().removesuffix("---") if start else "---\n"
    return f"{before}{_lines({key: value for key, value in more.items() if value})}---\n\n{text[start:].lstrip()}"


def _lines(values: dict[str, Any]) -> str:
    return "".join(f"{key}: {json.dumps(_in_lines(value), ensure_ascii=False)}\n" for key, value in values.items())


def _in_lines(value: Any) -> Any:
    """Return a value with every text in it on one line, without characters that YAML forbids."""
    if isinstance(value, dict):
        return {key: _in_lines(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_lines(each) for each in value]
    return one_line(value) if isinstance(value, str) else value
