"""What a bibliography is made of: entries, as a .bib file has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One work. Types and field names are in lower case; values are without the outer braces, inner ones kept.

    `path` and `line` say where the entry begins, `lines` where each field does; they are no part of the work.
    `whole` is False where something of the entry could not be read, so that what it lacks is not its fault.
    """

    type: str
    key: str
    fields: Mapping[str, str]
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    whole: bool = field(default=True, compare=False)

    def __getitem__(self, name: str) -> str:
        """Return a field's value, "" where there is none."""
        return self.fields.get(name, "")

    def line_of(self, name: str) -> int:
        """Return the line of a field, or of the entry where it has no such field."""
        return self.lines.get(name, self.line)

    @property
    def slug(self) -> str:
        """The paper that the entry describes (in papers.bib), "" for other works."""
        return self["slug"]
