"""Pull quotes: a sentence of the text set once more to adorn the page."""

from edition.reading.draft import Draft
from edition.reading.joining import folded

NEARBY = 8
LONGEST = 120


def claim_pull_quotes(draft: Draft) -> None:
    """Claim a line of a source with a paragraph on each line that stands word for word inside a longer one near it."""
    if draft.wrapped:
        return
    texts = [folded(line.text) for line in draft.free]
    for index, line in enumerate(list(draft.free)):
        near = texts[max(0, index - NEARBY) : index] + texts[index + 1 : index + 1 + NEARBY]
        text = texts[index]
        if 12 < len(text) < LONGEST and line.ends_sentence and any(text in other and text != other for other in near):
            draft.claim("furniture", [line])
