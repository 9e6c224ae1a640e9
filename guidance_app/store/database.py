"""The encrypted file: made, opened, and never taken for what it is not."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import apsw

from guidance_app.core.refusal import DamagedStore, NewerFormat, Refusal
from guidance_app.whole import flush_folder

from .lock import in_use
from .migrations import STEPS, migrate, version
from .private import private_file, read_private
from .trouble import damaged, not_kept, unreadable

if TYPE_CHECKING:
    from .migrations import Step

APPLICATION: Final = 0x67756964
"""The application id of our files ("guid"), so that another program's is never taken for ours."""

_PLAIN: Final = b"SQLite format 3\0"

_CIPHER: Final = "PRAGMA cipher = 'chacha20'; PRAGMA key = 'raw:{}'"
"""Answered first by the name of the cipher; a SQLite that has none says nothing."""

_NOT_WRITABLE: Final = (
    apsw.ReadOnlyError,
    apsw.CantOpenError,
    apsw.PermissionsError,
    apsw.FullError,
)
"""What keeps the file from being opened for writing, though it may well be sound."""

_PRAGMAS: Final = (
    ("locking_mode", "EXCLUSIVE"),
    ("journal_mode", "DELETE"),
    ("synchronous", "EXTRA"),
    ("secure_delete", "ON"),
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("temp_store", "MEMORY"),
    ("cell_size_check", "ON"),
    ("cache_size", "-65536"),  # KiB: what was deciphered once is not deciphered for each look
)


def create(path: Path, key: bytes, *, vfs: str | None = None) -> None:
    """Make an empty encrypted database at `path`, its owner's alone. Raises NotKept."""
    try:
        private_file(path)
        with contextlib.closing(keyed(path, key, vfs)) as connection:
            _set_up(connection)
            with connection:
                connection.pragma("application_id", APPLICATION)
                migrate(connection)
    except (OSError, apsw.Error) as error:
        raise not_kept(error) from error
    _check_encrypted(path)


def connect(
    path: Path | str, key: bytes, *, vfs: str | None = None, steps: tuple[Step, ...] = STEPS
) -> apsw.Connection:
    """Return the only connection to the database at `path`, brought up to date.

    A copy is made before it is changed by a newer program. Raises DamagedStore, NewerFormat (and
    leaves the file alone), StoreInUse, or NotKept.
    """
    _check_encrypted(path)
    connection, taken = opened(path, key, vfs)
    if taken == len(steps):
        return connection
    let_go(connection)
    if taken > len(steps):
        raise NewerFormat(
            "These records were kept by a later version of this program.",
            "Nothing was changed. Install the newer version to open them.",
        )
    whole = Path(path)
    copy(whole, whole.with_name(f"{whole.stem}-before-{len(steps)}{whole.suffix}"))
    connection, _ = opened(path, key, vfs)
    try:
        with _OrClosed(connection):
            migrate(connection, steps)
    except apsw.Error as error:
        raise not_kept(error) from error
    return connection


def in_memory() -> apsw.Connection:
    """Return a connection to an empty database that is never on a disk."""
    connection = apsw.Connection(":memory:")
    _set_up(connection)
    migrate(connection)
    return connection


def opened(path: Path | str, key: bytes, vfs: str | None = None) -> tuple[apsw.Connection, int]:
    """Return a connection that holds the file for itself, and how many steps the file has taken.

    Raises what `connect` raises.
    """
    try:
        connection = keyed(path, key, vfs)
        with _OrClosed(connection):
            _set_up(connection)
            connection.execute("BEGIN EXCLUSIVE; COMMIT")
            if connection.pragma("application_id") != APPLICATION:
                raise damaged()
            return connection, version(connection)
    except (apsw.BusyError, apsw.LockedError) as error:
        raise in_use() from error
    except apsw.NotADBError as error:
        raise DamagedStore(
            "The passphrase is right, but the file of the records does not open with its key file.",
            "One of the two is damaged, or belongs to other records. Nothing was changed: "
            "keep both, and restore the records from a backup.",
        ) from error
    except _NOT_WRITABLE as error:
        raise not_kept(error) from error
    except apsw.Error as error:
        raise unreadable(error) from error


