"""Releases: every address of the edition, what became of it since the last release, and where former ones lead."""

from edition.releasing.addresses import addresses_of, living
from edition.releasing.comparing import Change, Fate, compare, resolve
from edition.releasing.manifest import Address, Kind, Manifest, format_manifest, parse_manifest
from edition.releasing.moves import Moves, moves_of
from edition.releasing.redirects import Redirect, redirects_of
from edition.releasing.since import changes_since_release, is_revised
from edition.releasing.summary import summarise
from edition.releasing.versions import Release, releases_of

__all__ = ["Address", "Change", "Fate", "Kind", "Manifest", "Moves", "Redirect", "Release", "addresses_of",
           "changes_since_release", "compare", "format_manifest", "is_revised", "living", "moves_of", "parse_manifest",
           "redirects_of", "releases_of", "resolve", "summarise"]
