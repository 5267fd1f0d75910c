"""Rules about addresses that last: manifests of releases, `redirects.yml`, and what was an address in the last release."""

from collections.abc import Iterable, Iterator
from datetime import date

from edition.catalogue import Edition
from edition.catalogue.faults import describe
from edition.checking.registry import rule
from edition.problems import Problem, Refused, Severity
from edition.releasing import Change, Fate, Kind, addresses_of, changes_since_release, living, parse_manifest, resolve
from edition.releasing.redirects import FILE, redirects_of
from edition.releasing.versions import numbers_of, releases_of

_SAY_WHERE = f"Say in {FILE}, below redirects:, where it leads (old, new, why), or put back what stood there."


@rule("REL001", summary="a manifest that is not as `edition release` wrote it")
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


@rule("REL002", summary="redirects.yml without its two lists")
def redirects_form(edition: Edition) -> Iterable[Problem]:
    """The file has a list `redirects` (old, new, why) and a list `renewed` (address, why), either of which may be absent.

    Mend: write the line `redirects:` and the entries below it, each after `- `.
    """
    return redirects_of(edition).found("REL002")


@rule("REL003", summary="an unknown key in redirects.yml")
def unknown_key(edition: Edition) -> Iterable[Problem]:
    """A redirect has the keys `old new why`, a renewal `address why`.

    Mend: correct the key, or take it out.
    """
    return redirects_of(edition).found("REL003")


@rule("REL004", summary="a key that an entry of redirects.yml lacks")
def missing_key(edition: Edition) -> Iterable[Problem]:
    """A redirect needs the old and the new address and the reason, which later editors will want to know.

    Mend: add what the message names.
    """
    return redirects_of(edition).found("REL004")


@rule("REL005", summary="a value of redirects.yml that is no address or no text")
def wrong_value(edition: Edition) -> Iterable[Problem]:
    """An address is written as from the site's root: `glossary/some-term/`, `papers/some-paper/#n21-3`.

    Mend: write the value as the message says.
    """
    return redirects_of(edition).found("REL005")


@rule("REL006", summary="an address of the last release that leads nowhere")
def gone(edition: Edition) -> Iterator[Problem]:
    """What was once released may have been cited, and must lead to the same thing or to what took its place. The
    message names the address and the line of the manifest that has it.

    Mend: put back what stood there, or add an entry to docs/redirects.yml. Paragraphs that were joined or split are
    led on by anchors.tsv, which `edition weave` writes.
    """
    gone = {change.address.where: change for change in changes_since_release(edition) if change.fate is Fate.REMOVED}
    return (_changed(edition, change, "REL006", "which is gone", "the address, or a redirect", _SAY_WHERE)
            for change in gone.values() if not (change.address.fragment and change.address.page in gone))


@rule("REL007", summary="an address of the last release that now names another thing")
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


@rule("REL008", summary="a redirect to an address that isn't there")
def to_nowhere(edition: Edition) -> Iterator[Problem]:
    """A redirect must end at something. What only a paper's text can tell is looked up where that is at hand.

    Mend: take the new address from the page.
    """
    known = addresses_of(edition) if redirects_of(edition).redirects else {}
    for line, entry in redirects_of(edition).redirects:
        page = known.get(entry.new.partition("#")[0])
        if entry.new not in known and not (page and page.kind is Kind.TEXTLESS):
            yield Problem(FILE, line, "REL008", f"a redirect to {entry.new}", "an address of the edition",
                          "Take the address from the page that is meant.")


@rule("REL009", summary="a redirect from an address that is there")
def from_living(edition: Edition) -> Iterator[Problem]:
    """Readers would never be led on, since something stands at the address.

    Mend: take the entry out, or give what stands there the address that it should have.
    """
    known = living(edition) if redirects_of(edition).redirects else {}
    return (Problem(FILE, line, "REL009", f"a redirect from {entry.old}", "an address at which nothing stands",
                    "Take the entry out, or rename what stands there.")
            for line, entry in redirects_of(edition).redirects if entry.old in known)


