"""Rules about `redirects.yml`, which says where former addresses lead: REL002 …"""

from collections.abc import Iterable, Iterator

from edition.catalogue import Edition
from edition.checking.registry import rules_within
from edition.problems import Problem, Severity
from edition.releasing import Fate, Kind, addresses_of, changes_since_release, living, redirects_of, resolve
from edition.releasing.redirects import FILE

rule = rules_within(FILE)


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
