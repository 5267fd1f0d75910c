"""Those responsible for a work (GB/T 7714, 8.1): three names at most, family name first, then 等 or et al."""

from edition.citing.gbt.rules import Rules
from edition.citing.item import Item
from edition.citing.names import enumerate_names, inverted

MOST = 3
AUTHORS = ("author", "composer", "illustrator", "director", "compiler")
EDITORS = ("editor", "editorial-director", "collection-editor")


def authors(item: Item, rules: Rules) -> str:
    """Return the authors; where there are none and the work is a whole, its editors."""
    whole = () if item["container-title"] else EDITORS
    return _listed(item, rules, *AUTHORS, *whole)


def container_people(item: Item, rules: Rules) -> str:
    """Return those responsible for the book that a part stands in."""
    return _listed(item, rules, "container-author", *EDITORS)


def translators(item: Item, rules: Rules) -> str:
    """Return the translators with their role."""
    people = item.people("translator")
    if not people:
        return ""
    role = "译" if item.is_east_asian else "trans."
    rest = (len(people) > MOST or item.is_cut("translator")) and item.is_east_asian
    return _listed(item, rules, "translator") + (rules.rest_before_role if rest else rules.comma) + role


def _listed(item: Item, rules: Rules, *variables: str) -> str:
    shown = [inverted(name, rules.upper_family, rules.hyphens) for name in item.people(*variables)]
    rest = rules.comma + ("等" if item.is_east_asian else "et al.")
    return enumerate_names(shown, rules.comma, MOST, MOST, rest, item.is_cut(*variables))
