"""`edition new`: the beginning of a term, theme, annotation or emendation; nothing that is there is changed."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

import click

from edition.catalogue import Annotation, Edition, Paper, Written
from edition.catalogue.annotations import FILE as ANNOTATIONS
from edition.catalogue.annotations import KINDS as ANNOTATION_KINDS
from edition.catalogue.annotations import read_annotations
from edition.catalogue.beginnings import annotation_entry, appended, entry, mapping, next_id, term_text, theme_text
from edition.catalogue.emendations import read_entries
from edition.catalogue.forms import KINDS as EMENDATION_KINDS
from edition.catalogue.front_matter import TODO
from edition.catalogue.yaml_lines import parse
from edition.checking import check
from edition.commands.console import Place, paper_of, show, stop
from edition.editing import readings
from edition.files import read_text, write_text
from edition.glossary import KINDS as TERM_KINDS
from edition.problems import Problem, gather

EMENDATIONS = "emendations.yml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class _New:
    """A file as it is to be: its text, the line where what is new begins, and what was found in reading it."""

    path: str
    text: str
    line: int = 1
    problems: tuple[Problem, ...] = ()


@click.group(epilog="Example: edition new term communique --zh 公报 --en communiqué")
def new() -> None:
    """Begin a term, a theme, an annotation or an emendation; what is left to say stands as TODO."""


@new.command(epilog="Example: edition new term communique --zh 公报 --en communiqué --kind document")
@click.argument("slug")
@click.option("--zh", required=True, help="Its Chinese name.")
@click.option("--en", required=True, help="Its English name.")
@click.option("--kind", type=click.Choice(list(TERM_KINDS)), default="concept", show_default=True)
@click.pass_obj
def term(place: Place, slug: str, zh: str, en: str, kind: str) -> None:
    """Write docs/glossary/SLUG.md."""
    _begin(place, f"docs/glossary/{slug}.md", slug, term_text(zh, en, kind))


@new.command(epilog="Example: edition new theme food-security --title 粮食安全 --title-en 'Food security'")
@click.argument("slug")
@click.option("--title", required=True, help="Its Chinese title.")
@click.option("--title-en", required=True, help="Its English title.")
@click.option("--description", default=TODO, help="What the page is about, in a sentence.")
@click.pass_obj
def theme(place: Place, slug: str, title: str, title_en: str, description: str) -> None:
    """Write docs/themes/SLUG.md with the sections that every theme has."""
    _begin(place, f"docs/themes/{slug}.md", slug, theme_text(title, title_en, description))


@new.command(epilog="Example: edition new annotation wei-tianxia p12 --kind comment --text '指1971年的决议。'")
@click.argument("paper")
@click.argument("paragraph")
@click.option("--phrase", help="A few characters that stand in the paragraph once.")
@click.option("--kind", type=click.Choice(ANNOTATION_KINDS), default="comment", show_default=True)
@click.option("--text", default=TODO, help="What there is to say, in Markdown.")
@click.option("--by", default="本版编者", show_default=True, help="Who says it.")
@click.pass_obj
def annotation(place: Place, paper: str, paragraph: str, phrase: str | None, kind: str, text: str, by: str) -> None:
    """Append an entry to PAPER's annotations.yml, with the next free id, dated today."""
    edition = place.edition()
    found = paper_of(edition, paper)
    path = f"{found.folder}/{ANNOTATIONS}"
    before = _text(place, path)
    said = Annotation(next_id(parse(before, path)), 0, paragraph, kind, text, by, date.today().isoformat(), phrase or "")
    after = _appended(path, before, annotation_entry(said))
    lined = parse(after, path)
    entries, problems = read_annotations(lined, path, after)
    new_text = _New(path, after, before.count("\n") + 1, (*lined.problems, *problems))
    _write(place, new_text, edition, _with_paper(edition, replace(found, annotations=entries)))


@new.command(epilog="Example: edition new emendation wei-tianxia 709 --source 原文如此 --reads 今作如此 --why 据同页注2")
@click.argument("paper")
@click.argument("line", type=click.IntRange(1))
@click.option("--kind", type=click.Choice(list(EMENDATION_KINDS)), default="reading", show_default=True)
@click.option("--paragraph", help="By default the paragraph at the line, where the source is at hand.")
@click.option("--source", help="What the source has there (reading, split).")
@click.option("--reads", help="What the edition reads (reading); nothing where characters are taken out.")
@click.option("--level", type=click.IntRange(1, 6), help="The heading's level (level).")
@click.option("--role", help="The block's role (role).")
@click.option("--why", default=TODO, help="The reason.")
@click.pass_obj
def emendation(place: Place, paper: str, line: int, kind: str, paragraph: str | None, **said: str | int | None) -> None:
    """Append an entry about LINE of the source file to PAPER's emendations.yml."""
    edition = place.edition()
    found = paper_of(edition, paper)
    path = f"{found.folder}/{EMENDATIONS}"
    before = _text(place, path)
    keys = {"kind": None if kind == "reading" else kind, "line": line,
            "paragraph": paragraph or _paragraph_at(edition, found, line)}
    after = _appended(path, before, entry(mapping(keys | said)))
    lined = parse(after, path)
    entries, problems = read_entries(lined, path)
    new_text = _New(path, after, before.count("\n") + 1, (*lined.problems, *problems))
    _write(place, new_text, edition, _with_paper(edition, replace(found, emendations=entries)))


def _paragraph_at(edition: Edition, paper: Paper, line: int) -> str | None:
    reading = readings(edition).get(paper.slug)
    block = reading.edited.owner(line) if reading else None
    return block.id if block and block.role == "paragraph" else None


def _with_paper(edition: Edition, paper: Paper) -> Edition:
    return replace(edition, papers=tuple(paper if each.slug == paper.slug else each for each in edition.papers))


def _begin(place: Place, path: str, slug: str, text: str) -> None:
    """Write a page that is not there yet."""
    if not _SLUG.fullmatch(slug):
        _refuse(path, "CMD009", f"the name {slug[:40]!r}", "small letters a–z, digits and single hyphens",
                "The name is the page's address for good: take it from the English name.")
    if (place.root / path).exists():
        _refuse(path, "CMD007", "a file of this name already", "a new name", "Nothing was written; edit the file that is there.")
    edition = place.edition()
    page = Written(path.removeprefix("docs/"), path, text)
    _write(place, _New(path, text), edition, replace(edition, written=(*edition.written, page)))


def _text(place: Place, path: str) -> str:
    file = place.root / path
    return read_text(file) if file.exists() else ""


def _appended(path: str, before: str, new_entry: str) -> str:
    after = appended(before, new_entry)
    return after or _refuse(path, "CMD008", "a file that no entry can be put behind", "a list, one entry after the other",
                            "Nothing was written; run `edition check`, or write the entry by hand.")


def _write(place: Place, new: "_New", edition: Edition, changed: Edition) -> None:
    """Write a file unless that would bring an error into the edition; say where the new text stands, and what it lacks.

    `changed` is the edition as it is with the new text.
    """
    known = set(check(edition))
    changed = replace(changed, texts={**edition.texts, new.path: new.text})
    found = gather(problem for problem in (*new.problems, *check(changed)) if problem not in known)
    if found.failed:
        stop(found)
    write_text(place.root / new.path, new.text)
    click.echo(f"{new.path}:{new.line}")
    show(found)


def _refuse(path: str, *words: str) -> NoReturn:
    code, found, expected, hint = words
    stop(gather([Problem(path, 0, code, found, expected, hint)]))
