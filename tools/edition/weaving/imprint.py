"""The imprint: by what name, in which version, of which day, and at what address the edition is cited."""

from dataclasses import dataclass

from edition.catalogue import Front

NAME = "多边主义论集数字版"
EDITORS = "多边主义论集数字版编者"
"""Whom `CITATION.cff` names as authors."""


@dataclass(frozen=True)
class Imprint:
    """The edition's version (2.1.0, or 2.1.0+ where something has changed since), the day of that (2026-01-31), the
    address of its site with a slash at the end; "" for what it has not yet."""

    version: str = ""
    address: str = ""
    date: str = ""

    @property
    def revised(self) -> bool:
        return self.version.endswith("+")

    @property
    def issued(self) -> list[int]:
        """Year, month and day, as CSL has them."""
        return [int(part) for part in self.date.split("-")] if self.date else []

    @property
    def day(self) -> str:
        """The day in Chinese: 2026 年 1 月 31 日."""
        return " ".join(f"{number} {unit}" for number, unit in zip(self.issued, "年月日"))

    def page(self, path: str) -> str:
        """Return the address of a page of the edition; without one for the site, the path below it."""
        return self.address + path

    def cite(self, who: str, title: str, address: str, place: str = "") -> str:
        """Return how a page of this edition is cited, or a place on it."""
        name = f"《{NAME}》{self.version} 版" if self.version else f"《{NAME}》"
        parts = [f"{who}：《{title}》" if who else f"《{title}》", name, self.day, place, address]
        return "，".join(part for part in parts if part) + "。"


def cite_paper(imprint: Imprint, front: Front, address: str, place: str = "") -> str:
    """Return how the edition of a paper is cited."""
    who = "、".join(author.name or author.name_en for author in front.authors)
    return imprint.cite(who, front.name, address, place)
