"""An edition from disk. Never raises for what a person wrote: what is wrong with it becomes a finding."""

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from edition.catalogue.annotations import FILE as ANNOTATIONS
from edition.catalogue.annotations import Annotation, read_annotations
from edition.catalogue.edition import Bib, Edition, Paper, Source, Written
from edition.catalogue.emendations import Emendation, read_entries
from edition.catalogue.forms import Front, Place
from edition.catalogue.front_matter import Page, read_front, split
from edition.catalogue.yaml_lines import Lined, parse
from edition.files import BIB_LIMIT, MANIFEST_LIMIT, TEXT_LIMIT, decode_source, read_text, source_bytes
from edition.problems import Problem, Refused

PAPERS_VARIABLE = "EDITION_PAPERS"
PICTURES, REDIRECTS, CITATION = "docs/data/pictures.yml", "docs/redirects.yml", "CITATION.cff"
KINDS = frozenset(".md .yml .tsv .csv .png .jpg .jpeg .webp".split())
"""Endings of the files that may lie below docs."""

_FOLDERS = ("bib", "docs", "papers", "releases")


def load(root: Path, papers_dir: Path | None = None, with_sources: bool = True) -> Edition:
    """Return the edition in the folder `root`, its sources from `papers_dir`.

    `papers_dir` is by default what the environment variable EDITION_PAPERS names, else `root/papers`; a file that it
    lacks is looked for in `root/papers`. A source that several papers share is read once. Without sources the edition is
    as where none is at hand.
    """
    root = Path(root)
    loader = _Loader(root, Path(papers_dir or os.environ.get(PAPERS_VARIABLE) or root / "papers"), with_sources)
    papers = tuple(loader.paper(folder) for folder in _paper_folders(root))
    bibs, written = loader.bibs(), loader.written({paper.path for paper in papers})
    tables, pictures = loader.tables(), loader.lined(PICTURES)
    redirects, citation, releases = loader.lined(REDIRECTS), loader.lined(CITATION), loader.releases()
    findings = (*loader.links_out(), *loader.strangers(), *loader.findings)
    return Edition(root, loader.papers_dir, papers, loader.known_sources(), bibs, written, findings, tables, pictures,
                   redirects, citation, releases, loader.texts)


def is_bare_name(name: str) -> bool:
    """Tell whether `name` is a file's name without any folder, drive or control character."""
    return name not in ("", ".", "..") and not any(c in "/\\:" or c < " " for c in name) and len(name.encode()) <= 255


