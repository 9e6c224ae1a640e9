"""The command line as a whole: its commands, and how a refusal leaves it."""

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from guidance_app import __version__
from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.trace import report

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
        ctx.obj = desk_at(home)
        if ctx.invoked_subcommand is None:
            ctx.exit(open_window(ctx.obj))

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


def main(open_window: Callable[[Desk], int]) -> None:
    """Run the command line; words that the terminal cannot show are replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.unraisablehook = _let_go
    try:
        commands(open_window)(prog_name=CALLED)
    except OSError as error:
        if error.errno not in _NOT_PRINTED:
            _ours(error)
        # Before this nothing was lost: what is kept is kept elsewhere, and refuses by itself.
        with suppress(OSError):
            because = error.strerror or "the system refused"
            sys.stderr.write(f"Error: what was to be printed could not be written: {because}.\n")
        sys.stdout = None  # what is left in it cannot be written either
        sys.exit(1)
    except Exception as fault:  # noqa: BLE001 – ours, whatever it is; its message may hold a case
        _ours(fault)


def _ours(fault: Exception) -> NoReturn:
    """Leave with where in the program it happened, and without its message."""
    sys.stderr.write(f"{_OURS}\n{report(type(fault), fault.__traceback__)}\n")
    sys.exit(1)


def _let_go(fault: "sys.UnraisableHookArgs") -> None:
    """Write down where it happened, for a fault that no code could have taken."""
    if sys.stderr is not None:
        sys.stderr.write(f"{report(fault.exc_type, fault.exc_traceback)}\n")


_NOT_PRINTED = (errno.ENOSPC, errno.EIO, errno.EPIPE, errno.EBADF)
"""What a stream says that does not take what is printed; all else would be ours."""

_OURS = (
    "Error: something went wrong in the program. What you answered is kept. "
    "Below is where; it holds no word of yours."
)
