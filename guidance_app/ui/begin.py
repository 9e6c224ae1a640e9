"""Begins the window: loads it, and lets Python look for nothing meanwhile that nobody needs."""

from __future__ import annotations

import builtins
import gc
from typing import TYPE_CHECKING

from .later import explained_later

with explained_later():
    import PySide6.QtCore  # noqa: F401 – whoever asks for the window learns here if Qt is missing

if TYPE_CHECKING:
    from guidance_app.desk.desk import Desk


def begin(desk: Desk) -> int:
    """Open the window on `desk` and stay until it is closed; return the program's exit status."""
    import_plainly()
    gc.disable()  # until the first page has been painted: what is loaded now all stays
    from .app import run

    return run(desk)


def import_plainly() -> None:
    """Let no module that is imported have its source read.

    PySide6 puts an import of its own before the one there was. It reads the source of every module,
    to see whether that asks for another spelling of Qt's names. Nothing here asks.
    """
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
