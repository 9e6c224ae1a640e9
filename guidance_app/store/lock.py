"""One program at a time: a lock that the system takes back by itself, however its holder ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from guidance_app.core.refusal import StoreInUse

from .trouble import not_kept

if TYPE_CHECKING:
    from pathlib import Path


class Lock:
    """The right to use the records in one folder, until it is given back or the process is gone.

    SQLite's own lock is held besides. On POSIX systems that one is lost when any file handle of the
    database is closed anywhere in the process; this one is not.
    """

    def __init__(self, path: Path | str) -> None:
        """Take the lock at `path`. Raises StoreInUse, at once, where somebody has it."""
        try:
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise not_kept(error) from error
        try:
            _hold(self._descriptor)
        except OSError as error:
            self.release()
            held = isinstance(error, BlockingIOError | PermissionError)
            raise (in_use() if held else not_kept(error)) from error

    def release(self) -> None:
        """Give the lock back; once more is harmless."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def in_use() -> StoreInUse:
    """Return the refusal for records that another program has open."""
    return StoreInUse(
        "The records are open in another window or program.",
        "Close them there, then try again. Nothing was changed.",
    )


if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
