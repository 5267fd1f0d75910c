"""编者注: what editors say of places in a paper; a mark at each place, and the list that stands after the text."""

import html
from collections.abc import Iterable, Mapping, Sequence

from edition.catalogue import Annotation
from edition.weaving.escape import attribute

KINDS = {"comment": "说明", "cross-reference": "互见", "dating": "系年", "correction": "订正", "usage": "用语"}

_INTRO = "以下是本版编者对论文所加的注，各有署名与日期，与作者的注释无关；文中以「编」字和号数标出其处。"


def by_paragraph(annotations: Iterable[Annotation], former: Mapping[str, str]) -> dict[str, list[Annotation]]:
    """Return the annotations by the id of the paragraph that they now belong to."""
    gathered: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        gathered.setdefault(former.get(annotation.paragraph, annotation.paragraph), []).append(annotation)
    return gathered


def annotation_mark(annotation: Annotation) -> str:
    """Return the mark in running text: a link of which the style sheet writes the sign, so that it is never copied."""
    id, number = attribute(annotation.id), annotation.number
    return (f'<a id="ref-{id}" class="annotation" href="#{id}" data-sign="编{number}"'
            f' aria-label="编者注 {number}：{KINDS[annotation.kind]}"></a>')


def in_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations in the order of their paragraphs' ids, then of their own."""
    return sorted(annotations, key=lambda each: (int(each.paragraph[1:]), each.number))


def write_annotations(annotations: Sequence[Annotation], texts: Sequence[str], marked: Iterable[str] = ()) -> str:
    """Return the list, each entry with a link to its place; "" where there are none.

    `texts` are what the annotations say, as Markdown; `marked` are the ids of those whose mark the page shows.
    """
    if not annotations:
        return ""
    shown = set(marked)
    items = "".join(_item(each, text, each.id in shown) for each, text in zip(annotations, texts, strict=True))
    return f'## 编者注 {{#annotations}}\n\n{_INTRO}\n\n<ol class="annotations" markdown="block">\n{items}</ol>\n'


def _item(annotation: Annotation, text: str, is_marked: bool) -> str:
    number, place = annotation.number, f"ref-{annotation.id}" if is_marked else annotation.paragraph
    phrase = f"「{html.escape(annotation.phrase)}」" if annotation.phrase else ""
    return (f'<li id="{annotation.id}" markdown="block">\n'
            f'<p class="annotation-head"><a href="#{annotation.id}">编{number}</a> '
            f'<a href="#{place}" aria-label="回到 {annotation.paragraph} 编者注 {number} 处">{annotation.paragraph}</a>{phrase}'
            f' <span class="kind">{KINDS[annotation.kind]}</span></p>\n\n{text}\n\n'
            f'<p class="annotation-sign">{html.escape(annotation.by)}，<time datetime="{annotation.date}">'
            f'{annotation.date}</time></p>\n</li>\n')
