"""The command line as a whole: its commands, and how a refusal leaves it."""

from collections.abc import Callable
from pathlib import Path

import click

from guidance_app import __version__
from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import Desk, desk_at

from .check import check_command
from .compare import compare_command
from .note import note_command
from .records import records_command, remove_command
from .safe import (
    backups_command,
    recover_command,
    recovery_key_command,
    restore_command,
    verify_command,
)
from .schema import schema_command
from .suggest import suggest_command
from .walk import walk_command


class Calm(click.Group):
    """A group of commands; a refusal in it is a sentence on the error stream and exit status 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command chosen."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(str(refusal)) from refusal


def commands(open_window: Callable[[Desk], int]) -> click.Group:
    """Return all commands; `open_window` shows the window until it closes; returns the status."""

    @click.group(cls=Calm, invoke_without_command=True, context_settings={"max_content_width": 96})
    @click.version_option(__version__, prog_name="guidance-app")
    @click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        help="Keep records and settings in this folder instead of the usual one.",
    )
    @click.pass_context
    def app(ctx: click.Context, home: Path | None) -> None:
        """A thinking aid for social workers: whether and how to look at somebody's social media.

        It never authorises, never goes online, and keeps what is written encrypted on this
        computer. Without a command it opens its window.
        """
        ctx.obj = desk = desk_at(home)
        if ctx.invoked_subcommand is None:
            ctx.exit(open_window(desk))
        if desk.settings_trouble is not None:
            click.echo(f"Note: {desk.settings_trouble}", err=True)

    for command in (
        walk_command,
        check_command,
        compare_command,
        suggest_command,
        schema_command,
        note_command,
        records_command,
        remove_command,
        verify_command,
        backups_command,
        restore_command,
        recovery_key_command,
        recover_command,
    ):
        app.add_command(command)
    return app
