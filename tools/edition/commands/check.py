"""`edition check`: all rules, all problems; or those of some files."""

import os
from pathlib import Path

import click

from edition.checking import RULES
from edition.checking import check as run_rules
from edition.checking import explain as page_of
from edition.commands.console import Place
from edition.commands.formats import FORMATS
from edition.problems import Problem, Report, gather


@click.command(epilog="Example: edition check docs/about/citing.md; edition check --explain SRC009")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True,
              help="Lines of text on the error output; or JSON, or GitHub's annotations, on the output.")
@click.option("--explain", metavar="CODE", help="Print what a rule finds, why, and how to mend it.")
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], form: str, explain: str | None) -> None:
    """Hold the whole edition against all rules; exit 1 where one finds an error.

    With FILEs only what is wrong in these is told, quickly: the source texts are not read, and the rules that need them
    are named as not looked at.
    """
    if explain:
        click.echo(_page(explain.upper()))
        return
    place: Place = context.obj
    report = _of_files(place, files) if files else run_rules(place.edition())
    if form == "json" or report.problems:
        click.echo(FORMATS[form](report), err=form == "text")
    if files:
        click.echo(f"not looked at, for they need the source texts: {', '.join(_unasked())}", err=True)
    context.exit(report.exit_code)


def _page(code: str) -> str:
    if code not in RULES:
        raise click.BadParameter(f"no rule {code}; there are {', '.join(sorted(RULES))}", param_hint="--explain")
    return page_of(code)


def _of_files(place: Place, files: tuple[Path, ...]) -> Report:
    edition = place.edition(with_sources=False)
    names = {_shown(file, place.root) for file in files}
    found = list(run_rules(edition.only(names)))
    unread = names - set(edition.texts) - {problem.path for problem in found}
    return gather([*found, *(_no_file_of(name) for name in unread)])


def _shown(file: Path, root: Path) -> str:
    """Return the path as messages have it: from the edition's folder."""
    return Path(os.path.relpath(file, root)).as_posix()


def _no_file_of(name: str) -> Problem:
    return Problem(name, 0, "CMD006", "no file that editors write, or none of this name",
                   "one of docs/ or bib/ that the edition reads", "Check the whole edition to have its sources checked too.")


def _unasked() -> list[str]:
    return sorted(rule.code for rule in RULES.values() if rule.of_sources)
