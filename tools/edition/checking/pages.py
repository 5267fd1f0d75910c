"""Rules about the editors' files as files: PAG001 …"""

from collections.abc import Iterable

from edition.catalogue import Edition
from edition.checking.registry import rule
from edition.problems import Problem


@rule("PAG001", summary="an editors' file that is not UTF-8")
def not_utf8(edition: Edition) -> Iterable[Problem]:
    """What people write for the edition is UTF-8 throughout, so that it reads the same everywhere.

    Mend: open the file with its true encoding and save it as UTF-8.
    """
    return edition.found("PAG001")


@rule("PAG002", summary="an editors' file that is missing or can't be read")
def unreadable(edition: Edition) -> Iterable[Problem]:
    """Each folder of docs/papers is a paper and needs a file index.md; what lies there by the name of an editors' file
    must be a file.

    Mend: add index.md (`edition add` writes its beginning), or take the folder away if it holds no paper.
    """
    return edition.found("PAG002")


@rule("PAG003", summary="an editors' file that is too large")
def too_large(edition: Edition) -> Iterable[Problem]:
    """A file that people write has at most 512 KiB; more is a mistake, and would keep the tools busy for long.

    Mend: look whether something else was pasted or saved under this name.
    """
    return edition.found("PAG003")


@rule("PAG004", summary="a symbolic link that leads out of the edition")
def link_out(edition: Edition) -> Iterable[Problem]:
    """A link in docs/, papers/ or bib/ that leads elsewhere would put on the site whatever lies there on the machine
    that builds it, and nothing on any other. It is not followed.

    Mend: put the file itself in its place. Source texts that lie elsewhere are named by EDITION_PAPERS.
    """
    return edition.found("PAG004")
