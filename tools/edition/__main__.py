"""`python -m edition`."""

from edition.commands import run

run()
