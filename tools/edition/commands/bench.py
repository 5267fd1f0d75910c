"""`edition bench`: how long reading takes, and how it grows."""

from time import perf_counter

import click

from edition.catalogue import sources_with_papers
from edition.commands.console import Place
from edition.reading import find_works, read

RUNS = 5
GROWTH = (1, 2, 4, 8)


@click.command(epilog="Example: EDITION_PAPERS=../papers edition bench")
@click.pass_obj
def bench(place: Place) -> None:
    """Time the reading of all sources, and of the longest one again and again behind itself."""
    sources = sources_with_papers(place.edition())
    spans = {source.name: (source.text or "", [paper.spans for paper in papers]) for source, papers in sources}
    click.echo(f"{len(spans)} sources, {sum(len(text) for text, _ in spans.values())} characters")
    click.echo(f"reading all: {_median(lambda: [read(text, works) for text, works in spans.values()]):.3f} s "
               f"(median of {RUNS})")
    longest = max((text for text, _ in spans.values()), key=len, default="")
    for times in GROWTH:
        text = "\n".join([longest] * times)
        works = _shifted(find_works(longest), longest.count("\n") + 1, times)
        seconds = _median(lambda: read(text, works))
        click.echo(f"{times} × {len(longest)} characters: {seconds:.3f} s, {seconds / len(text) * 1e6:.2f} s per million")


def _shifted(works: list, lines: int, times: int) -> list:
    """Return the spans of works in a text that stands several times behind itself."""
    return [
        [(first + turn * lines, last + turn * lines) for first, last in spans] for turn in range(times) for spans in works
    ]


def _median(action) -> float:
    seconds = []
    for _ in range(RUNS):
        start = perf_counter()
        action()
        seconds.append(perf_counter() - start)
    return sorted(seconds)[RUNS // 2]
