"""A source text read as works: the stages, each with one entry, in their order."""

from collections.abc import Sequence
from itertools import chain

from edition.reading.assembling import block_of
from edition.reading.back import claim_back
from edition.reading.closing import claim_remarks
from edition.reading.draft import Draft
from edition.reading.figures import claim_figures
from edition.reading.flow import claim_flow
from edition.reading.front import claim_front
from edition.reading.furniture import claim_furniture
from edition.reading.lines import Line, fitted, lines_of, taken, within
from edition.reading.marks import bind_marks
from edition.reading.model import Page, Span, Work
from edition.reading.naming import name_headings, name_notes
from edition.reading.notes import claim_notes
from edition.reading.pages import numbered, page_starts
from edition.reading.pullquotes import claim_pull_quotes
from edition.reading.tables import claim_tables

STAGES = (
    claim_furniture,
    claim_notes,
    claim_front,
    claim_tables,
    claim_remarks,
    claim_figures,
    claim_pull_quotes,
    claim_flow,
)


def read(source: str, spans: Sequence[Sequence[Span]]) -> list[Work]:
    """Return the works of a source text; `spans` gives for each its lines, the first span being its body.

    All works of a source are read together, because printed page numbers are counted through it.
    """
    lines = fitted(lines_of(source))
    drafts = [_draft(lines, list(work)) for work in spans]
    pages = numbered(sorted(chain.from_iterable(map(page_starts, drafts)), key=lambda start: start[0].number))
    return [_work(source, draft, list(work), pages) for draft, work in zip(drafts, spans)]


def _draft(lines: list[Line], spans: list[Span]) -> Draft:
    body, tail = within(lines, spans[:1]), within(lines, spans[1:])
    draft = Draft(body)
    for stage in STAGES:
        if stage is claim_tables:
            claim_back(draft, tail)
        stage(draft)
    return draft


def _work(source: str, draft: Draft, spans: list[Span], pages: Sequence[Page]) -> Work:
    own = tuple(taken(pages, spans, lambda page: page.line))
    name_notes(draft.groups, own)
    name_headings(draft.groups)
    calls = bind_marks(draft)
    groups = sorted(draft.groups, key=lambda group: group.lines[0].number)
    return Work(tuple(spans), tuple(block_of(source, group, calls) for group in groups), own)
