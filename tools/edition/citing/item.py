"""A CSL-JSON item, read and checked: the one form from which the styles write."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edition.citing import faults
from edition.citing.cleaning import clean
from edition.citing.dates import Date, read_date
from edition.citing.extra import with_extra
from edition.citing.names import Name, read_name
from edition.citing.scripts import in_east_asian, in_english
from edition.citing.variables import DATES, NAMES, TEXTS, TYPES
from edition.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Item:
    """A work as CSL describes it. `item["title"]` is a text variable, "" where it has none.

    `cut_short` are the name variables whose lists end in 等 or et al. (CSL has no variable for that; they stand in the
    item's `custom` as `others`).
    """

    id: str
    type: str
    texts: Mapping[str, str]
    names: Mapping[str, tuple[Name, ...]]
    dates: Mapping[str, Date]
    is_east_asian: bool
    is_english: bool
    cut_short: frozenset[str] = frozenset()

    def __getitem__(self, variable: str) -> str:
        return self.texts.get(variable, "")

    def people(self, *variables: str) -> tuple[Name, ...]:
        """Return the names of the first of these variables that has any."""
        return next((self.names[variable] for variable in variables if variable in self.names), ())

    def is_cut(self, *variables: str) -> bool:
        """Tell whether the list that `people` returns for these variables ends in 等 or et al."""
        return next((variable in self.cut_short for variable in variables if variable in self.names), False)

    @property
    def is_online(self) -> bool:
        return bool(self["URL"] or self["DOI"])

    @property
    def issued(self) -> Date | None:
        return self.dates.get("issued")

    @property
    def accessed(self) -> Date | None:
        return self.dates.get("accessed")


def read_item(value: object) -> Item:
    """Return the item of a CSL-JSON object. Raises Refused with all that is wrong with it (CIT002 to CIT006)."""
    if not isinstance(value, Mapping):
        raise Refused(faults.no_object(f"{type(value).__name__} {str(value)[:40]!r}"))
    merged = with_extra(value)
    problems: list[Problem] = []
    texts = _texts(merged, problems)
    names = _names(merged, problems)
    dates = _dates(merged, problems)
    if not isinstance(merged.get("type"), str) or merged["type"] not in TYPES:
        problems.insert(0, faults.unknown_type(merged.get("type")))
    if not any(texts.get(variable) for variable in ("title", "container-title", "DOI", "URL")):
        problems.append(faults.nothing_to_print())
    id = clean(str(value.get("id") or ""))
    if problems:
        raise Refused(*(replace(problem, path=id or faults.ITEM) for problem in problems))
    wording, language = _wording(texts, names), texts.get("language", "")
    eastern, english = in_east_asian(language, wording), in_english(language, wording)
    return Item(id, merged["type"], texts, names, dates, eastern, english, _cut_short(merged))


def _cut_short(merged: Mapping) -> frozenset[str]:
    custom = merged.get("custom")
    others = custom.get("others") if isinstance(custom, Mapping) else None
    return frozenset(variable for variable in others if variable in NAMES) if isinstance(others, (list, tuple)) else frozenset()


def _wording(texts: Mapping[str, str], names: Mapping[str, tuple[Name, ...]]) -> str:
    """Return what tells the language of a work that does not name it: its title, its container's, its author."""
    author = names["author"][0] if "author" in names else Name()
    return texts.get("title") or texts.get("container-title") or author.whole or author.family


def _texts(merged: Mapping, problems: list[Problem]) -> dict[str, str]:
    texts = {}
    for variable in sorted(TEXTS & merged.keys()):
        value = merged[variable]
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            texts[variable] = clean(str(value))
        elif value is not None:
            problems.append(faults.wrong_form(variable, value, "text"))
    return {variable: text for variable, text in texts.items() if text}


def _names(merged: Mapping, problems: list[Problem]) -> dict[str, tuple[Name, ...]]:
    names = {}
    for variable in sorted(NAMES & merged.keys()):
        value = merged[variable]
        try:
            if value is not None and not isinstance(value, list):
                raise ValueError("a list of names")
            names[variable] = tuple(read_name(name) for name in value or ())
        except ValueError as fault:
            problems.append(faults.wrong_form(variable, value, str(fault)))
    return {variable: people for variable, people in names.items() if people}


def _dates(merged: Mapping, problems: list[Problem]) -> dict[str, Date]:
    dates = {}
    for variable in sorted(DATES & merged.keys()):
        value = merged[variable]
        try:
            found = read_date(value) if value is not None else None
            if found:
                dates[variable] = replace(found, words=clean(found.words))
        except ValueError as fault:
            problems.append(faults.no_such_date(variable, value, str(fault)))
    return dates