@dataclass
class _Loader:
    root: Path
    papers_dir: Path
    with_sources: bool = True
    findings: list[Problem] = field(default_factory=list)
    sources: dict[str, Source | None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def paper(self, folder: Path) -> Paper:
        path = self._shown(folder / "index.md")
        text = self._text(folder / "index.md", needed=True)
        page = split(text or "")
        head, front, place = self._head(page, path) if text is not None else (Lined(), None, None)
        return Paper(
            folder.name, path, head, front, place, page.body, page.body_line, self._emendations(folder),
            self._annotations(folder), self._text(folder / "anchors.tsv"), self._text(folder / "outline.tsv"),
            self._source(place.file) if place else None, self._citations(folder))

    def _head(self, page: Page, path: str) -> tuple[Lined, Front | None, Place | None]:
        if page.yaml is None:
            self.findings.append(_headless(path))
            return Lined(), None, None
        head = parse(page.yaml, path, page.yaml_line)
        front, place, problems = read_front(head, path)
        self.findings += head.problems + problems
        return head, front, place

    def _emendations(self, folder: Path) -> tuple[Emendation, ...]:
        path = self._shown(folder / "emendations.yml")
        lined = parse(self._text(folder / "emendations.yml") or "", path)
        entries, problems = read_entries(lined, path)
        self.findings += lined.problems + problems
        return entries

    def _annotations(self, folder: Path) -> tuple[Annotation, ...]:
        path, text = self._shown(folder / ANNOTATIONS), self._text(folder / ANNOTATIONS) or ""
        lined = parse(text, path)
        entries, problems = read_annotations(lined, path, text)
        self.findings += lined.problems + problems
        return entries

    def _citations(self, folder: Path) -> Lined:
        lined = parse(self._text(folder / "citations.yml") or "", self._shown(folder / "citations.yml"))
        self.findings += lined.problems
        return lined

    def bibs(self) -> tuple[Bib, ...]:
        """Return the readable .bib files in the order of their names."""
        texts = ((path, self._text(path, limit=BIB_LIMIT)) for path in sorted((self.root / "bib").glob("*.bib")))
        return tuple(Bib(self._shown(path), text) for path, text in texts if text is not None)

    def written(self, of_papers: set[str]) -> tuple[Written, ...]:
        """Return the readable pages of docs that are no paper's, in the order of their paths."""
        docs = self.root / "docs"
        paths = [path for path in sorted(docs.rglob("*.md")) if self._shown(path) not in of_papers]
        texts = ((path, self._text(path)) for path in paths)
        return tuple(Written(path.relative_to(docs).as_posix(), self._shown(path), text)
                     for path, text in texts if text is not None)

    def tables(self) -> tuple[Written, ...]:
        """Return the readable CSV files of `docs/data` in the order of their names."""
        docs = self.root / "docs"
        texts = ((path, self._text(path)) for path in sorted((docs / "data").glob("*.csv")))
        return tuple(Written(path.relative_to(docs).as_posix(), self._shown(path), text)
                     for path, text in texts if text is not None)

    def releases(self) -> tuple[Written, ...]:
        """Return the readable manifests of releases in the order of their names."""
        texts = ((path, self._text(path, limit=MANIFEST_LIMIT)) for path in sorted((self.root / "releases").glob("*.tsv")))
        return tuple(Written(path.name, self._shown(path), text) for path, text in texts if text is not None)

    def lined(self, name: str) -> Lined:
        """Return the value of a YAML file of the edition, None where there is no such file."""
        lined = parse(self._text(self.root / name) or "", name)
        self.findings += lined.problems
        return lined

    def known_sources(self) -> tuple[Source, ...]:
        return tuple(source for _, source in sorted(self.sources.items()) if source)

    def _source(self, name: str) -> Source | None:
        if name not in self.sources:
            self.sources[name] = self._new_source(name) if self.with_sources and is_bare_name(name) else None
        return self.sources[name]

    def _new_source(self, name: str) -> Source | None:
        for folder in (self.papers_dir, self.root / "papers"):
            path = folder / name
            inside = self.root if _is_within(folder, self.root) else folder
            if os.path.lexists(path):
                return self._read_source(name, path) if _is_within(path, inside) else self._led_out(path)
        return None

    def _read_source(self, name: str, path: Path) -> Source:
        source = Source(name, path, self._shown(path))
        try:
            raw = source_bytes(path)
            source = replace(source, sha256=hashlib.sha256(raw).hexdigest())
            return replace(source, text=decode_source(raw, path))
        except Refused as refused:
            self._note(refused, path)
            return source

    def _text(self, path: Path, needed: bool = False, limit: int = TEXT_LIMIT) -> str | None:
        """Return an editors' file, None where it is absent, can't be read or leads out of the edition."""
        if not os.path.lexists(path) and not needed or not _is_within(path, self.root):
            return None
        try:
            return self.texts.setdefault(self._shown(path), read_text(path, limit))
        except Refused as refused:
            self._note(refused, path)
            return None

    def _note(self, refused: Refused, path: Path) -> None:
        self.findings += [replace(problem, path=self._shown(path)) for problem in refused.problems]

    def _shown(self, path: Path) -> str:
        """Return the path as messages have it: relative to the edition where it lies there."""
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return shown.as_posix().encode(errors="replace").decode()

    def links_out(self) -> list[Problem]:
        """Return a problem for each symbolic link in the edition's folders that leads out of it."""
        return [_link_out(self._shown(path)) for path in _links(self.root) if not _is_within(path, self.root)]

    def strangers(self) -> list[Problem]:
        """Return a problem for each file below docs of a kind that has no place there."""
        paths = (Path(folder, name) for folder, _, files in os.walk(self.root / "docs") for name in files)
        return [_stranger(self._shown(path)) for path in sorted(paths)
                if path.suffix not in KINDS and _is_within(path, self.root)]

    def _led_out(self, path: Path) -> None:
        if not path.is_relative_to(self.root):
            self.findings.append(_link_out(self._shown(path)))


def _paper_folders(root: Path) -> list[Path]:
    papers = root / "docs" / "papers"
    if not papers.is_dir() or not _is_within(papers, root):
        return []
    return sorted(folder for folder in papers.iterdir()
                  if not folder.name.startswith(".") and folder.is_dir() and _is_within(folder, root))


def _links(root: Path) -> list[Path]:
    """Return all symbolic links in the edition's folders, in order; links are not followed."""
    tops = [root / name for name in _FOLDERS]
    found = list(tops)
    for top in tops:
        for folder, folders, files in os.walk(top) if not top.is_symlink() else ():
            found += [Path(folder, name) for name in folders + files]
    return sorted(path for path in found if path.is_symlink())


def _is_within(path: Path, folder: Path) -> bool:
    """Tell whether a path, its links followed, lies in `folder` (by `os.path`, which bears with loops of links)."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _headless(path: str) -> Problem:
    return Problem(path, 1, "FRO001", "no front matter", "a line ---, YAML, and a second line ---",
                   "Begin the file with the line --- and close the front matter with another.")


def _stranger(path: str) -> Problem:
    return Problem(path, 0, "SEC008", f"a file {Path(path).suffix[:10] or 'without an ending'}", ", ".join(sorted(KINDS)),
                   "Take the file away: all that lies in docs is put on the site.")


def _link_out(path: str) -> Problem:
    return Problem(path, 0, "PAG004", "a link that leads out of the edition", "a file in it",
                   "Put the file itself here; for source texts elsewhere set EDITION_PAPERS.")
