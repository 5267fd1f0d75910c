"""What editors changed and what the source leaves open: the two lists that stand after a paper's text."""

from collections.abc import Iterable

from edition.catalogue import Emendation
from edition.weaving.escape import escape

KINDS = {"reading": "改字", "join": "接段", "split": "分段", "level": "标题级次", "role": "归类"}

_WHAT = {
    "reading": "原文作「{e.source}」，今{reads}",
    "join": "原文由此另起一段，今与上段相接",
    "split": "原文与上文相连，今自「{e.source}」起另为一段",
    "level": "标题定为第 {e.level} 级",
    "role": "此行归为 {e.role}",
}


def entry_id(emendation: str) -> str:
    """Return the id of an emendation's entry in the list, to which its place leads."""
    return f"apparatus-{emendation}"


def said_of(emendation: Emendation) -> str:
    """Return in plain text what an emendation changes and why."""
    reads = f"读作「{emendation.reads}」" if emendation.reads else "删去"
    return f"{_WHAT[emendation.kind].format(e=emendation, reads=reads)}。{emendation.why}"


def write_apparatus(emendations: Iterable[Emendation], places: set[str]) -> str:
    """Return the list of emendations, each with a link to its place where the page has one among `places`."""
    items = [_item(emendation, places) for emendation in emendations]
    if not items:
        return ""
    intro = "来源文件的文字不作改动；以下是编者在本版中的改动及理由。"
    return f"## 校勘表 {{#apparatus}}\n\n{intro}\n\n" + "".join(items)


def _item(emendation: Emendation, places: set[str]) -> str:
    target = next((place for place in (emendation.id, emendation.paragraph) if place in places), "")
    label = escape(emendation.paragraph or emendation.id)
    where = f"[{label}](#{target})" if target else label
    kind = KINDS[emendation.kind]
    said = escape(said_of(emendation))
    return f"- {where}，第 {emendation.line} 行，{kind}：{said}\n{{: #{entry_id(emendation.id)} }}\n"


def write_lone_marks(marks: list[str]) -> str:
    """Return the explanation of note marks that have no note in the source, with a link to each."""
    if not marks:
        return ""
    links = "、".join(f"[{escape(mark)}](#lone-{number})" for number, mark in enumerate(marks, 1))
    return ("## 有码无注 {#lone-marks}\n\n"
            f"以下注码见于原文正文，但来源文件中没有相应的注文；本版照录，不予补撰：{links}。\n")
