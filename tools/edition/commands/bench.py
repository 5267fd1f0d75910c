"""`edition bench`: how long reading and finding terms takes, and how it grows."""

from dataclasses import replace
from time import perf_counter

import click

from edition.bibliography import as_entry, format_bib
from edition.catalogue import Bib, Edition, sources_with_papers
from edition.catalogue.yaml_lines import Lined
from edition.checking import RULES
from edition.commands.console import Place
from edition.editing import readings
from edition.glossary import Matcher, Term, glossary, occurrences
from edition.glossary.forms import TermFront
from edition.reading import find_works, read

RUNS = 5
GROWTH = (1, 2, 4, 8)
ENTRIES = (600, 5000)
TERMS = ((300, 1), (5000, 10))
"""Terms, and how many times the papers they are looked for in."""


@click.command(epilog="Example: EDITION_PAPERS=../papers edition bench")
@click.pass_obj
def bench(place: Place) -> None:
    """Time the reading of all sources, of the longest one again and again behind itself, of .bib files, and the glossary."""
    edition = place.edition()
    sources = sources_with_papers(edition)
    spans = {source.name: (source.text or "", [paper.spans for paper in papers]) for source, papers in sources}
    click.echo(f"{len(spans)} sources, {sum(len(text) for text, _ in spans.values())} characters")
    click.echo(
        f"reading all: {_median(lambda: [read(text, works) for text, works in spans.values()]):.3f} s "
        f"(median of {RUNS})"
    )
    longest = max((text for text, _ in spans.values()), key=len, default="")
    for times in GROWTH:
        text = "\n".join([longest] * times)
        works = _shifted(find_works(longest), longest.count("\n") + 1, times)
        seconds = _median(lambda: read(text, works))
        click.echo(
            f"{times} × {len(longest)} characters: {seconds:.3f} s, {seconds / len(text) * 1e6:.2f} s per million"
        )
    for number in ENTRIES:
        click.echo(f"a .bib file of {number} entries read and checked: {_bibliography(edition, number):.3f} s")
    works = [(slug, reading.edited) for slug, reading in readings(edition).items()]
    for number, times in TERMS:
        click.echo(f"{number} terms found in {times} × all papers: {_glossary(edition, works, number, times):.3f} s")


def _glossary(edition: Edition, works: list, number: int, times: int) -> float:
    """Return the time for finding so many terms in the papers several times over; invented ones fill the number up."""
    terms = [*glossary(edition).terms.values()][:number]
    made = [_term(each) for each in range(number - len(terms))]
    return _median(lambda: occurrences(works * times, Matcher([*terms, *made])))


def _term(number: int) -> Term:
    name = "".join(chr(0x4E00 + number * step % 5000) for step in (7, 11, 13))
    front = TermFront(zh=name, en=f"term {number}", kind="concept")
    return Term(f"term-{number}", "", front, Lined(), "", {}, 1)


def _bibliography(edition: Edition, number: int) -> float:
    """Return the time for reading and checking one .bib file of so many articles."""
    text = format_bib(as_entry(_article(each), f"mei{1900 + each % 100}study-{each}") for each in range(number))
    rules = [rule for code, rule in RULES.items() if code.startswith("BIB")]

    def read_and_check() -> None:
        made = replace(edition, bibs=(Bib("bib/further.bib", text),))
        assert not [problem for rule in rules for problem in rule.run(made)]

    return _median(read_and_check)


def _article(number: int) -> dict:
    return {
        "type": "article-journal",
        "title": f"A Study of Question {number}",
        "volume": str(number % 50),
        "author": [{"literal": "梅小雨"}, {"family": f"Hill{number}", "given": "Ann B."}],
        "container-title": "Studies",
        "issued": {"date-parts": [[1900 + number % 100]]},
        "page": "1-20",
        "URL": f"https://example.org/{number}",
    }


def _shifted(works: list, lines: int, times: int) -> list:
    """Return the spans of works in a text that stands several times behind itself."""
    return [
        [(first + turn * lines, last + turn * lines) for first, last in spans]
        for turn in range(times)
        for spans in works
    ]


def _median(action) -> float:
    seconds = []
    for _ in range(RUNS):
        start = perf_counter()
        action()
        seconds.append(perf_counter() - start)
    return sorted(seconds)[RUNS // 2]
