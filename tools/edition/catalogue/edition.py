"""Everything that lies on disk, as values: papers, their sources, and what was wrong with the files.

Each is equal to itself alone, so that what is computed for an edition can be kept with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from edition.catalogue.annotations import Annotation
from edition.catalogue.emendations import Emendation
from edition.catalogue.forms import Front, Place
from edition.catalogue.front_matter import Page, split
from edition.catalogue.yaml_lines import Lined, parse
from edition.problems import Problem
from edition.reading.model import Span


@dataclass(frozen=True, eq=False)
class Source:
    """A source file that some paper names; `text` is None where it could not be read, `shown` its path in messages."""

    name: str
    path: Path
    shown: str
    sha256: str = ""
    text: str | None = None

    @property
    def lines(self) -> int:
        """The number of lines; a line end at the very end begins no further line."""
        return self.text.count("\n") + (not self.text.endswith("\n")) if self.text else 0


@dataclass(frozen=True, eq=False)
class Bib:
    """A file of `bib/`: its path relative to the edition, and its text."""

    shown: str
    text: str


@dataclass(frozen=True, eq=False)
class Written:
    """A page of `docs/` that people wrote, other than a paper's: its path below `docs`, in messages, and its text."""

    path: str
    shown: str
    text: str

    @cached_property
    def parts(self) -> Page:
        """The page's front matter and body as they stand."""
        return split(self.text)

    @cached_property
    def head(self) -> Lined:
        """What the front matter says, and what is wrong with its YAML; without a value where there is none."""
        return parse(self.parts.yaml or "", self.shown, self.parts.yaml_line)


@dataclass(frozen=True, eq=False)
class Paper:
    """One folder of `docs/papers`.

    `slug` is the folder's name and `path` its `index.md`, relative to the edition. `head` holds the front matter as
    written, `front` has its form or is None; `place` is the key `source` alone, which may be sound where `front` isn't.
    `source` is None where the file is absent; `anchors_text`, `outline_text` are None where there is no such file.
    `citations` is citations.yml as written, without a value where there is none.
    """

    slug: str
    path: str
    head: Lined
    front: Front | None
    place: Place | None
    headnote: str
    headnote_line: int
    emendations: tuple[Emendation, ...]
    annotations: tuple[Annotation, ...]
    anchors_text: str | None
    outline_text: str | None
    source: Source | None
    citations: Lined

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def values(self) -> dict[str, Any]:
        """The front matter as written, whether it has its form or not."""
        return self.head.value if isinstance(self.head.value, dict) else {}

    def line(self, *path: str | int) -> int:
        """Return the line of a key of the front matter in `index.md`, or of the nearest one above it."""
        return self.head.place(path)[0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The lines of the source that are this paper's, as the front matter has them."""
        return self.place.lines if self.place else ()

    @property
    def sound(self) -> bool:
        """Whether the source can be read at all the lines that the front matter names."""
        return bool(self.spans and self.source and self.source.text) and all(
            first <= last <= self.source.lines for first, last in self.spans)

    @property
    def source_path(self) -> Path | None:
        return self.source.path if self.source else None

    @property
    def source_text(self) -> str | None:
        return self.source.text if self.source else None


@dataclass(frozen=True, eq=False)
class Edition:
    """An edition as it lies on disk. `findings` are the problems met while loading; rules of `checking` report them.

    `tables` are the CSV files of `docs/data`, `pictures` is its `pictures.yml` as written; likewise `redirects.yml` and
    `CITATION.cff`; `releases` are the manifests in `releases/`; `texts` are all readable files of editors, by their paths in
    messages, or those among them that are to be checked; `asked` are the files that alone are, None where all are.
    """

    root: Path
    papers_dir: Path
    papers: tuple[Paper, ...]
    sources: tuple[Source, ...]
    bibs: tuple[Bib, ...]
    written: tuple[Written, ...]
    findings: tuple[Problem, ...]
    tables: tuple[Written, ...] = ()
    pictures: Lined = field(default_factory=Lined)
    redirects: Lined = field(default_factory=Lined)
    citation: Lined = field(default_factory=Lined)
    releases: tuple[Written, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] | None = None

    def only(self, files: Iterable[str]) -> "Edition":
        """Return the edition with only these files to be checked, named as in messages; the others are its surroundings."""
        asked = frozenset(files)
        return replace(self, asked=asked, texts={path: text for path, text in self.texts.items() if path in asked})

    def asks_for(self, path: str) -> bool:
        """Tell whether a file is to be checked."""
        return self.asked is None or path in self.asked

    def found(self, code: str) -> list[Problem]:
        """Return the findings of loading with this code."""
        return [problem for problem in self.findings if problem.code == code]

    def of_source(self, source: Source) -> tuple[Paper, ...]:
        """Return the papers that lie in a source, in order of their first line there."""
        papers = (paper for paper in self.papers if paper.source is source)
        return tuple(sorted(papers, key=lambda paper: (paper.spans[:1], paper.slug)))


def sources_with_papers(edition: Edition) -> list[tuple[Source, tuple[Paper, ...]]]:
    """Return each readable source with its sound papers in order of first line.

    `edition.reading.read(source.text, [paper.spans for paper in papers])` gives their works in the same order.
    """
    sound = ((source, tuple(paper for paper in edition.of_source(source) if paper.sound)) for source in edition.sources)
    return [(source, papers) for source, papers in sound if papers]
