"""How the program leaves where something went wrong: with a sentence, and no word of a case."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from .trace import report

if TYPE_CHECKING:
    from collections.abc import Callable


def calmly(run: Callable[[], None]) -> None:
    """Run it; words that the terminal cannot show are replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.unraisablehook = _let_go
    try:
        run()
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


def _let_go(fault: sys.UnraisableHookArgs) -> None:
    """Write down where it happened, for a fault that no code could have taken."""
    if sys.stderr is not None:
        sys.stderr.write(f"{report(fault.exc_type, fault.exc_traceback)}\n")


_NOT_PRINTED = (errno.ENOSPC, errno.EIO, errno.EPIPE, errno.EBADF)
"""What a stream says that does not take what is printed; all else would be ours."""

_OURS = (
    "Error: something went wrong in the program. What you answered is kept. "
    "Below is where; it holds no word of yours."
)
