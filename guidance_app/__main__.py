"""Starts the program: the window, or the command that was typed."""

import sys

from guidance_app.called import CALLED
from guidance_app.cli.main import main as run_commands
from guidance_app.desk.desk import Desk


def open_window(desk: Desk) -> int:
    """Show the window until it closes, and return the exit status. Qt is loaded only here."""
    try:
        from guidance_app.ui.app import run
    except ImportError as error:
        sys.stderr.write(
            f"The window needs PySide6, which cannot be loaded here ({error}).\n"
            f"The same questions can be answered in the terminal: {CALLED} walk england\n"
        )
        return 1
    return run(desk)


def main() -> None:
    """Run the program."""
    run_commands(open_window)


if __name__ == "__main__":
    main()
