"""Text in LaTeX: special characters escaped, Chinese as it is, capitals kept from styles that lower them."""

import re

ESCAPES = {
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}
UNPAIRED = ESCAPES | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
TABLES = {True: str.maketrans(ESCAPES), False: str.maketrans(UNPAIRED)}
CAPITALISED = re.compile(r"(?<=\s)[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\s{}\\]*")
VERBATIM = {mark: f"%{ord(mark):02X}" for mark in "{}\\ "}


def escape(text: str) -> str:
    """Return a text with LaTeX's special characters escaped; unpaired braces as commands, for BibTeX counts them."""
    return text.translate(TABLES[_pairs(text)])


def _pairs(text: str) -> bool:
    depth = 0
    for mark in text if "{" in text or "}" in text else "":
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            return False
    return depth == 0


def keep_capitals(text: str) -> str:
    """Return an escaped title with braces about each word after the first that has a capital letter."""
    return CAPITALISED.sub(lambda found: f"{{{found[0]}}}", text)


def verbatim(address: str) -> str:
    """Return an address for a field that is not escaped, its braces and backslashes percent-encoded."""
    return address.translate(str.maketrans(VERBATIM))
