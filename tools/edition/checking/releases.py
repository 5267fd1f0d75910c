"""Rules about releases: the form of their manifests, what was an address in the last one, the version: REL001 …"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from edition.catalogue import Edition
from edition.catalogue.faults import describe
from edition.checking.registry import rule
from edition.problems import Problem, Refused
from edition.releasing import Change, Fate, changes_since_release, parse_manifest, redirects_of, releases_of
from edition.releasing.redirects import FILE
from edition.releasing.versions import numbers_of

_SAY_WHERE = f"Say in {FILE}, below redirects:, where it leads (old, new, why), or put back what stood there."


class _Form(NamedTuple):
    """What a value of CITATION.cff must be."""

    fits: Callable[[str], object]
    expected: str


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_FORMS = {"version": _Form(numbers_of, "three numbers, such as 1.2.0"), "date-released": _Form(_is_day, "a day, YYYY-MM-DD")}


@rule("REL001", within="releases/*.tsv", summary="a manifest that is not as `edition release` wrote it")
def manifest_form(edition: Edition) -> Iterator[Problem]:
    """`releases/VERSION.tsv` holds every address of a release, so that none is lost later. It is written once and named
    after its version, three numbers such as 1.2.0.

    Mend: take the file from the release's tag; take away what `edition release` did not write.
    """
    for file in edition.releases:
        if not numbers_of(file.path.removesuffix(".tsv")):
            yield Problem(file.shown, 0, "REL001", "a manifest with this name", "a version of three numbers, such as 1.2.0.tsv",
                          "Let `edition release` write it.")
        try:
            parse_manifest(file.text, file.shown)
        except Refused as refused:
            yield from refused.problems[:1]


@rule("REL006", within="releases/*.tsv", summary="an address of the last release that leads nowhere")
def gone(edition: Edition) -> Iterator[Problem]:
    """What was once released may have been cited, and must lead to the same thing or to what took its place. The
    message names the address and the line of the manifest that has it.

    Mend: put back what stood there, or add an entry to docs/redirects.yml. Paragraphs that were joined or split are
    led on by anchors.tsv, which `edition weave` writes.
    """
    gone = {change.address.where: change for change in changes_since_release(edition) if change.fate is Fate.REMOVED}
    return (_changed(edition, change, "REL006", "which is gone", "the address, or a redirect", _SAY_WHERE)
            for change in gone.values() if not (change.address.fragment and change.address.page in gone))


@rule("REL007", within="releases/*.tsv", summary="an address of the last release that now names another thing")
def another(edition: Edition) -> Iterator[Problem]:
    """An address is never given to something else: a reader who follows a citation would find another text there. Texts
    are compared by fingerprints, sections, terms, themes and works by their names.

    Mend: give the new thing an address of its own. Where it is the old thing in new words, list the address below
    `renewed:` in docs/redirects.yml with the reason.
    """
    renewed = {entry.address for _, entry in redirects_of(edition).renewed}
    hint = f"Give the new thing an address of its own; if it is the same in new words, list it in {FILE} below renewed:."
    return (_changed(edition, change, "REL007", "which names another thing", "what stood there", hint)
            for change in changes_since_release(edition) if change.fate is Fate.OTHER and change.address.where not in renewed)


@rule("REL013", within="CITATION.cff", summary="a version in CITATION.cff that is not that of the last release")
def version(edition: Edition) -> Iterator[Problem]:
    """The version and the day on every page and in every citation are those of CITATION.cff; `edition release` sets them.

    Mend: put back what the last release wrote; to go on to another version, run `edition release`.
    """
    said = edition.citation.value if isinstance(edition.citation.value, dict) else {}
    for release in releases_of(edition)[-1:]:
        for key, value in (("version", release.version), ("date-released", release.date)):
            if value and str(said.get(key)) != value and _FORMS[key].fits(str(said.get(key))):
                yield _of_citation(edition, "REL013", f"{key} {said[key]}", f"{value}, as in {release.file.shown}", key)


@rule("REL014", within="CITATION.cff", summary="CITATION.cff without a version of three numbers, or without its day")
def unversioned(edition: Edition) -> Iterator[Problem]:
    """Every page and citation names the version and the day that stand in CITATION.cff (version: 1.2.0, date-released:
    2026-01-31).

    Mend: put back what the last release wrote.
    """
    said = edition.citation.value
    if isinstance(said, dict):
        yield from (_of_citation(edition, "REL014", f"{key} with {describe(said.get(key))}", form.expected, key)
                    for key, form in _FORMS.items() if not form.fits(str(said.get(key))))
    elif said is not None:
        yield _of_citation(edition, "REL014", describe(said), "keys and values")


def _of_citation(edition: Edition, code: str, found: str, expected: str, *key: str) -> Problem:
    return Problem("CITATION.cff", edition.citation.place(key)[0], code, found, expected,
                   "Put back what `edition release` wrote; nothing else changes it.")


def _changed(edition: Edition, change: Change, code: str, found: str, expected: str, hint: str) -> Problem:
    last, where = releases_of(edition)[-1], change.address.where
    line = 2 + list(last.manifest).index(where)
    return Problem(last.file.shown, line, code, f"{where or 'the home page'} ({change.address.kind}), {found}", expected, hint)
