"""`edition check`: all rules, all problems."""

import click

from edition.checking import RULES
from edition.checking import check as run_rules
from edition.checking import explain as page_of
from edition.commands.console import Place, show


@click.command(epilog="Example: edition check --explain SRC009")
@click.option("--explain", metavar="CODE", help="Print what a rule finds, why, and how to mend it.")
@click.pass_context
def check(context: click.Context, explain: str | None) -> None:
    """Hold the whole edition against all rules; exit 1 where one finds an error."""
    if explain:
        if explain.upper() not in RULES:
            raise click.BadParameter(f"no rule {explain}; there are {', '.join(sorted(RULES))}", param_hint="--explain")
        click.echo(page_of(explain.upper()))
        return
    place: Place = context.obj
    report = run_rules(place.edition())
    show(report)
    context.exit(report.exit_code)
