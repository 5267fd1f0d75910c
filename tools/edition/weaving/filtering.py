"""Forms that narrow a list; hidden until the script that answers them is there."""

import html
from collections.abc import Iterable, Mapping


def filter_form(fields: Iterable[str]) -> str:
    """Return the form of these fields as HTML, with a button to reset it and a place for the count."""
    return ('<form class="filter" hidden>\n' + "".join(fields)
            + '<button type="reset">重设</button>\n<output aria-live="polite"></output>\n</form>\n')


def choice(name: str, label: str, options: Mapping[str, str]) -> str:
    """Return a field that takes one of these values, shown by their names, or all."""
    listed = "".join(f'<option value="{html.escape(value)}">{html.escape(said)}</option>'
                     for value, said in options.items())
    return f'<label>{label} <select name="{name}"><option value="">全部</option>{listed}</select></label>\n'
