"""Rules about source files: SRC001 … SRC009, SRC014

A source that is absent is no error: the edition is built without it.
"""

from collections.abc import Iterable

from edition.catalogue import Edition, Paper
from edition.checking.registry import rule
from edition.problems import Problem


@rule("SRC001", summary="a source that isn't there", of_sources=True)
def missing(edition: Edition) -> Iterable[Problem]:
    """The file that a command was given, or that a symbolic link in papers/ leads to, does not exist.

    Mend: look at the name and folder; take a link away that leads nowhere.
    """
    return edition.found("SRC001")


@rule("SRC002", summary="a folder in place of a source", of_sources=True)
def folder(edition: Edition) -> Iterable[Problem]:
    """What has the source's name is a folder or a device, not a file.

    Mend: name the file that lies in it.
    """
    return edition.found("SRC002")


@rule("SRC003", summary="a source that can't be read", of_sources=True)
def unreadable(edition: Edition) -> Iterable[Problem]:
    """The system refuses to read the file, for want of rights or because links go round in a circle.

    Mend: give the right to read it (`chmod u+r FILE`), or put the file itself in place of the link.
    """
    return edition.found("SRC003")


@rule("SRC004", summary="a source that is too large", of_sources=True)
def too_large(edition: Edition) -> Iterable[Problem]:
    """A source text may have 4 MiB, more than ten times the largest volume of papers known.

    Mend: look whether it is really text; give each volume a file of its own.
    """
    return edition.found("SRC004")


@rule("SRC005", summary="an empty source", of_sources=True)
def empty(edition: Edition) -> Iterable[Problem]:
    """The file has no character but blanks and line ends: the extraction failed, or the file was never filled.

    Mend: extract the text again, or take the file away.
    """
    return edition.found("SRC005")


@rule("SRC006", summary="a PDF in place of a source text", of_sources=True)
def pdf(edition: Edition) -> Iterable[Problem]:
    """Sources are texts already extracted; the tools don't open PDF files, whatever their name.

    Mend: extract the text, for example with pdftotext, and save it as UTF-8.
    """
    return edition.found("SRC006")


@rule("SRC007", summary="a binary file in place of a source text", of_sources=True)
def binary(edition: Edition) -> Iterable[Problem]:
    """The file holds NUL bytes and isn't UTF-16, so it is no text: perhaps a Word document, an archive or a picture.

    Mend: save the document as plain text in UTF-8.
    """
    return edition.found("SRC007")


@rule("SRC008", summary="a source of unknown encoding", of_sources=True)
def encoding(edition: Edition) -> Iterable[Problem]:
    """UTF-8, GB18030 (with GBK and GB 2312) and UTF-16 are read; nothing else is guessed at, and a UTF-8 text with
    broken bytes is refused, since guessing would change characters in silence. The line is that of the first byte that
    is not UTF-8.

    Mend: find out the encoding, convert the file (`iconv -f BIG5 -t UTF-8`), or fetch it again if it is damaged.
    """
    return edition.found("SRC008")


@rule("SRC015", summary="a source with a line that has no end", of_sources=True)
def long_line(edition: Edition) -> Iterable[Problem]:
    """A line of a source may have 20,000 characters, ten times a long paragraph. A longer one has lost its line ends, and
    with them the places that the edition refers to.

    Mend: extract the text again so that each printed line, or at least each paragraph, is a line.
    """
    return edition.found("SRC015")


@rule("SRC009", summary="a source with another SHA-256 than the front matter has", of_sources=True)
def digest(edition: Edition) -> Iterable[Problem]:
    """The front matter names the file by the SHA-256 of its bytes, because line numbers, emendations and ids hold for
    that text alone. Another text, or the same saved anew, must not slip in.

    Mend: get the right file; or, if the new one is right, compare the two, correct `lines` and the emendations, and
    write the new digest (`sha256sum FILE`).
    """
    return (at_source(paper, "sha256", "SRC009", f"SHA-256 {paper.source.sha256[:12]}… of {paper.source.shown}",
                      f"{paper.place.sha256[:12]}…", "Get the file that is meant, or correct digest and lines.")
            for paper in edition.papers if paper.source_text and not is_meant(paper))


@rule("SRC014", summary="a folder of source texts that isn't there")
def no_folder(edition: Edition) -> Iterable[Problem]:
    """EDITION_PAPERS (or `--papers`) names a folder that does not exist. A source that is absent is no error, so a slip
    in the folder's name would leave out all papers without a word.

    Mend: correct the name, or leave it out to build without the papers.
    """
    if edition.papers_dir != edition.root / "papers" and not edition.papers_dir.is_dir():
        yield Problem(str(edition.papers_dir), 0, "SRC014", "no such folder", "the folder with the source texts",
                      "Correct EDITION_PAPERS, or leave it out to build without the papers.")


def is_meant(paper: Paper) -> bool:
    """Tell whether the source that is present is the one that the front matter means."""
    return bool(paper.place and paper.source and paper.source.sha256 == paper.place.sha256)


def at_source(paper: Paper, key: str, code: str, found: str, expected: str, hint: str, *number: int) -> Problem:
    """Return a problem at a key of `source` in the front matter, or at one member of its list."""
    return Problem(paper.path, paper.line("source", key, *number), code, found, expected, hint)
