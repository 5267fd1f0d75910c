"""Style sheets on a diet: only what cannot match goes, and nothing in a string."""

import pytest
from edition.site.lean import without_comments, without_unused


@pytest.mark.parametrize(("sheet", "lean"), [
    (".md-typeset .admonition{color:red}.md-typeset p{margin:0}", ".md-typeset p{margin:0}"),
    (".md-typeset .admonition,.md-typeset details{margin:0}", ".md-typeset details{margin:0}"),
    ("@media print{.md-search{display:none}}p{margin:0}", "p{margin:0}"),
    ("@media print{.md-search{display:none}a{color:#000}}", "@media print{a{color:#000}}"),
    ("p:not(.admonition){margin:0}", "p:not(.admonition){margin:0}"),
    (":is(p,.md-tabs){margin:0}", ":is(p,.md-tabs){margin:0}"),
    (":root{--md-a:url('x;y');--md-b:url('x')}p{mask:var(--md-b)}", ":root{--md-b:url('x')}p{mask:var(--md-b)}"),
])
def test_what_no_page_has_goes(sheet: str, lean: str) -> None:
    assert without_unused(sheet) == lean


def test_comments_and_room_go_but_not_from_strings() -> None:
    assert without_comments('a::before {\n  content: "  /" / "";\n}\n/* why */\nb { c: d }\n') == 'a::before { content: "  /" / ""; } b { c: d }\n'
