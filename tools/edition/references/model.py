"""What a reading of notes is made of: notes go in, references come out."""

from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]
"""A CSL-JSON item (https://docs.citationstyles.org): what a note says of a work and nothing else, and a locator."""

Place = tuple[int, int]
"""Where a citation stands: the index of its note and its own index in that note, both from 0."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as read: `text` is without the mark."""

    id: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One work that a note cites; `text` is the stretch of the note that does.

    `first` is the place of the citation that names the same work first, None where this one does. `host` is the place
    of the citation that gives the imprint of the volume in which this work stands, where this one leaves it out.
    """

    item: Item
    text: str
    first: Place | None = None
    host: Place | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A note and the works that it cites, in order; none for a note that only comments."""

    note: Note
    citations: tuple[Citation, ...] = ()

    @property
    def items(self) -> list[Item]:
        """The CSL-JSON items, one a citation."""
        return [citation.item for citation in self.citations]
