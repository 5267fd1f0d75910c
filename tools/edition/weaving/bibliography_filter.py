"""The form that narrows the bibliography; hidden until the script that answers it is there."""

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from edition.weaving.labels import language_label, language_of, type_label, year_of


def filter_form(items: Sequence[Mapping[str, Any]], papers: Mapping[str, str]) -> str:
    """Return the form as HTML; `papers` are the names of the citing papers by their slug."""
    years = [year for year in map(year_of, items) if year]
    languages = {code: language_label(code) for code in _by_frequency(map(language_of, items))}
    types = {name: name for name in _by_frequency(map(type_label, items))}
    fields = [
        _choice("language", "语种", languages), _choice("type", "类型", types), _choice("papers", "引用者", papers),
        f"<span>{_year('from', '年份', years)}{_year('to', '至', years)}</span>\n",
    ]
    return ('<form class="filter" hidden>\n' + "".join(fields)
            + '<button type="reset">重设</button>\n<output aria-live="polite"></output>\n</form>\n')


def _by_frequency(values: Iterable[str]) -> list[str]:
    listed = list(values)
    return sorted(set(listed), key=lambda value: (-listed.count(value), value))


def _choice(name: str, label: str, options: Mapping[str, str]) -> str:
    listed = "".join(f'<option value="{html.escape(value)}">{html.escape(said)}</option>'
                     for value, said in options.items())
    return f'<label>{label} <select name="{name}"><option value="">全部</option>{listed}</select></label>\n'


def _year(name: str, label: str, years: Sequence[int]) -> str:
    bounds = f' min="{min(years)}" max="{max(years)}"' if years else ""
    return f'<label>{label} <input type="number" name="{name}" inputmode="numeric"{bounds}></label>'
