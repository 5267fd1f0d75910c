"""The page that lists all rules, made from what each says of itself."""

import re
from itertools import groupby

from edition.checking.registry import RULES, Rule
from edition.problems import Severity
from edition.weaving.escape import escape

PAGE, LISTED = "about/checks.md", "<!-- rules -->"
"""The page below `docs`, and what stands on it where the rules are listed."""

SUBJECTS = {
    "ANC": "段号（anchors.tsv）", "ANN": "编者注（annotations.yml）", "BIB": "书目（bib/）", "CIT": "注与著作（citations.yml）",
    "COP": "抄录", "CTX": "编者文字中的引用", "EME": "校改（emendations.yml）", "EXC": "例外", "FRO": "论文的开头（index.md）",
    "GLO": "术语（glossary/）", "LNK": "链接", "MDN": "Markdown", "OUT": "篇章结构（outline.tsv）", "PAG": "文件",
    "PIC": "数据与图", "REL": "发布", "SEC": "安全", "SRC": "来源文件", "THE": "专题与编者按", "TYP": "排印", "YML": "YAML",
}
"""What the rules whose codes begin so are about, for readers."""

_CODE = re.compile(r"`([^`]+)`")


def with_rules(text: str) -> str:
    """Return the page with the rules in the place of `LISTED`."""
    return text.replace(LISTED, "\n\n".join(map(_subject, groupby(sorted(RULES.values(), key=_order), key=_letters))))


def _order(rule: Rule) -> str:
    return rule.code


def _letters(rule: Rule) -> str:
    return rule.code[:3]


def _subject(group: tuple) -> str:
    letters, rules = group
    title = f"### {SUBJECTS.get(letters, letters)} {{#rules-{letters.lower()}}}"
    return "\n\n".join([title, '<div lang="en" markdown>', *map(_entry, rules), "</div>"])


def _entry(rule: Rule) -> str:
    kind = "warning" if rule.severity is Severity.WARNING else "error"
    kind += ", may be excepted" if rule.exceptable else ""
    kind += ", needs the source texts" if rule.of_sources else ""
    paragraphs = [_line(part) for part in rule.text.split("\n\n")]
    return "\n\n".join([f"#### {rule.code} {_line(rule.summary)} {{#{rule.code.lower()}}}", f"*({kind})* {paragraphs[0]}",
                        *paragraphs[1:]])


def _line(text: str) -> str:
    """Return a paragraph as Markdown that shows it, its `code` as code."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(f"`{part}`" if number % 2 else escape(part) for number, part in enumerate(parts))
