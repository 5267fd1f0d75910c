"""Fingerprints of paragraphs: enough to know one again after small changes, too little to read it.

A digest tells whether a paragraph is the same; a sketch tells how much two share. The sketch is the set of those hashes
of its 4-grams that are divisible by `SAMPLE` (A. Broder, "On the resemblance and containment of documents", 1997), so the
sketch of a paragraph is nearly the union of the sketches of its parts.
"""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b

GRAM = 4
SAMPLE = 8
BYTES = 3


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`digest` are 8 hexadecimal digits, `sketch` hashes of 6 each; of the first and last grams always."""

    digest: str
    sketch: frozenset[str]

    def shared(self, other: "Fingerprint") -> float:
        """Return which part of the smaller sketch the larger one holds, 0 to 1."""
        smaller = min(len(self.sketch), len(other.sketch))
        return len(self.sketch & other.sketch) / smaller if smaller else 0.0


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; note marks, blanks, width and punctuation don't count."""
    bare = re.sub(r"\[\^[^\]]*\]|[\W_]", "", unicodedata.normalize("NFKC", text))
    grams = [bare[index : index + GRAM] for index in range(max(1, len(bare) - GRAM + 1))]
    hashes = [blake2b(gram.encode(), digest_size=BYTES).hexdigest() for gram in grams]
    sample = {value for value in hashes if int(value, 16) % SAMPLE == 0}
    digest = blake2b(bare.encode(), digest_size=4).hexdigest()
    return Fingerprint(digest, frozenset(sample | {hashes[0], hashes[-1]}))
