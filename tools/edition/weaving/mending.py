"""What the browser needs to write an entry for a paper's emendations or annotations."""

from typing import Any

from edition.weaving.edited import Edited


def mending_of(paper: Edited) -> dict[str, Any]:
    """Return the paper's folder, the next free id of an annotation, and which of the two files there are."""
    highest = max((annotation.number for annotation in paper.annotations), default=0)
    return {"slug": paper.front.slug, "folder": f"docs/papers/{paper.front.slug}", "next": f"a{highest + 1}",
            "there": [name for name, entries in (("emendations", paper.emendations), ("annotations", paper.annotations))
                      if entries]}
