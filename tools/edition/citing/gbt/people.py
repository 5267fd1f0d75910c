"""Those responsible for a work (GB/T 7714, 8.1): three names at most, family name first, then 等 or et al."""

from edition.citing.gbt.rules import Rules
from edition.citing.item import Item
from edition.citing.names import Name, enumerate_names, inverted

MOST = 3
AUTHORS = ("author", "composer", "illustrator", "director", "compiler")
EDITORS = ("editor", "editorial-director", "collection-editor")


def authors(item: Item, rules: Rules) -> str:
    """Return the authors; where there are none and the work is a whole, its editors."""
    whole = () if item["container-title"] else EDITORS
    return _listed(item.people(*AUTHORS, *whole), item, rules)


def container_people(item: Item, rules: Rules) -> str:
    """Return those responsible for the book that a part stands in."""
    return _listed(item.people("container-author", *EDITORS), item, rules)


def translators(item: Item, rules: Rules) -> str:
    """Return the translators with their role."""
    people = item.people("translator")
    if not people:
        return ""
    role = "译" if item.is_east_asian else "trans."
    rest = len(people) > MOST and item.is_east_asian
    return _listed(people, item, rules) + (rules.rest_before_role if rest else rules.comma) + role


def _listed(people: tuple[Name, ...], item: Item, rules: Rules) -> str:
    shown = [inverted(name, rules.upper_family, rules.hyphens) for name in people]
    rest = rules.comma + ("等" if item.is_east_asian else "et al.")
    return enumerate_names(shown, rules.comma, MOST, MOST, rest)
