"""`edition publish`: a built site into the folder that is served; copies of releases stay there under their version."""

import re
from pathlib import Path

import click
from tqdm import tqdm

from edition.catalogue import Edition
from edition.commands.console import Place, stop
from edition.commands.weave import imprint_of
from edition.files import write_bytes, write_text
from edition.problems import Problem, gather
from edition.releasing import releases_of
from edition.releasing.copies import versions_page, with_banner
from edition.releasing.versions import COPIES, numbers_of

LIST = ".edition-files"
"""Lists in the served folder what was put there, so that only that is ever removed."""

_AT_ROOT_ALONE = re.compile(r"_redirects|_headers|redirects\.map|sitemap\.xml(?:\.gz)?|robots\.txt|CNAME")
"""What servers read at the root of a site, and nowhere else."""


@click.command(epilog="Example: edition publish site ../served --keep")
@click.argument("site", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--keep", is_flag=True, help="Keep a copy of this site as that of its version, under versions/VERSION/.")
@click.pass_obj
def publish(place: Place, site: Path, folder: Path, keep: bool) -> None:
    """Put a built site into the folder that is served; copies of former releases in it stay as they are."""
    edition = place.edition()
    version = imprint_of(edition).version
    problems = [*_unbuilt(site), *(_unkept(edition, version, folder) if keep else [])]
    if problems:
        stop(gather(problems))
    if keep:
        _keep(site, folder / COPIES / version, version, imprint_of(edition).date)
    _put(site, folder, _listing(edition, site, folder))


def _unbuilt(site: Path) -> list[Problem]:
    if (site / "index.html").is_file():
        return []
    return [Problem(str(site), 0, "CMD025", "no index.html in it", "a built site", "Run `make site` first.")]


def _unkept(edition: Edition, version: str, folder: Path) -> list[Problem]:
    """Return why no copy can be kept of this version."""
    if version not in {release.version for release in releases_of(edition)}:
        return [Problem("CITATION.cff", 0, "CMD026", f"the version “{version}”, which is no release", "one in releases/",
                        "Run `edition release` first.")]
    if (folder / COPIES / version).exists():
        return [Problem(str(folder / COPIES / version), 0, "CMD027", "a copy of this version already", "none",
                        "A copy is never changed; leave out --keep, or release the next version.")]
    return []


def _files(site: Path) -> list[Path]:
    return sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())


def _has_folders(site: Path) -> bool:
    """Tell whether the addresses of a site are folders: then no page but the one for what isn't there has another name."""
    return all(path.name in ("index.html", "404.html") for path in site.rglob("*.html"))


def _keep(site: Path, copy: Path, version: str, date: str) -> None:
    """Write the copy beside its place, then give it its name, so that half a copy is never served."""
    beside, folders = copy.with_name(f".{version}.part"), _has_folders(site)
    for path in tqdm(_files(site), desc="keep", unit="file", disable=None, delay=1):
        raw = (site / path).read_bytes()
        if path.suffix == ".html":
            raw = with_banner(raw.decode(), path.as_posix(), version, date, folders).encode()
        if not _AT_ROOT_ALONE.fullmatch(path.as_posix()):
            write_bytes(beside / path, raw)
    beside.rename(copy)


def _listing(edition: Edition, site: Path, folder: Path) -> tuple[str, str]:
    dates = {release.version: release.date for release in releases_of(edition)}
    kept = [path.name for path in (folder / COPIES).glob("*") if numbers_of(path.name)] if (folder / COPIES).is_dir() else []
    kept.sort(key=lambda version: numbers_of(version) or (), reverse=True)
    return versions_page([(version, dates.get(version, "")) for version in kept], _has_folders(site))


def _put(site: Path, folder: Path, listing: tuple[str, str]) -> None:
    """Write the site into the folder, and remove what an earlier one put there and this one has not."""
    before = set((folder / LIST).read_text("utf-8").split("\n")) if (folder / LIST).is_file() else set()
    now = [path.as_posix() for path in _files(site)]
    for name in tqdm(now, desc="publish", unit="file", disable=None, delay=1):
        write_bytes(folder / name, (site / name).read_bytes())
    write_text(folder / listing[0], listing[1])
    for name in before.difference(now):
        if _is_inside(name):
            (folder / name).unlink(missing_ok=True)
    write_text(folder / LIST, "\n".join(now))


def _is_inside(name: str) -> bool:
    """Tell whether a name from the list is that of a file of the site itself."""
    return bool(name) and not name.startswith((f"{COPIES}/", "/")) and ".." not in name.split("/")
