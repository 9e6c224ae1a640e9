"""Writes a file whole or not at all; the one place where a file of ours replaces another."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, body: bytes, *, private: bool = False) -> None:
    """Put `body` at `path`; whatever happens, the old file or the new one is there, entire.

    Written beside it, flushed to the disk, then moved into place; the folder has to exist. A
    private file is its owner's alone, where the system knows owners. Raises OSError, and leaves
    nothing behind.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            os.chmod(name, 0o666 & ~_mask())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    flush_folder(path.parent)


def _mask() -> int:
    """Return the bits that new files of this process are made without."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def flush_folder(folder: Path) -> None:
    """Make moves in `folder` last, on systems where a folder can be flushed. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
