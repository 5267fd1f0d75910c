"""A work while it is being read: which lines are still free, and which a stage has claimed, as what."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.reading.lines import Line, is_wrapped, measure_of
from edition.reading.model import Table


@dataclass
class Group:
    """Lines that form one block; a stage says what they are, later ones may add to it.

    `label` is the length of what heads the first line but is not text (`摘要：`, a note's mark); `joint` is set between
    the lines where they are not one running text.
    """

    role: str
    lines: list[Line]
    label: int = 0
    joint: str = ""
    level: int = 0
    mark: str = ""
    id: str = ""
    items: tuple[str, ...] = ()
    table: Table | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass
class Draft:
    """All lines of a work in order, and the groups claimed so far."""

    lines: list[Line]
    groups: list[Group] = field(default_factory=list)
    owners: dict[int, Group] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.wrapped = is_wrapped(self.lines)
        self._numbers = [line.number for line in self.lines]

    def claim(self, role: str, lines: Sequence[Line], **details) -> Group | None:
        """Give lines to a new group; lines that have an owner already stay with it."""
        free = [line for line in lines if line.number not in self.owners]
        if not free:
            return None
        if free[0] is not lines[0]:
            details["label"] = 0  # the label stands in a line that is another's
        group = Group(role, free, **details)
        self.groups.append(group)
        self.owners.update((line.number, group) for line in free)
        return group

    @property
    def free(self) -> list[Line]:
        """The lines that no stage has claimed yet, in order."""
        return [line for line in self.lines if line.number not in self.owners]

    def free_from(self, line: Line) -> Iterator[Line]:
        """Yield the free lines from this one on."""
        for index in range(self._index(line), len(self.lines)):
            if self.lines[index].number not in self.owners:
                yield self.lines[index]

    @property
    def measure(self) -> float:
        """The width of a full line of running text, as far as it is known which lines are that."""
        return measure_of(self.free)

    def role(self, line: Line | None) -> str:
        """Return the role of a line's group, '' for a free line."""
        group = self.owners.get(line.number) if line else None
        return group.role if group else ""

    def before(self, line: Line) -> Line | None:
        index = self._index(line)
        return self.lines[index - 1] if index else None

    def after(self, line: Line) -> Line | None:
        index = self._index(line) + 1
        return self.lines[index] if index < len(self.lines) else None

    def frames(self) -> Iterator[list[Line]]:
        """Yield the lines in runs that begin where a page or text frame opens."""
        run: list[Line] = []
        for line in self.lines:
            if line.opens_frame and run:
                yield run
                run = []
            run.append(line)
        if run:
            yield run

    def _index(self, line: Line) -> int:
        return bisect_left(self._numbers, line.number)
