"""Starts the program: the window, or the command that was typed. Each loads only its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidance_app import light  # noqa: F401 – before anything else loads msgspec
from guidance_app.called import CALLED
from guidance_app.calmly import calmly

if TYPE_CHECKING:
    from guidance_app.desk.desk import Desk


def open_window(desk: Desk) -> int:
    """Show the window until it closes, and return the exit status. Qt is loaded only here."""
    try:
        from guidance_app.ui.begin import begin
    except ImportError as error:
        sys.stderr.write(
            f"The window needs PySide6, which cannot be loaded here ({error}).\n"
            f"The same questions can be answered in the terminal: {CALLED} walk england\n"
        )
        return 1
    return begin(desk)


def main() -> None:
    """Run the program."""
    calmly(_command if sys.argv[1:] else _window)


def _window() -> None:
    from guidance_app.desk.desk import desk_at

    sys.exit(open_window(desk_at()))


def _command() -> None:
    from guidance_app.cli.main import commands

    commands(open_window)(prog_name=CALLED)


if __name__ == "__main__":
    main()
