"""What tests of copies of the records ask of them, and do to them; all of it invented."""

import contextlib
from datetime import date

from guidance_app.desk import retention
from guidance_app.desk.desk import Desk
from guidance_app.desk.settings import Retention
from guidance_app.store import database, vault
from tests.desk.keeping import WORDS, Kept, walked


def two_days(kept: Kept) -> Desk:
    """Return a desk, closed, on which AB-1 was begun on one day and AB-2 on the next."""
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    walked(desk, "AB-2")
    desk.lock()
    return desk


def references(desk: Desk) -> set[str]:
    return {one.reference for one in desk.kept()}


def remove(desk: Desk, reference: str) -> None:
    (due,) = (
        one
        for one in retention.due(desk.records, Retention(days=1), date(2126, 1, 1))[0]
        if one.reference == reference
    )
    retention.remove(desk.records, due, 2, desk.now(), "six years (invented)")
    desk.safe.clear_copies(desk.records)


def held(desk: Desk, key: bytes) -> dict[str, set[str]]:
    """Return the references that stand in each copy of the records."""
    found = {}
    for one in desk.safe.restorable:
        with contextlib.closing(database.peek(one.path, key)) as connection:
            rows = connection.execute("SELECT reference FROM record").fetchall()
            found[one.path.name] = {reference for (reference,) in rows}
    return found


def key_of(desk: Desk) -> bytes:
    assert desk.records.home is not None
    return desk.records.home.key


def crash(kept: Kept, key: bytes) -> None:
    """Leave the records as a crash does that comes when half of a change is on the disk."""
    path = kept.home / "records" / vault.DATABASE
    connection = database.keyed(path, key)
    connection.pragma("cache_size", 1)
    connection.execute("BEGIN; CREATE TABLE big (words); DELETE FROM entry")
    connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(50)])
    crashed = {name: name.read_bytes() for name in (path, database.journal_of(path))}
    connection.close()
    for name, left in crashed.items():
        name.write_bytes(left)
