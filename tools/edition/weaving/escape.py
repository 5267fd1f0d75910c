"""Any text as Markdown that shows exactly this text: no character of a source is ever taken for syntax.

Backslashes where Python-Markdown and CommonMark both know them (`ESCAPED_CHARS`, CommonMark 0.31 § 2.4), character
references where only one does.
"""

import html
import re
from collections.abc import Callable

_ALWAYS = re.compile(r"[\\`*_{}\[\]|#]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", "\u2028": "&#8232;", "\u2029": "&#8233;"}
_ENTITY = re.compile("[" + "".join(_ENTITIES) + "]")
_START = re.compile(r"[-+>!]|\d{1,9}(?=[.)])|[:~=]")
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r\f"}
_CONTROLS |= {0x7F: 0x2421} | {code: 0xFFFD for code in range(0x80, 0xA0)}
_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?@!$&'()*+,;=%#]*[A-Za-z0-9/=#&%~_-]")
_CHARACTER_REFERENCE = re.compile(r"&#?\w+;")


def one_line(text: str) -> str:
    """Return the text with line breaks and tabs as blanks and control characters as visible pictures."""
    return re.sub(r"[\t\n\r\f\v]+", " ", text).translate(_CONTROLS)


def escape(text: str) -> str:
    """Return Markdown that shows `text` inside a line."""
    text = _ALWAYS.sub(r"\\\g<0>", one_line(text))
    return _ENTITY.sub(lambda match: _ENTITIES[match[0]], text)


def escape_linked(text: str) -> str:
    """Return Markdown that shows `text` inside a line, its http(s) addresses as links to themselves."""
    parts, end = [], 0
    for match in _URL.finditer(text):
        if _CHARACTER_REFERENCE.search(match[0]):
            continue
        parts += [escape(text[end:match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join(parts) + escape(text[end:])


def escape_start(text: str, rest: Callable[[str], str] = escape) -> str:
    """Return Markdown that shows `text` at the start of a block; `rest` writes what follows the first characters."""
    text = one_line(text).lstrip()
    match = _START.match(text)
    if not match:
        return rest(text)
    if match[0] in ":~=":
        return f"&#{ord(match[0])};" + rest(text[1:])
    if match[0].isdigit():
        return f"{match[0]}\\" + text[match.end()] + rest(text[match.end() + 1:])
    return "\\" + match[0] + rest(text[1:])


def escape_alone(text: str, rest: Callable[[str], str] = escape) -> str:
    """Return Markdown that shows `text` as a whole block; blanks at its end would break the line."""
    return escape_start(one_line(text).strip(), rest)


def attribute(text: str) -> str:
    """Return `text` for a double-quoted HTML attribute that stands inside a line of Markdown."""
    return re.sub(r"[\\`*_{}\[\]|#!()]", lambda match: f"&#{ord(match[0])};", html.escape(one_line(text)))


def cell(text: str) -> str:
    """Return `text` for one cell of a Markdown table."""
    return escape(text).strip()
