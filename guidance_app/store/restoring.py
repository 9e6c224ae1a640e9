"""Puts a backup in the place of damaged records; what stood there is kept, never erased."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.whole import flush_folder

from . import database, vault
from .backups import hold, rehearse
from .header import read_header, write_header
from .lock import Lock
from .private import no_core_dumps, private_folder
from .trouble import not_kept

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from .backups import Backup, Rehearsal
    from .header import Header
    from .openers import Opener

RESTORING = "records.restoring"


def rehearsed(folder: Path, backup: Backup, opener: Opener) -> Rehearsal:
    """Say what restoring `backup` would give back; nothing is changed.

    Raises WrongPassphrase, DamagedStore where the backup is not sound, or a Refusal.
    """
    return _whole(backup, _key(folder, opener)[1])


def restore(folder: Path, backup: Backup, opener: Opener, now: datetime) -> Rehearsal:
    """Let the records in `folder` be those of `backup`, once it was read as a whole.

    The file that stood there is kept beside it, and the key file stays where it is sound. Cut off
    anywhere, doing it again does it. Raises what `rehearsed` raises, StoreInUse, or NotKept.
    """
    try:
        private_folder(folder)
    except OSError as error:
        raise not_kept(error) from error
    lock = Lock(folder / vault.LOCK)
    try:
        header, key = _key(folder, opener)
        found = _whole(backup, key)
        database.copy(backup.path, folder / RESTORING)
        hold(folder, backup)
        database.settle(folder / vault.DATABASE, key)
        _set_aside(folder, now)
        (folder / RESTORING).replace(folder / vault.DATABASE)
        if not _sound(folder / vault.KEY, opener):
            write_header(folder / vault.KEY, header)
        flush_folder(folder)
    except OSError as error:
        raise not_kept(error) from error
    finally:
        lock.release()
    return found


def _whole(backup: Backup, key: bytes) -> Rehearsal:
    """Return what `backup` gives back. Raises DamagedStore where it is not sound."""
    try:
        return rehearse(backup, key)
    except DamagedStore as damage:
        raise DamagedStore(
            "This backup is damaged, or is one of other records.",
            "Nothing was changed. Choose another backup.",
        ) from damage


def _set_aside(folder: Path, now: datetime) -> None:
    """Move what stands there out of the way, with what SQLite may have left beside it."""
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    old, aside = folder / vault.DATABASE, folder / f"records-replaced-{stamp}.db"
    # The journal first: left behind, it would be played into the file that takes this place.
    for path, to in ((database.journal_of(old), database.journal_of(aside)), (old, aside)):
        with contextlib.suppress(FileNotFoundError):
            path.replace(to)


def _key(folder: Path, opener: Opener) -> tuple[Header, bytes]:
    """Return the key, from the key file or, where that is damaged, from the backups' copy of it."""
    no_core_dumps()
    try:
        header = read_header(folder / vault.KEY)
    except Refusal as refusal:
        header = vault.copied_header(folder, refusal)
    return header, opener(header)


def _sound(path: Path, opener: Opener) -> bool:
    try:
        opener(read_header(path))
    except Refusal:
        return False
    return True
