"""Backups: copies of the encrypted file, each verified before it counts, and the oldest let go.

They stand in `backups` beside the records, under the same key, with a copy of the key file. They
help where the file is damaged; against a lost computer only a copy elsewhere does.
"""

from __future__ import annotations

import contextlib
import os
import re
from datetime import datetime
from typing import TYPE_CHECKING

import apsw
from msgspec import Struct

from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.whole import flush_folder

from . import database
from .private import private_file, private_folder
from .trouble import not_kept, unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from guidance_app.core.ids import RecordId

FOLDER = "backups"
DAYS = 7
WEEKS = 4

_NAME = re.compile(r"records-(\d{8}T\d{6})Z-(\d+)-(\d+)\.db")
_REPLACED = re.compile(r"records-replaced-(\d{8}T\d{6})Z\.db")
_PART = "records.part"
_STANDS = "SELECT 1 FROM record WHERE id = ? UNION ALL SELECT 1 FROM entry WHERE record = ?"
_STAMP = "%Y%m%dT%H%M%S"


class Backup(Struct, frozen=True):
    """A backup that was verified when it was made, in UTC; `mark` tells what was in it.

    Two stores with the same mark have had the same entries added and the same records removed.
    What was `replaced` is no backup that was verified, but the records that stood there until one
    took their place, which was when it was made; nothing is known of what is in them.
    """

    path: Path
    made: datetime
    mark: tuple[int, int] = (0, 0)
    replaced: bool = False


class Rehearsal(Struct, frozen=True):
    """What a backup gives back: how many records and entries, and when the last was touched."""

    records: int
    entries: int
    touched_at: str


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of the records in `folder`, the latest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in (folder / FOLDER).iterdir():
            if named := _NAME.fullmatch(path.name):
                with contextlib.suppress(ValueError):  # what names no day is none of ours
                    made = datetime.fromisoformat(f"{named[1]}+00:00")
                    found.append(Backup(path, made, (int(named[2]), int(named[3]))))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.mark), reverse=True))


def replaced(folder: Path) -> tuple[Backup, ...]:
    """Return what stood in `folder` until a backup took its place, the latest first."""
    found = []
    for path in folder.glob("records-replaced-*.db"):
        if named := _REPLACED.fullmatch(path.name):
            with contextlib.suppress(ValueError):
                made = datetime.fromisoformat(f"{named[1]}+00:00")
                found.append(Backup(path, made, replaced=True))
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))


def back_up(folder: Path, source: apsw.Connection, key: bytes, now: datetime) -> Backup | None:
    """Make and verify a backup of `source`, the open records in `folder`, and let old ones go.

    Returns None where the latest is of the same state, and none was restored since: then the mark
    may be that of records which went another way from there. What stands as a backup has been read
    back whole. Raises NotKept where it cannot be made; then all backups before it are still there.
    """
    mark = _mark(source)
    latest = next(iter(backups(folder)), None)
    stood = next(iter(replaced(folder)), None)
    if latest is not None and latest.mark == mark and (stood is None or stood.made < latest.made):
        return None
    try:
        private_folder(folder / FOLDER)
        made = _made(folder / FOLDER, source, key, now, mark)
    except OSError as error:
        raise not_kept(error) from error
    except apsw.Error as error:
        raise not_kept(error) from error
    _let_go(folder)
    return made


def clear(folder: Path, key: bytes, gone: Collection[RecordId]) -> None:
    """Let every copy go in which a record of `gone` stands, or that cannot be read. Raises NotKept.

    What holds none of them stays: it may be the only copy of others.
    """
    try:
        for copy in (*(backup.path for backup in backups(folder)), *older_copies(folder)):
            if copy.suffix != ".db" or _holds(copy, key, gone):
                copy.unlink(missing_ok=True)
        flush_folder(folder)
    except OSError as error:
        raise not_kept(error) from error


def _holds(copy: Path, key: bytes, gone: Collection[RecordId]) -> bool:
    """Say whether a record of `gone` stands in `copy`, as far as that can be read."""
    try:
        connection = database.peek(copy, key)
    except Refusal:
        return True
    try:
        return any(connection.execute(_STANDS, (name, name)).get for name in gone)
    except apsw.Error:
        return True
    finally:
        database.let_go(connection)


def older_copies(folder: Path) -> tuple[Path, ...]:
    """Return what updates and repairs have left beside the records, whole or cut off."""
    patterns = (
        *("records-before-*", "records-replaced-*", "records.restoring*", "*.part"),
        f"{FOLDER}/{_PART}*",
    )
    return tuple(sorted(path for pattern in patterns for path in folder.glob(pattern)))


def to_keep(found: Iterable[Backup]) -> frozenset[Backup]:
    """Return the latest of each of seven days and of each of four weeks on which any was made."""
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    for backup in sorted(found, key=lambda one: (one.made, one.mark), reverse=True):
        days.setdefault(backup.made.date(), backup)
        weeks.setdefault(backup.made.isocalendar()[:2], backup)
    return frozenset((*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]))


def rehearse(backup: Backup, key: bytes) -> Rehearsal:
    """Read the whole of `backup`, every chain of every record, and say what it gives back.

    Nothing is changed. Raises DamagedStore where it is not what was written.
    """
    from .entries import all_verified

    connection = database.peek(backup.path, key)
    try:
        _check_whole(connection)
        verified = list(all_verified(connection))
    except apsw.Error as error:
        raise unreadable(error) from error
    finally:
        connection.close()
    entries = sum(len(each) for each in verified)
    touched = max((each[-1].at for each in verified), default="")
    return Rehearsal(len(verified), entries, touched)


def _made(
    folder: Path, source: apsw.Connection, key: bytes, now: datetime, mark: tuple[int, int]
) -> Backup:
    part = folder / _PART
    for leftover in folder.glob(f"{_PART}*"):
        leftover.unlink()
    private_file(part)
    target = database.keyed(part, key)
    try:
        with target.backup("main", source, "main") as copying:
            copying.step()
    finally:
        target.close()
    copied = database.peek(part, key)
    try:
        _check_whole(copied)
        if _mark(copied) != mark:
            raise _not_whole()
    finally:
        copied.close()
    path = folder / f"records-{now.strftime(_STAMP)}Z-{mark[0]}-{mark[1]}.db"
    _flush(part)
    part.replace(path)
    flush_folder(folder)
    return Backup(path, now.replace(microsecond=0), mark)


def _let_go(folder: Path) -> None:
    """Let the oldest go; one that cannot be is let go next time."""
    found = backups(folder)
    for backup in set(found) - to_keep(found):
        with contextlib.suppress(OSError):
            backup.path.unlink(missing_ok=True)


def _mark(connection: apsw.Connection) -> tuple[int, int]:
    last: int = connection.execute("SELECT coalesce(max(turn), 0) FROM entry").get
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'removed'").get
    gone: int = connection.execute("SELECT count(*) FROM removed").get if known else 0
    return last, gone


def _check_whole(connection: apsw.Connection) -> None:
    """Read every page. Raises DamagedStore or apsw.Error."""
    if connection.execute("PRAGMA integrity_check(1)").get != "ok":
        raise _not_whole()


def _not_whole() -> Refusal:
    return DamagedStore(
        "This backup is damaged: it is not what was written.",
        "Nothing was changed. Take another backup.",
    )


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
