"""The forms that front matter and emendations must have; nothing here knows files or lines."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from edition.reading.model import ROLES

FORM = "form"
"""Type of an error whose message says what was expected, and its context what to do (`hint`)."""

NAMELESS = "nameless"
"""Type of an error: an author or a paper that goes by no name; its context says what was found and what to do."""


def _as_written(value: Any) -> Any:
    """Give back the text of a plain number or truth value, which `yaml_lines` keeps only where nothing is lost."""
    return str(value).lower() if isinstance(value, (bool, int)) else value


def of_form(pattern: str, expected: str, hint: str) -> AfterValidator:
    """Let pass what a regular expression matches as a whole; say otherwise what was expected, and what to do."""
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError(FORM, expected, {"hint": hint})
        return text
    return AfterValidator(check)


def _day(written: str) -> str:
    """Let pass a day that the calendar has, in the one form of ISO 8601 that this edition uses."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII):
            date.fromisoformat(written)
            return written
    except ValueError:
        pass
    raise PydanticCustomError(FORM, "a day such as 2026-11-26", {"hint": "Write year, month and day."})


def _pairs(value: Any) -> Any:
    """Let pass one or more pairs of line numbers; checked as a whole, so that a slip is one error."""
    if isinstance(value, (list, tuple)) and value and all(
            isinstance(pair, (list, tuple)) and len(pair) == 2 and all(type(line) is int and line > 0 for line in pair)
            for pair in value):
        return value
    raise PydanticCustomError(FORM, "pairs of line numbers counted from 1", {"hint": "Write [[first, last]]."})


AnyText = Annotated[StrictStr, BeforeValidator(_as_written)]
Text = Annotated[AnyText, of_form(r"(?s)\s*\S.*", "text", "Write the text, or take the key out.")]
Digest = Annotated[AnyText, of_form("[0-9a-f]{64}", "64 digits 0–9, a–f", "Write what `sha256sum FILE` shows.")]
ParagraphId = Annotated[AnyText, of_form("p[1-9][0-9]*", "an id such as p12", "Take the id from the paper's page.")]
Day = Annotated[AnyText, AfterValidator(_day)]
LineNumber = Annotated[StrictInt, Field(ge=1)]
Level = Annotated[StrictInt, Field(ge=1, le=6)]


class Form(BaseModel):
    """A mapping with the keys named here and no others; what is absent has an empty value."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Author(Form):
    """One author of a paper, by the name in either script or both."""

    name: Text = ""
    name_en: Text = ""
    affiliation: Text = ""

    @model_validator(mode="after")
    def _named(self) -> "Author":
        if not (self.name or self.name_en):
            raise PydanticCustomError(
                NAMELESS, "name or name_en", {"found": "an author without a name", "hint": "Give the name in either script."})
        return self


class Venue(Form):
    """Where and when a paper came out; `issue`, `pages` and `date` as printed."""

    name: Text = ""
    year: StrictInt | None = None
    issue: Text = ""
    pages: Text = ""
    date: Text = ""


class Place(Form):
    """Where a paper's text lies: a file's name, the digest of its bytes, the lines in it (from 1, inclusive)."""

    file: Text
    sha256: Digest
    lines: Annotated[tuple[tuple[int, int], ...], BeforeValidator(_pairs)]


LEVELS = {"not-proofread": "未校对", "proofread": "已校对", "validated": "已核对"}
"""How far a text has been read against its source → what readers call it (the levels of Wikisource, but for its
“problematic”: https://wikisource.org/wiki/Help:Page_status)."""

Status = Annotated[AnyText, of_form("|".join(LEVELS), "one of " + ", ".join(LEVELS), "Take one of these.")]


class Proofreading(Form):
    """A step: who read the edition's text against what, when, and which level it has reached with that."""

    level: Status
    by: Text
    date: Day
    against: Text


class Front(Form):
    """The front matter of a paper; `inferred` names keys that the source doesn't state, each with its ground."""

    slug: Text
    title: Text = ""
    title_en: Text = ""
    subtitle: Text = ""
    authors: tuple[Author, ...]
    venue: Venue = Venue()
    keywords: tuple[Text, ...] = ()
    keywords_en: tuple[Text, ...] = ()
    rights: Text
    source: Place
    inferred: dict[str, Text] = {}
    themes: tuple[Text, ...] = ()
    sample: StrictBool = False
    proofreading: tuple[Proofreading, ...] = ()

    @model_validator(mode="after")
    def _titled(self) -> "Front":
        if not (self.title or self.title_en):
            raise PydanticCustomError(
                NAMELESS, "title or title_en", {"found": "a paper without a title", "hint": "Give the title in either language."})
        return self

    @property
    def name(self) -> str:
        """The title by which the paper goes: the Chinese one, or the English where the source has lost that."""
        return self.title or self.title_en

    @property
    def level(self) -> str:
        """How far the text has been read against its source, as the last step says."""
        return self.proofreading[-1].level if self.proofreading else next(iter(LEVELS))


class _Emendation(Form):
    kind: Text
    line: LineNumber
    why: Text
    paragraph: ParagraphId = ""


class Reading(_Emendation):
    """What the source has at a place, and what the edition reads (nothing, where characters are taken out)."""

    kind: Text = "reading"
    source: Text
    reads: AnyText


class Join(_Emendation):
    """The block that begins at `line` is joined to the one before."""


class Split(_Emendation):
    """The block is split before `source`."""

    source: Text


class HeadingLevel(_Emendation):
    """The heading at `line` has another level."""

    level: Level


class Role(_Emendation):
    """The block at `line` has another role."""

    role: Annotated[AnyText, of_form("|".join(ROLES), "one of " + ", ".join(ROLES), "Take one of these.")]


KINDS: dict[str, type[Form]] = {"reading": Reading, "join": Join, "split": Split, "level": HeadingLevel, "role": Role}
