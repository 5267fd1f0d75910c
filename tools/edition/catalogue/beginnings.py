"""What a new term, theme, annotation or emendation begins as: a text with TODO where an editor has something to say.

`appended` puts a new entry behind a list of entries and leaves every character before it as it was.
"""

import json
from collections.abc import Mapping
from typing import Any

from edition.catalogue.annotations import Annotation
from edition.catalogue.front_matter import TODO
from edition.catalogue.yaml_lines import Lined, parse

THEME_SECTIONS = (
    ("## 概要 {#summary}", TODO),
    ("## 各家之说 {#positions}", f"| 论文 | {TODO} |\n|---|---|"),
    ("## 异同 {#comparison}", ""),
    ("### 相同之处 {#agreements}", TODO),
    ("### 不同之处 {#differences}", TODO),
    ("### 各篇均未谈及 {#gaps}", TODO),
    ("## 年表 {#timeline}", "| 日期 | 事件 | 出处 |\n|---|---|---|"),
    ("## 数字 {#figures}", "| 数字 | 所指 | 年份 | 谁给出 | 所注来源 |\n|---|---|---|---|---|"),
    ("## 术语 {#terms}", "<!-- terms -->"),
    ("## 论文 {#papers}", "<!-- papers -->"),
    ("## 著作 {#works}", TODO),
    ("## 延伸阅读 {#further}", TODO),
    ('## In English {#english lang="en"}', f'<div lang="en" markdown>\n\n{TODO}\n\n</div>'),
)
"""The sections of a theme in the order in which readers find them, each with what stands below its heading."""


def term_text(zh: str, en: str, kind: str) -> str:
    """Return the page of a term that has its names and no definition yet."""
    front = mapping({"zh": zh, "en": en, "kind": kind})
    return f"---\n{front}---\n\n{TODO}：中文释义，六十至二百五十字。\n\n## English\n\n{TODO}: the definition in English.\n"


def theme_text(title: str, title_en: str, description: str) -> str:
    """Return the page of a theme that has its sections and nothing in them."""
    front = mapping({"title": title, "title_en": title_en, "description": description})
    sections = "\n".join(f"{heading}\n" + (f"\n{below}\n" if below else "") for heading, below in THEME_SECTIONS)
    return f"---\n{front}---\n\n# {title} {{#title}}\n\n{sections}"


def annotation_entry(annotation: Annotation) -> str:
    """Return an annotation as an entry of its file; its text is a block of its own."""
    before = {"id": annotation.id, "paragraph": annotation.paragraph, "phrase": annotation.phrase or None,
              "kind": annotation.kind}
    said = annotation.text.strip().split("\n")
    text = "".join(f"  {line}\n" if line.strip() else "\n" for line in said)
    return entry(mapping(before) + f"text: {'>-' if len(said) == 1 else '|-'}\n{text}" + mapping({"by": annotation.by, "date": annotation.date}))


def entry(keys: str) -> str:
    """Return the lines of a mapping as a member of a list."""
    lines = _lines(keys)
    return "\n".join([f"- {lines[0]}", *(f"  {line}" if line else "" for line in lines[1:])]) + "\n"


def _lines(text: str) -> list[str]:
    """Return the lines of a text that ends one; `splitlines` also breaks at characters (U+0085) that a value may hold."""
    return text.removesuffix("\n").split("\n")


def mapping(values: Mapping[str, Any]) -> str:
    """Return values as YAML, one key a line; those without a value are left out."""
    return "".join(f"{key}: {_scalar(value)}\n" for key, value in values.items() if value is not None)


def _scalar(value: str | int) -> str:
    """Return a value as it is where YAML reads it so, else in quotation marks (a string of JSON is one of YAML)."""
    plain = str(value)
    read = parse(f"key: {plain}\n", "")
    sound = not read.problems and read.value == {"key": value} and plain == plain.strip()
    return plain if sound else json.dumps(value, ensure_ascii=False)


def next_id(lined: Lined) -> str:
    """Return the id after the highest of a file of annotations, those that have no form included."""
    ids = [str(value.get("id")) for value in lined.value or () if isinstance(value, dict)]
    return f"a{max((int(id[1:]) for id in ids if id[:1] == 'a' and id[1:].isdecimal()), default=0) + 1}"


def appended(text: str, new: str) -> str | None:
    """Return a list of entries with a new one behind it, None where the file is not written entry by entry."""
    before = parse(text, "")
    indent = next((line[:line.index("-")] for line in text.split("\n") if line.lstrip(" ").startswith("-")), "")
    added = "".join(f"{indent}{line}\n" if line else "\n" for line in _lines(new))
    longer = text + ("" if text.endswith("\n") or not text else "\n") + added
    after = parse(longer, "")
    expected = [*(before.value or []), *(parse(new, "").value or [])]
    sound = not (before.problems or after.problems) and isinstance(before.value, list | None) and after.value == expected
    return longer if sound else None
