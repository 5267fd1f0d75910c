"""The form of a picture in `docs/data/pictures.yml`."""

from typing import Annotated

from edition.catalogue.forms import AnyText, Form, Text, of_form

KINDS = ("columns", "bars", "lines", "points", "dots")

Kind = Annotated[AnyText, of_form("|".join(KINDS), "one of " + ", ".join(KINDS), "Take the nearest of these.")]
Name = Annotated[AnyText, of_form("[a-z0-9]+(?:-[a-z0-9]+)*", "small letters a–z, digits and single hyphens",
                                  "The name is part of addresses: take that of the data.")]


class PictureForm(Form):
    """What is drawn from which file, and how.

    `name`, by which pages ask for it; `data`, the CSV file. `classes` are the columns that name a bar or row, `time` the
    one with dates, `values` those with numbers; `series` is the column by which marks differ in colour. `words` are
    what readers call the codes in cells and columns. `alternative` says what is to be seen to whoever doesn't see it.
    """

    name: Name
    data: Text
    kind: Kind
    title: Text
    title_en: Text
    caption: Text
    source: Text
    alternative: Text
    values: tuple[Text, ...] = ()
    classes: tuple[Text, ...] = ()
    time: Text = ""
    series: Text = ""
    words: dict[str, Text] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that the picture is drawn from."""
        return tuple(name for name in (*self.values, *self.classes, self.time, self.series) if name)

    def say(self, code: str) -> str:
        """Return what readers call a code or column."""
        return self.words.get(code, code)
