"""The command that opens the window, where there is one."""

import sys

import click

from guidance_app.desk.desk import Desk


@click.command("window")
@click.pass_obj
def window_command(desk: Desk) -> None:
    """Open the window (what happens without a command)."""
    try:
        from guidance_app.ui.app import run  # Qt is loaded only here
    except ImportError as error:
        raise click.ClickException(
            f"The window needs PySide6, which cannot be loaded here ({error}).\n"
            "The same questions can be answered in the terminal: guidance-app walk england"
        ) from error
    sys.exit(run(desk))
