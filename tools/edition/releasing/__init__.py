"""Releases: every address of the edition, what became of it since the last release, and where former ones lead."""

from edition.releasing.addresses import addresses_of
from edition.releasing.comparing import Change, Fate, compare, resolve
from edition.releasing.manifest import Address, Kind, Manifest, format_manifest, parse_manifest
from edition.releasing.summary import summarise

__all__ = ["Address", "Change", "Fate", "Kind", "Manifest", "addresses_of", "compare", "format_manifest",
           "parse_manifest", "resolve", "summarise"]
