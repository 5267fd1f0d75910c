"""Shards: parts of the index that are fetched one by one. Each is deflated bytes (RFC 1951).

pairs: bits. How many groups; for each its first letter, how many second letters and which (as a rising list), then a
    posting each. Letters are places in the alphabet, counted from 1; 0 is the end of a run.
table: the length of the keys as four bytes, the keys sorted by code point and joined by line feeds, then bits: a posting
    for each key.
texts: JSON, a list of [anchor, section, page, text, at], each character as its place among the signs: one byte for the
    most frequent ones, two for the rest. Deflate makes little of such small pieces of UTF-8, and a quarter less of this.

A posting: how many passages; which (a rising list); a bit 0 where all hold the string without a gap inside, bits 10 where
none does, else bits 11, how many don't, and which places of the list these are.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from edition.searching.bits import gamma, rising, to_bytes
from edition.searching.model import Passage
from edition.searching.postings import Posting, Postings

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Shard:
    """What a shard holds, and with what it begins: a place, a key, the number of a passage or document."""

    first: Any
    content: Any


def pair_shards(pairs: Postings, letters: dict[str, int], passages: int, size: int) -> list[Shard]:
    """Return the pairs in shards of about `size` bytes; a shard's `first` is its first pair as one number, a place
    for each letter in a system of as many digits as there are letters."""
    entries = sorted((letters[pair[0]], letters[pair[1]], _posting(posting, passages)) for pair, posting in pairs.items())
    parts = parted(entries, lambda entry: len(entry[2]) / 8 + 1, size)
    return [Shard(part[0][0] * len(letters) + part[0][1], _pairs(part, len(letters))) for part in parts]


def _pairs(entries: Sequence[tuple[int, int, str]], letters: int) -> bytes:
    groups = [(first, [*group]) for first, group in groupby(entries, key=lambda entry: entry[0])]
    return deflated(to_bytes(gamma(len(groups)) + "".join(_group(first, group, letters) for first, group in groups)))


def _group(first: int, group: Sequence[tuple[int, int, str]], letters: int) -> str:
    seconds = [second for _, second, _ in group]
    return (gamma(first) + gamma(len(seconds)) + rising(seconds, 0, letters - 1)
            + "".join(posting for _, _, posting in group))


def table_shards(table: Postings, passages: int, size: int) -> list[Shard]:
    """Return words and longer strings in shards of about `size` bytes; a shard's `first` is its first key."""
    entries = [(key, _posting(table[key], passages)) for key in sorted(table)]
    parts = parted(entries, lambda entry: len(entry[1]) / 8 + 3, size)
    return [Shard(part[0][0], _table(part)) for part in parts]


def _table(entries: Sequence[tuple[str, str]]) -> bytes:
    keys = "\n".join(key for key, _ in entries).encode()
    return deflated(len(keys).to_bytes(4, "big") + keys + to_bytes("".join(bits for _, bits in entries)))


def text_shards(passages: Sequence[Passage], signs: str, size: int) -> list[Shard]:
    """Return what is shown of passages, in shards of about `size` characters; `first` is the first one's number."""
    parts = parted([*enumerate(passages)], lambda each: len(each[1].text), size)
    codes = _codes(signs)
    return [Shard(part[0][0], _texts((passage for _, passage in part), codes)) for part in parts]


def _texts(passages: Iterable[Passage], codes: Mapping[str, bytes]) -> bytes:
    return deflated(b"".join(codes[sign] for sign in as_json(passages)))


def as_json(passages: Iterable[Passage]) -> str:
    """Return what a shard of texts holds."""
    rows = [[each.anchor, each.section, each.page, each.text, each.at] for each in passages]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _codes(signs: str) -> dict[str, bytes]:
    """Return the bytes for each sign; of the 256 first bytes as few as will do begin two."""
    single = 256 - max(0, -(-(len(signs) - 256) // 255))
    return {sign: bytes([place]) if place < single else bytes([single + (place - single) // 256, (place - single) % 256])
            for place, sign in enumerate(signs)}


def _posting(posting: Posting, passages: int) -> str:
    count, over = len(posting.passages), posting.over_gaps
    bits = gamma(count) + rising(posting.passages, 0, passages - 1)
    if not over:
        return bits + "0"
    return bits + ("10" if len(over) == count else f"11{gamma(len(over))}{rising(over, 0, count - 1)}")


def parted(items: Sequence[Item], weight: Callable[[Item], float], size: float) -> Iterator[list[Item]]:
    """Yield the items in parts that weigh about `size` each."""
    part: list[Item] = []
    total = 0.0
    for item in items:
        if part and total + weight(item) / 2 > size:
            yield part
            part, total = [], 0.0
        part.append(item)
        total += weight(item)
    if part:
        yield part


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()
