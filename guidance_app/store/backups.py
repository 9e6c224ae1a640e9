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
from zlib import crc32

import apsw
from msgspec import Struct

from guidance_app.core.refusal import DamagedStore
from guidance_app.whole import flush_folder

from . import database
from .private import private_file, private_folder
from .trouble import not_kept, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from guidance_app.core.refusal import Refusal

FOLDER = "backups"
DAYS = 7
WEEKS = 4

_NAME = re.compile(r"records-(\d{8}T\d{6})Z-(\d+)-(\d+)(?:-([0-9a-f]{8}))?(-kept)?\.db")
_REPLACED = re.compile(r"records-replaced-(\d{8}T\d{6})Z\.db")
PART = "records.part"
_STAMP = "%Y%m%dT%H%M%S"


class Backup(Struct, frozen=True):
    """A backup that was verified when it was made, in UTC; `mark` tells what was in it.

    Two stores with the same mark have had the same entries added and the same records removed: it
    holds how many of each, and a sum over the last entry and what was removed, which tells records
    apart that went two ways from a backup. Older backups have no sum.

    One that is `kept` was the latest when an older one was restored; it is not let go by its age.
    What was `replaced` is no backup that was verified, but the records that stood there until one
    took their place, which was when it was made; nothing is known of what is in them.
    """

    path: Path
    made: datetime
    mark: tuple[int, int, str] = (0, 0, "")
    replaced: bool = False
    kept: bool = False


class Rehearsal(Struct, frozen=True):
    """What a backup gives back: how many records and entries, and when the last was touched."""

    records: int
    entries: int
    touched_at: str


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of the records in `folder`, the latest first."""
    found = []
    with contextlib.suppress(OSError):
        for path, made, named in _dated((folder / FOLDER).iterdir(), _NAME):
            mark = (int(named[2]), int(named[3]), named[4] or "")
            found.append(Backup(path, made, mark, kept=bool(named[5])))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.mark), reverse=True))


def replaced(folder: Path) -> tuple[Backup, ...]:
    """Return what stood in `folder` until a backup took its place, the latest first."""
    dated = _dated(folder.glob("records-replaced-*.db"), _REPLACED)
    found = (Backup(path, made, replaced=True) for path, made, _ in dated)
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))


def _dated(
    paths: Iterable[Path], name: re.Pattern[str]
) -> Iterator[tuple[Path, datetime, re.Match[str]]]:
    """Yield each path that is called so, with the moment that its name says."""
    for path in paths:
        if named := name.fullmatch(path.name):
            with contextlib.suppress(ValueError):  # what names no day is none of ours
                yield path, datetime.fromisoformat(f"{named[1]}+00:00"), named


def back_up(folder: Path, source: apsw.Connection, key: bytes, now: datetime) -> Backup | None:
    """Make and verify a backup of `source`, the open records in `folder`, and let old ones go.

    Returns None where the latest is of the same state. What stands as a backup has been read back
    whole. Raises NotKept where it cannot be made; then all backups before it are still there.
    """
    mark = _mark(source)
    latest = next(iter(backups(folder)), None)
    if latest is not None and latest.mark == mark:
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


def to_keep(found: Iterable[Backup]) -> frozenset[Backup]:
    """Return the latest of each of seven days and of each of four weeks on which any was made.

    With them all that are to be kept whatever comes.
    """
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    every = tuple(found)
    for backup in sorted(every, key=lambda one: (one.made, one.mark), reverse=True):
        days.setdefault(backup.made.date(), backup)
        weeks.setdefault(backup.made.isocalendar()[:2], backup)
    always = (backup for backup in every if backup.kept)
    return frozenset((*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS], *always))


def hold(folder: Path, placed: Backup) -> None:
    """Keep the latest backup whatever comes, where another is `placed`: what it holds may not be.

    Raises OSError.
    """
    latest = next(iter(backups(folder)), placed)
    if latest.path != placed.path and not latest.kept:
        latest.path.replace(latest.path.with_name(f"{latest.path.stem}-kept.db"))
        flush_folder(folder / FOLDER)


def rehearse(backup: Backup, key: bytes) -> Rehearsal:
    """Read the whole of `backup`, every chain of every record, and say what it gives back.

    Nothing is changed. Raises DamagedStore where it is not what was written.
    """
    from .entries import all_verified

    connection = database.peek(backup.path, key)
    try:
        check_whole(connection)
        verified = list(all_verified(connection))
    except apsw.Error as error:
        raise unreadable(error) from error
    finally:
        connection.close()
    entries = sum(len(each) for each in verified)
    touched = max((each[-1].at for each in verified), default="")
    return Rehearsal(len(verified), entries, touched)


def _made(
    folder: Path, source: apsw.Connection, key: bytes, now: datetime, mark: tuple[int, int, str]
) -> Backup:
    part = folder / PART
    for leftover in folder.glob(f"{PART}*"):
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
        check_whole(copied)
        if _mark(copied) != mark:
            raise _not_whole()
    finally:
        copied.close()
    path = folder / f"records-{now.strftime(_STAMP)}Z-{mark[0]}-{mark[1]}-{mark[2]}.db"
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


def _mark(connection: apsw.Connection) -> tuple[int, int, str]:
    last = connection.execute("SELECT turn, digest FROM entry ORDER BY turn DESC LIMIT 1")
    turn, digest = last.fetchone() or (0, "")
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'removed'").get
    ask = "SELECT record FROM removed ORDER BY record"
    gone = [record for (record,) in connection.execute(ask)] if known else []
    return turn, len(gone), f"{crc32(' '.join((digest, *gone)).encode()):08x}"


def check_whole(connection: apsw.Connection) -> None:
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