def peek(path: Path, key: bytes) -> apsw.Connection:
    """Return a connection that reads the file at `path` and changes nothing in it; no lock is held.

    Raises DamagedStore where it does not open with `key`, or a Refusal.
    """
    _check_encrypted(path)
    try:
        connection = keyed(path, key, flags=apsw.SQLITE_OPEN_READONLY)
        with _OrClosed(connection):
            connection.pragma("trusted_schema", "OFF")
            connection.pragma("temp_store", "MEMORY")
            if connection.pragma("application_id") != APPLICATION:
                raise damaged()
            return connection
    except apsw.Error as error:
        raise unreadable(error) from error


def settle(path: Path, key: bytes) -> None:
    """Let what a crash left half done be undone, as opening would; what is of another key stays.

    Then the file can be read, and copied, without the journal beside it.
    """
    if journal_of(path).exists():
        with contextlib.suppress(apsw.Error, Refusal):
            _check_key(path, key)
            connection = keyed(path, key)
            try:
                connection.execute("BEGIN EXCLUSIVE; COMMIT")
            finally:
                let_go(connection)


def _check_key(path: Path, key: bytes) -> None:
    """Raise a Refusal or apsw.Error where `key` is not that of the file; its journal is left alone.

    SQLite plays a journal before it looks at the first page: with another key, that cuts the file.
    """
    _check_encrypted(path)
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    alone = f"{path.absolute().as_uri()}?immutable=1"
    with contextlib.closing(keyed(alone, key, flags=flags)) as connection:
        if connection.pragma("application_id") != APPLICATION:
            raise damaged()


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what undoes a change that is not whole."""
    return path.with_name(f"{path.name}-journal")


def keyed(
    path: Path | str, key: bytes, vfs: str | None = None, *, flags: int = apsw.SQLITE_OPEN_READWRITE
) -> apsw.Connection:
    """Return a connection that reads and writes through the cipher, having looked at no page yet.

    Raises a Refusal where there is no cipher, or apsw.Error.
    """
    connection = apsw.Connection(os.fspath(path), flags=flags, vfs=vfs)
    with _OrClosed(connection):
        # Never kept in the cache of statements: the key is in the words of this one.
        said = connection.execute(_CIPHER.format(key.hex()), can_cache=False).fetchall()
        if said[:1] != [("chacha20",)]:
            raise Refusal(
                "This installation of the program cannot encrypt, so it does not open the records.",
                "Install the program again. Nothing was changed.",
            )
    return connection


class _OrClosed:
    """Closes the connection where what is done with it fails."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            let_go(self._connection)


def let_go(connection: apsw.Connection) -> None:
    """Close the connection; what the disk says of it then changes nothing."""
    with contextlib.suppress(apsw.Error):
        connection.close()


def _set_up(connection: apsw.Connection) -> None:
    for name, value in _PRAGMAS:
        connection.pragma(name, value)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def _check_encrypted(path: Path | str) -> None:
    """Raise DamagedStore for a file that is empty or is plain SQLite.

    Only before it is opened: on POSIX systems, closing a handle gives SQLite's locks back.
    """
    try:
        first = read_private(path, len(_PLAIN))
    except OSError as error:
        raise unreadable(error) from error
    if not first:
        raise DamagedStore(
            "The file of the records ('records.db') is empty.",
            "Nothing was changed. Restore the records from a backup.",
        )
    if first == _PLAIN:
        raise DamagedStore(
            "The file of the records ('records.db') is not encrypted, so it is not ours.",
            "It was not opened or changed. Restore the records from a backup.",
        )


def copy(path: Path, to: Path) -> None:
    """Copy `path`, encrypted as it is, whole or not at all. Raises NotKept."""
    part = to.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        private_file(part)
        with path.open("rb") as source, part.open("r+b") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        part.replace(to)
        flush_folder(to.parent)
    except OSError as error:
        raise not_kept(error) from error