@rule("REL010", summary="redirects that go round in a circle")
def circle(edition: Edition) -> Iterator[Problem]:
    """Redirects may follow one another, but must end at something that is there.

    Mend: let the last of them lead to an address that is there.
    """
    known = addresses_of(edition) if redirects_of(edition).redirects else {}
    return (Problem(FILE, line, "REL010", f"a redirect from {entry.old} that leads back to a redirect", "an end",
                    "Let one of them lead to an address that is there.")
            for line, entry in redirects_of(edition).redirects if entry.new in known and not resolve(entry.new, known))


@rule("REL011", summary="two redirects from one address")
def twice(edition: Edition) -> Iterator[Problem]:
    """Only one of the two could count, and nobody could tell which.

    Mend: keep one.
    """
    first: dict[str, int] = {}
    for line, entry in redirects_of(edition).redirects:
        if first.setdefault(entry.old, line) != line:
            yield Problem(FILE, line, "REL011", f"a redirect from {entry.old} a second time",
                          f"it once (line {first[entry.old]})", "Keep one of the two.")


@rule("REL012", summary="a renewal that nothing needs", severity=Severity.WARNING)
def idle(edition: Edition) -> Iterator[Problem]:
    """An entry below `renewed:` says that an address names the same thing in new words. After the next release nobody
    needs it, and it could hide a mistake.

    Mend: take it out.
    """
    needed = {change.address.where for change in changes_since_release(edition) if change.fate is Fate.OTHER}
    return (Problem(FILE, line, "REL012", f"a renewal of {entry.address}, which names what it named", "one that is needed",
                    "Take the entry out.")
            for line, entry in redirects_of(edition).renewed if entry.address not in needed)


@rule("REL013", summary="a version in CITATION.cff that is not that of the last release")
def version(edition: Edition) -> Iterator[Problem]:
    """The version and the day on every page and in every citation are those of CITATION.cff; `edition release` sets them.

    Mend: put back what the last release wrote; to go on to another version, run `edition release`.
    """
    said = edition.citation.value if isinstance(edition.citation.value, dict) else {}
    for release in releases_of(edition)[-1:]:
        for key, value in (("version", release.version), ("date-released", release.date)):
            if said and value and str(said.get(key)) != value:
                yield Problem("CITATION.cff", edition.citation.place((key,))[0], "REL013", f"{key} {said.get(key)}",
                              f"{value}, as in {release.file.shown}", "Put it back; only `edition release` changes it.")


@rule("REL014", summary="CITATION.cff without a version of three numbers, or without its day")
def unversioned(edition: Edition) -> Iterator[Problem]:
    """Every page and citation names the version and the day that stand in CITATION.cff (version: 1.2.0, date-released:
    2026-01-31).

    Mend: put back what the last release wrote.
    """
    said = edition.citation.value
    hint = "Put back what `edition release` wrote."
    if said is None:
        return
    if not isinstance(said, dict):
        yield Problem("CITATION.cff", edition.citation.place(())[0], "REL014", describe(said), "keys and values", hint)
        return
    for key, fits, expected in (("version", numbers_of, "three numbers, such as 1.2.0"), ("date-released", _is_day, "a day, YYYY-MM-DD")):
        if not fits(str(said.get(key, ""))):
            yield Problem("CITATION.cff", edition.citation.place((key,))[0], "REL014", f"{key} with {describe(said.get(key))}",
                          expected, hint)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _changed(edition: Edition, change: Change, code: str, found: str, expected: str, hint: str) -> Problem:
    last, where = releases_of(edition)[-1], change.address.where
    line = 2 + list(last.manifest).index(where)
    return Problem(last.file.shown, line, code, f"{where or 'the home page'} ({change.address.kind}), {found}", expected, hint)
