"""Opens the records from a terminal: by asking, or with a passphrase from a file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.desk.desk import Desk, Keeping
from guidance_app.store.keys import SHORTEST, check_passphrase

TRIES = 3
"""How often a passphrase is asked for before the command gives up."""


def passphrase_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--passphrase-file` to a command."""
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
        help="Read the passphrase from the first line of this file ('-' for standard input).",
    )(command)


def unlock(desk: Desk, passphrase_file: Path | None) -> None:
    """Open the records that exist. Raises a Refusal: there are none, or the passphrase is wrong."""
    if desk.keeping is Keeping.NEW:
        raise Refusal(
            "No records are kept on this computer yet.",
            f"Begin one in the window, or with: {CALLED} walk england",
        )
    if passphrase_file is not None:
        _open(desk, first_line(passphrase_file))
        return
    for left in reversed(range(TRIES)):
        try:
            _open(desk, click.prompt("Passphrase", hide_input=sys.stdin.isatty(), err=True))
        except WrongPassphrase as refusal:
            if not left:
                raise
            click.echo(str(refusal), err=True)
        else:
            return


def make(desk: Desk, passphrase_file: Path | None = None) -> None:
    """Make the records with a new passphrase, asked for or from a file; print the code once."""
    click.echo(
        "Nothing is kept on this computer yet. Records are kept encrypted, with a passphrase."
    )
    if passphrase_file is not None:
        _show_code(desk, desk.make_store(first_line(passphrase_file)))
        return
    passphrase = click.prompt(
        f"New passphrase, {SHORTEST} characters or more",
        hide_input=sys.stdin.isatty(),
        confirmation_prompt="The same again",
        value_proc=_long_enough,
    )
    _show_code(desk, desk.make_store(passphrase))


def _long_enough(typed: str) -> str:
    """Return `typed`; where it is too short, it is said and asked for again."""
    try:
        check_passphrase(typed)
    except Refusal as refusal:
        raise click.BadParameter(str(refusal)) from refusal
    return typed


def _open(desk: Desk, passphrase: str) -> None:
    """Unlock; show a new recovery code where the last one may never have been written down."""
    desk.unlock(passphrase)
    if code := desk.owed_code(passphrase):
        click.echo("It was never said that the last recovery code is safe. It opens nothing now.")
        _show_code(desk, code)


def _show_code(desk: Desk, code: str) -> None:
    click.echo("\nYour recovery code, shown this once. Write it down and keep it somewhere safe:")
    click.echo(f"\n    {code}\n")
    desk.code_kept()


def first_line(path: Path) -> str:
    """Return the first line of the file, or of standard input for '-'.

    Raises a Refusal if it cannot be read.
    """
    try:
        text = sys.stdin.readline() if str(path) == "-" else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("The file with the passphrase cannot be read.", str(error)) from error
    return (text.splitlines() or [""])[0]
