"""The form that narrows the bibliography."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from edition.weaving.filtering import choice, filter_form
from edition.weaving.labels import language_label, language_of, type_label, year_of


def works_form(items: Sequence[Mapping[str, Any]], papers: Mapping[str, str]) -> str:
    """Return the form as HTML; `papers` are the names of the citing papers by their slug."""
    years = [year for year in map(year_of, items) if year]
    languages = {code: language_label(code) for code in _by_frequency(map(language_of, items))}
    types = {name: name for name in _by_frequency(map(type_label, items))}
    fields = [
        choice("language", "语种", languages), choice("type", "类型", types), choice("papers", "引用者", papers),
        f"<span>{_year('from', '年份', years)}{_year('to', '至', years)}</span>\n",
    ]
    return filter_form(fields)


def _by_frequency(values: Iterable[str]) -> list[str]:
    listed = list(values)
    return sorted(set(listed), key=lambda value: (-listed.count(value), value))


def _year(name: str, label: str, years: Sequence[int]) -> str:
    bounds = f' min="{min(years)}" max="{max(years)}"' if years else ""
    return f'<label>{label} <input type="number" name="{name}" inputmode="numeric"{bounds}></label>'
