"""How lines were set: the measure of the column, the indentation of first lines, stops that hang into the margin."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from edition.reading.lines import Line, measure_of

INDENT = 2.0
"""A first line was indented by two characters, so it holds two fewer."""
TOLERANCE = 0.75
"""How far an indented line may exceed the indented measure: half the indentation, less what full lines vary."""
STOPS = tuple("，。、；：？！")
NARROW_RUN = 6


class Column:
    """The lines of the running text with what can be measured on them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = list(lines)
        measure = measure_of(self.lines)
        self.hanging = _hanging(self.lines, measure)
        self.measures = {line.number: measure for line in self.lines}
        for run in _narrow_runs(self.lines, measure):
            self.measures.update((line.number, max(other.width for other in run)) for line in run)

    def measure(self, line: Line) -> float:
        return self.measures[line.number]

    def shortness(self, line: Line, first: bool = False) -> float:
        """Return by how much a line falls short of the measure; the first of a paragraph has less room."""
        return self.measure(line) - (INDENT if first else 0) - line.width

    def is_indented(self, line: Line) -> bool:
        """Tell whether a line is full but for an indentation."""
        hung = self.hanging if line.text.endswith(STOPS) else 0.0
        return (
            0 < line.width - self.measure(line) + 2 * INDENT
            and line.width - hung < self.measure(line) - INDENT + TOLERANCE
        )

    def is_long(self, line: Line) -> bool:
        """Tell whether a line is full or indented, not a last line."""
        return line.width > self.measure(line) - 2 * INDENT


def _hanging(lines: Sequence[Line], measure: float) -> float:
    """Return how much wider full lines are that end in a stop: where stops hang into the margin, nearly a character."""
    full = [line for line in lines if -1.5 < line.width - measure < 3]
    stopped = [line.width for line in full if line.text.endswith(STOPS)]
    others = [line.width for line in full if not line.text.endswith(STOPS)]
    return max(0.0, fmean(stopped) - fmean(others)) if stopped and others else 0.0


def _narrow_runs(lines: Sequence[Line], measure: float) -> Iterator[list[Line]]:
    """Yield runs of lines in a narrow column: more of them than last lines ever follow one another."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.width < 0.7 * measure:
            run.append(line)
            continue
        if len(run) >= NARROW_RUN:
            yield run
        run = []
