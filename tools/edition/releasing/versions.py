"""Versions (https://semver.org/, three numbers) and the releases that bear them: `releases/VERSION.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from edition.catalogue import Edition, Written
from edition.problems import Refused
from edition.releasing.manifest import Address, Kind, Manifest, parse_manifest

FOLDER, COPIES = "releases", "versions"
"""Where manifests lie in the repository, and where the copies of former releases do on the site."""

_VERSION = re.compile(r"\.".join([r"(0|[1-9][0-9]{0,5})"] * 3))


@dataclass(frozen=True, eq=False)
class Release:
    """A release: its version, the file of its manifest, and the manifest, which is empty where the file has no form."""

    version: str
    file: Written
    manifest: Manifest

    @property
    def date(self) -> str:
        """The day on which it came out, YYYY-MM-DD."""
        own = self.manifest.get(address_of_release(self.version))
        return own.name if own else ""


def numbers_of(version: str) -> tuple[int, ...] | None:
    """Return the numbers of a version by which versions are compared, None where it has another form."""
    match = _VERSION.fullmatch(version)
    return tuple(map(int, match.groups())) if match else None


def address_of_release(version: str) -> str:
    return f"{COPIES}/{version}/"


def row_of_release(version: str, date: str) -> Address:
    return Address(address_of_release(version), Kind.RELEASE, date)


@lru_cache(maxsize=2)
def releases_of(edition: Edition) -> tuple[Release, ...]:
    """Return the releases, the earliest first; a file whose name is no version is none."""
    return tuple(sorted(_read(edition.releases), key=lambda release: numbers_of(release.version) or ()))


def _read(files: Iterable[Written]) -> Iterable[Release]:
    for file in files:
        version = PurePosixPath(file.path).name.removesuffix(".tsv")
        if numbers_of(version):
            yield Release(version, file, _manifest(file))


def _manifest(file: Written) -> Manifest:
    try:
        return parse_manifest(file.text, file.shown)
    except Refused:
        return {}
