"""The head of a new page, for an editor to complete."""

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from edition.catalogue.forms import Author, Form, Front, Place, Venue
from edition.catalogue.front_matter import TODO

_WANTED = {"slug": TODO, "title": TODO, "authors": [{"name": TODO}], "venue": {}, "rights": TODO, "source": {}}
_WANTED_PARTS: dict[str, dict] = {
    "venue": dict.fromkeys(("name", "year", "issue", "pages"), TODO),
    "source": dict.fromkeys(("file", "sha256", "lines"), TODO),
}


def front_matter_text(values: Mapping[str, Any]) -> str:
    """Return `values` as front matter between two lines `---`, keys in the order of the form, TODO for what is lacking.

    Empty values count as lacking. The text gives back the same values when read by `yaml_lines.parse`.
    """
    complete = _WANTED | _filled(values)
    for part, wanted in _WANTED_PARTS.items():
        complete[part] = _ordered(wanted | _filled(complete[part]), Venue if part == "venue" else Place)
    complete["authors"] = [_ordered(_filled(author), Author) for author in complete["authors"]]
    if isinstance(complete["source"]["lines"], (list, tuple)):
        complete["source"]["lines"] = _in_one_line(complete["source"]["lines"])
    return f"---\n{_dumped(_ordered(complete, Front))}---\n"


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], (), {})}


def _ordered(values: dict[str, Any], form: type[Form]) -> dict[str, Any]:
    return {key: values[key] for key in form.model_fields if key in values}


def _in_one_line(spans: Any) -> CommentedSeq:
    line = CommentedSeq(CommentedSeq(span) for span in spans)
    line.fa.set_flow_style()
    return line


def _dumped(values: dict[str, Any]) -> str:
    yaml = YAML()
    yaml.width = 100_000  # a folded line would put a blank between Han characters
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(values, stream)
    return stream.getvalue()
