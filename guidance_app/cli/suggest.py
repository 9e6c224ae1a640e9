"""The command that writes the scenarios an author has not thought of yet."""

from pathlib import Path

import click

from guidance_app.desk.checking import suggest_for
from guidance_app.desk.desk import Desk

from .authored import authored


@click.command("suggest")
@click.argument("pack")
@click.option(
    "--scenarios",
    "tests",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    multiple=True,
    help="Count what the scenarios in this file try as tried. May be given again.",
)
@click.pass_obj
def suggest_command(desk: Desk, pack: str, tests: tuple[Path, ...]) -> None:
    """Write the shortest scenarios for what those of PACK do not try yet.

    They are printed, ready to be pasted into a file of the pack's folder 'scenarios', until every
    option, outcome, duty and line of a 'next' is tried. They say what the pack does today: whether
    it should is for you to read.
    """
    found = suggest_for(desk.library.shelf, authored(pack), tests)
    if found:
        click.echo(found, nl=False)
    else:
        click.echo("Nothing to suggest: the scenarios try everything that a walk can come to.")
