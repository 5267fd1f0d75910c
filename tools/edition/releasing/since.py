"""What has changed since the last release."""

from functools import lru_cache

from edition.catalogue import Edition
from edition.releasing.addresses import addresses_of
from edition.releasing.comparing import Change, compare
from edition.releasing.versions import releases_of


@lru_cache(maxsize=2)
def changes_since_release(edition: Edition) -> tuple[Change, ...]:
    """Return the changes since the last release, none where there is no release or its manifest has no form."""
    last = releases_of(edition)[-1:]
    return tuple(compare(last[0].manifest, addresses_of(edition))) if last and last[0].manifest else ()


def is_revised(edition: Edition) -> bool:
    """Tell whether anything that readers see at an address differs from the last release."""
    return bool(changes_since_release(edition))
