"""The rule about `outline.tsv`, which stands in for a paper whose source is absent: OUT001."""

from collections.abc import Iterable

from edition.catalogue import Edition, Paper
from edition.checking.registry import rules_within
from edition.problems import Problem, Refused
from edition.weaving import parse_outline

rule = rules_within("docs/papers/*/outline.tsv")


@rule("OUT001", summary="a line of outline.tsv that has not its five columns")
def columns(edition: Edition) -> Iterable[Problem]:
    """`outline.tsv` has a line `id level title paragraphs notes` and below it one for each heading, divided by tabs.
    `edition weave` writes it wherever the paper's source is at hand.

    Mend: delete the file and weave with the source, or take the line from the last version of the file.
    """
    return (problem for paper in edition.papers for problem in _problems(paper))


def _problems(paper: Paper) -> Iterable[Problem]:
    try:
        parse_outline(paper.outline_text or "", f"{paper.folder}/outline.tsv")
    except Refused as refused:
        yield from refused.problems
