"""Keeps others out of our files and our memory, as far as the system lets us."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PR_SET_DUMPABLE = 4
_OWNERS = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)
"""Windows would else change the ends of lines, and end at a byte 26."""


def private_folder(folder: Path) -> None:
    """Make `folder` where it is missing, and make it its owner's alone. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)


def private_file(path: Path) -> None:
    """Make an empty file at `path`, its owner's alone. Raises OSError, also where there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNERS))


def read_private(path: Path | str, most: int) -> bytes:
    """Return the first `most` bytes of the file at `path`. Raises OSError.

    It is made its owner's alone, to read and write, where the system knows rights and lets us.
    """
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        found = os.fstat(descriptor)
        if stat.S_ISREG(found.st_mode):
            most = min(most, found.st_size or most)
            if os.name == "posix" and stat.S_IMODE(found.st_mode) != _OWNERS:
                with contextlib.suppress(OSError):
                    os.fchmod(descriptor, _OWNERS)
        read = os.read(descriptor, most)
        while len(read) < most and (more := os.read(descriptor, most - len(read))):
            read += more
        return read
    finally:
        os.close(descriptor)


@cache
def no_core_dumps() -> None:
    """Ask the system never to write this process's memory to a file, where it takes that.

    Asked once, it holds for as long as the process lives.
    """
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A crash reporter that takes dumps through a pipe heeds only this.
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
