"""What a work is called in a word or two: 卢静 2023, Keohane 1990, or the beginning of its title."""

from collections.abc import Mapping, Sequence
from typing import Any

TITLE = 14
"""Characters of a title that stand for it; Latin ones count half."""

TYPES = {
    "article-journal": "期刊文章", "article-newspaper": "报纸文章", "article-magazine": "杂志文章", "article": "文章",
    "book": "图书", "chapter": "文集篇目", "paper-conference": "会议论文", "report": "报告", "thesis": "学位论文",
    "webpage": "网页", "post-weblog": "博客", "post": "网帖", "dataset": "数据", "legislation": "法规", "bill": "法案",
    "regulation": "法规", "treaty": "条约", "speech": "讲话", "interview": "访谈", "manuscript": "手稿", "patent": "专利",
    "standard": "标准", "software": "软件", "document": "文献", "map": "地图", "hearing": "听证", "review": "书评",
}
"""CSL type → what readers call it; all else is 其他."""

LANGUAGES = {"zh": "中文", "en": "英文", "fr": "法文", "de": "德文", "ja": "日文", "ko": "韩文", "ru": "俄文", "es": "西文"}


def type_label(item: Mapping[str, Any]) -> str:
    return TYPES.get(item.get("type", ""), "其他")


def language_of(item: Mapping[str, Any]) -> str:
    """Return the two letters of a work's language, "" where it is not known."""
    return str(item.get("language") or "").partition("-")[0]


def language_label(code: str) -> str:
    return LANGUAGES.get(code, code or "未详")


def is_chinese(item: Mapping[str, Any]) -> bool:
    """Tell whether a work is in Chinese; where its language is not known, by its title."""
    language = language_of(item)
    return language == "zh" if language else any("㐀" <= character <= "鿿" for character in title_of(item))


def year_of(item: Mapping[str, Any]) -> int | None:
    """Return the year in which a work came out."""
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    return int(parts[0][0]) if parts[0] else None


def title_of(item: Mapping[str, Any]) -> str:
    return str(item.get("title") or item.get("container-title") or item.get("URL") or item["id"])


def label_of(item: Mapping[str, Any]) -> str:
    """Return author and year; of a work without an author the beginning of its title and the year."""
    names = item.get("author") or item.get("editor") or ()
    said = _names(names, is_chinese(item)) if names else shortened(title_of(item))
    return f"{said} {year_of(item)}" if year_of(item) else said


def _names(names: Sequence[Mapping[str, str]], chinese: bool) -> str:
    """Return two names, or the first of more."""
    listed = [shortened(_name(name)) for name in names]
    if len(listed) > 2:
        return listed[0] + ("等" if chinese else " et al.")
    return ("、" if chinese else " & ").join(listed)


def _name(name: Mapping[str, str]) -> str:
    particle = name.get("non-dropping-particle", "")
    return f"{particle} {name['family']}".strip() if name.get("family") else name.get("literal", "")


def shortened(title: str) -> str:
    """Return the beginning of a title; a Latin one ends with a whole word."""
    width = 0
    for place, character in enumerate(title):
        width += 2 if character > "\u2e80" else 1
        if width > 2 * TITLE:
            begun = title[:place]
            return (begun.rpartition(" ")[0] or begun if begun.isascii() else begun).rstrip("，：、—,.:;- ") + "…"
    return title
