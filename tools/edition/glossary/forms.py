"""The form of a term's front matter; nothing here knows files or lines."""

from typing import Annotated

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from edition.catalogue.forms import NAMELESS, AnyText, Form, ParagraphId, Text, of_form

KINDS = {
    "concept": "概念", "organisation": "组织", "forum": "论坛与集团", "agreement": "条约与协定", "law": "法律与政策",
    "initiative": "倡议与战略", "mechanism": "机制", "document": "文件", "event": "事件",
}
"""What a term can be → what readers call it, in the order of lists."""

Kind = Annotated[AnyText, of_form("|".join(KINDS), "one of " + ", ".join(KINDS), "Take the nearest of these.")]


class LocalName(Form):
    """A name that a term has in some papers alone: 公约, where a paper says that it calls a convention so."""

    form: Text
    papers: tuple[Text, ...]
    why: Text


class Related(Form):
    """Terms by their slugs: wider in meaning, narrower, or otherwise worth seeing."""

    broader: tuple[Text, ...] = ()
    narrower: tuple[Text, ...] = ()
    see: tuple[Text, ...] = ()


class Forbidden(Form):
    """Where a name of the term does not mean it: inside a longer text, or in one paragraph of one paper."""

    text: Text = ""
    paper: Text = ""
    paragraph: ParagraphId = ""
    form: Text = ""
    why: Text

    @model_validator(mode="after")
    def _placed(self) -> "Forbidden":
        if bool(self.text) == bool(self.paper and self.paragraph) or bool(self.paper) != bool(self.paragraph):
            raise PydanticCustomError(NAMELESS, "text, or paper and paragraph", {
                "found": "an exception without its place",
                "hint": "Give the longer text that holds the name, or the paper and the paragraph."})
        return self


class TermFront(Form):
    """The front matter of a term; names are in simplified characters, the traditional forms are derived."""

    zh: Text
    en: Text
    kind: Kind
    themes: tuple[Text, ...] = ()
    abbreviations: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    aliases_in: tuple[LocalName, ...] = ()
    related: Related = Related()
    citations: tuple[Text, ...] = ()
    not_in: tuple[Forbidden, ...] = ()
