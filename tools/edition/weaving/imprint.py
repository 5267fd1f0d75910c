"""The imprint: by what name, in which version, and at what address the edition is cited."""

from dataclasses import dataclass

from edition.catalogue import Front

NAME = "多边主义论集数字版"
EDITORS = "多边主义论集数字版编者"
"""Whom `CITATION.cff` names as authors."""

YEAR = 2026
"""The year in which the version came out; `CITATION.cff` has the day."""


@dataclass(frozen=True)
class Imprint:
    """The edition's version (2.1.0) and the address of its site with a slash at the end, "" where it has none yet."""

    version: str = ""
    address: str = ""

    def page(self, path: str) -> str:
        """Return the address of a page of the edition; without one for the site, the path below it."""
        return self.address + path

    def cite(self, who: str, title: str, address: str, place: str = "") -> str:
        """Return how a page of this edition is cited, or a place on it."""
        name = f"《{NAME}》{self.version} 版" if self.version else f"《{NAME}》"
        parts = [f"{who}：《{title}》" if who else f"《{title}》", name, f"{YEAR} 年", place, address]
        return "，".join(part for part in parts if part) + "。"


def cite_paper(imprint: Imprint, front: Front, address: str, place: str = "") -> str:
    """Return how the edition of a paper is cited."""
    who = "、".join(author.name or author.name_en for author in front.authors)
    return imprint.cite(who, front.name, address, place)
