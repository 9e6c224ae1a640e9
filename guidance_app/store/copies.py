"""Copies that stand beside the records, and how what was removed is removed from all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw

from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.whole import flush_folder

from . import database
from .backups import FOLDER, PART, backups, check_whole
from .migrations import STEPS
from .records import ONE
from .removing import remove
from .trouble import not_kept, unreadable

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from .removing import Receipt

_STANDS = "SELECT 1 FROM record WHERE id = ? UNION ALL SELECT 1 FROM entry WHERE record = ?"
_HAS = """
    SELECT 1 FROM entry WHERE record = ?1 AND digest = ?2
    UNION ALL SELECT 1 FROM removed WHERE record = ?1
"""


def clear(folder: Path, key: bytes, store: apsw.Connection, gone: Collection[Receipt]) -> None:
    """Let nothing of what is `gone` from `store`, the open records, stand in a copy of them.

    A copy in which it stands, or that is damaged, is let go; from one that also holds what `store`
    does not, it is removed instead. Raises NotKept or a Refusal; doing it again goes on.
    """
    try:
        for copy in (*(backup.path for backup in backups(folder)), *_older_copies(folder)):
            if copy.suffix != ".db" or _is_to_go(copy, key, store, gone):
                copy.unlink(missing_ok=True)
        for place in (folder / FOLDER, folder):
            flush_folder(place)
    except OSError as error:
        raise not_kept(error) from error


def _older_copies(folder: Path) -> tuple[Path, ...]:
    """Return what updates and repairs have left beside the records, whole or cut off."""
    patterns = (
        *("records-before-*", "records-replaced-*", "records.restoring*", "*.part"),
        f"{FOLDER}/{PART}*",
    )
    return tuple(sorted(path for pattern in patterns for path in folder.glob(pattern)))


def _is_to_go(copy: Path, key: bytes, store: apsw.Connection, gone: Collection[Receipt]) -> bool:
    """Say whether `copy` has to go, having removed from it what is gone where it has not."""
    database.settle(copy, key)
    if database.journal_of(copy).exists():
        return True  # it cannot be read without it, nor with it
    try:
        connection = database.peek(copy, key)
    except DamagedStore:
        return True
    try:
        held = [one for one in gone if connection.execute(_STANDS, (one.record,) * 2).get]
        more = bool(held) and _has_more(connection, store, gone)
    except apsw.Error as error:
        if isinstance(why := unreadable(error), DamagedStore):
            return True
        raise why from error
    finally:
        database.let_go(connection)
    return bool(held) and not (more and _is_removed(copy, key, held))


def _has_more(copy: apsw.Connection, store: apsw.Connection, gone: Collection[Receipt]) -> bool:
    """Say whether `copy` holds what `store` neither has nor had removed."""
    names = {one.record for one in gone}
    return any(
        name not in names and not store.execute(_HAS, (name, head)).get
        for name, head in copy.execute("SELECT id, head FROM record")
    )


def _is_removed(copy: Path, key: bytes, held: Collection[Receipt]) -> bool:
    """Remove what is `held` from `copy`, and say whether that was done, and left it whole."""
    try:
        connection, taken = database.opened(copy, key)
    except Refusal:
        return False
    try:
        if taken != len(STEPS):
            return False  # made by an older version, it has no place for a receipt
        with connection:
            for one in held:
                for row in connection.execute(ONE, (one.record,)).fetchall():
                    remove(connection, row, one.removed_at, one.rule)
        check_whole(connection)
    except (apsw.Error, Refusal):
        return False
    finally:
        database.let_go(connection)
    return True
