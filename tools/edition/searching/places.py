"""Where passages stand: their documents, and which passages belong to which, in parts that are fetched as they are needed.

Each part is a list of columns: numbers of one kind side by side pack better.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any

from edition.searching.model import KINDS, Document, Passage
from edition.searching.shards import Shard, parted

RUNS = 1000
"""How many runs a part holds."""


def rises(numbers: Iterable[int]) -> list[int]:
    """Return by how much each number is larger than the one before it, the first than 0."""
    before, steps = 0, []
    for number in numbers:
        steps.append(number - before)
        before = number
    return steps


@dataclass(frozen=True, slots=True)
class Run:
    """Passages that follow one another with one document, kind and rank; all as numbers."""

    start: int
    count: int
    document: int
    kind: int
    rank: int


def run_parts(place: Mapping[str, int], passages: Sequence[Passage]) -> list[Shard]:
    """Return the runs of the passages in parts; a part's `first` is the number of its first passage."""
    runs = _runs(place, passages)
    return [Shard(part[0].start, _run_columns(part)) for part in (runs[at:at + RUNS] for at in range(0, len(runs), RUNS))]


def _runs(place: Mapping[str, int], passages: Sequence[Passage]) -> list[Run]:
    keys = ((place[each.document], KINDS.index(each.kind), int(each.rank)) for each in passages)
    grouped = [(key, sum(1 for _ in group)) for key, group in groupby(keys)]
    starts = accumulate((count for _, count in grouped), initial=0)
    return [Run(start, count, *key) for start, (key, count) in zip(starts, grouped)]


def _run_columns(runs: Sequence[Run]) -> list[list[int]]:
    return [[run.count for run in runs], rises(run.document for run in runs), [run.kind for run in runs], [run.rank for run in runs]]


def document_parts(documents: Sequence[Document], size: float) -> list[Shard]:
    """Return [path, kind, title, label] of each document in parts of about `size` characters, in the label a % in the place
    of the title, so that most are alike; a part's `first` is the number of its first document."""
    rows = [[each.path, each.kind, each.title, each.label.replace(each.title, "%") if each.title else each.label]
            for each in documents]
    parts = parted([*enumerate(rows)], lambda row: len(row[1][0]) + len(row[1][2]), size)
    return [Shard(part[0][0], [row for _, row in part]) for part in parts]


def theme_rows(documents: Sequence[Document], themes: Iterable[tuple[str, str]]) -> list[list[Any]]:
    """Return [slug, title, rises of the numbers of its documents] of each theme."""
    return [[slug, title, rises(number for number, each in enumerate(documents) if slug in each.themes)] for slug, title in themes]
