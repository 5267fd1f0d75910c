"""How often a term stands in each paper: a small static bar chart with its numbers as text."""

from collections.abc import Mapping, Sequence

from edition.weaving.escape import attribute

ROW, BARS, WIDTH = 22, 150, 260
"""Units of the drawing: the height of a row, where bars begin, the longest bar."""


def bar_chart(counts: Mapping[str, tuple[int, int]], names: Mapping[str, str]) -> str:
    """Return the chart as SVG; `counts` by paper are those of its text and its notes, `names` in the order of rows."""
    papers = [slug for slug in names if slug in counts]
    longest = max((sum(counts[slug]) for slug in papers), default=0)
    if not longest:
        return ""
    rows = "".join(_row(number, names[slug], counts[slug], longest) for number, slug in enumerate(papers))
    said = "；".join(f"{names[slug]}：正文 {text}，注 {notes}" for slug in papers for text, notes in [counts[slug]])
    return (f'<svg class="bars" viewBox="0 0 {BARS + WIDTH + 70} {ROW * len(papers)}" role="img" '
            f'aria-label="{attribute(said)}">{rows}</svg>\n')


def _row(number: int, name: str, counts: Sequence[int], longest: int) -> str:
    text, notes = (round(WIDTH * count / longest, 1) for count in counts)
    top, middle = ROW * number + 4, ROW * number + ROW / 2
    said = f"{counts[0]} + {counts[1]}" if counts[1] else f"{counts[0]}"
    return (f'<text x="{BARS - 8}" y="{middle}" class="name">{attribute(name)}</text>'
            f'<rect x="{BARS}" y="{top}" width="{text}" height="{ROW - 8}"/>'
            f'<rect x="{BARS + text:.1f}" y="{top}" width="{notes}" height="{ROW - 8}" class="notes"/>'
            f'<text x="{BARS + text + notes + 6:.1f}" y="{middle}">{said}</text>')
