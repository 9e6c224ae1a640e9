"""What a backup took the place of can be put back, and is not lost by what is removed meanwhile."""

from datetime import date

import pytest

from guidance_app.core.refusal import DamagedStore
from guidance_app.desk import retention
from guidance_app.desk.desk import Desk
from guidance_app.desk.settings import Retention
from guidance_app.store import database, vault
from tests.desk.keeping import WORDS, Kept, walked


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


def test_who_restored_the_wrong_backup_has_what_stood_there_back(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    walked(desk, "AB-2")
    desk.lock()
    kept.clock.on(days=1)
    older = desk.safe.backups[1]
    assert desk.safe.restorable == desk.safe.backups
    desk.safe.restore(older, WORDS)
    desk.unlock(WORDS)
    assert [one.reference for one in desk.kept()] == ["AB-1"]
    desk.lock()
    for backup in desk.safe.backups:  # nothing but what stood there has it now
        backup.path.unlink()
    (stood,) = desk.safe.restorable
    assert stood.replaced
    assert (stood.made - older.made).days == 2
    kept.clock.on(days=1)
    assert desk.safe.rehearse(stood, WORDS).records == 2
    desk.safe.restore(stood, WORDS)
    desk.unlock(WORDS)
    assert {one.reference for one in desk.kept()} == {"AB-1", "AB-2"}
    desk.lock()


def test_what_stood_there_last_is_listed_first(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    for _ in range(3):
        kept.clock.on(days=1)
        desk.safe.restore(desk.safe.backups[0], WORDS)
    stood = [one.made for one in desk.safe.restorable if one.replaced]
    assert len(stood) == 3
    assert stood == sorted(stood, reverse=True)


def test_damaged_records_that_were_replaced_are_not_put_back(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    database = kept.home / "records" / vault.DATABASE
    database.write_bytes(bytes(5000))
    desk.safe.restore(desk.safe.backups[0], WORDS)
    whole = database.read_bytes()
    with pytest.raises(DamagedStore, match="damaged, or is one of other records"):
        desk.safe.restore(desk.safe.restorable[-1], WORDS)
    assert database.read_bytes() == whole


def test_restoring_what_stood_after_a_removal_loses_nothing_written_since(kept: Kept) -> None:
    """That backup does not say yet that the removal is done: the next unlocking does it again."""
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    walked(desk, "AB-2")
    remove(desk, "AB-1")
    (after,) = desk.safe.backups
    kept.clock.on(days=1)
    walked(desk, "AB-3")
    desk.lock()
    kept.clock.on(days=1)
    desk.safe.restore(after, WORDS)
    desk.unlock(WORDS)
    assert references(desk) == {"AB-2"}
    assert all(receipt.everywhere for receipt in desk.records.receipts())
    desk.lock()
    assert desk.safe.rehearse(desk.safe.restorable[-1], WORDS).records == 2
    desk.safe.restore(desk.safe.restorable[-1], WORDS)
    desk.unlock(WORDS)
    assert references(desk) == {"AB-2", "AB-3"}
    desk.lock()


def test_what_does_not_hold_what_was_removed_stays(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    walked(desk, "AB-2")
    desk.lock()
    older = desk.safe.backups[-1]
    assert desk.safe.rehearse(older, WORDS).records == 1
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    remove(desk, "AB-2")
    desk.lock()
    assert [desk.safe.rehearse(one, WORDS).records for one in desk.safe.backups] == [1, 1]
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    remove(desk, "AB-1")
    desk.lock()
    assert [desk.safe.rehearse(one, WORDS).records for one in desk.safe.backups] == [0]


def test_records_that_went_two_ways_are_backed_up_each(kept: Kept) -> None:
    """Both have had as many entries: that does not tell them apart."""
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    first = desk.safe.backups[0]
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    walked(desk, "AB-2")
    desk.lock()
    kept.clock.on(days=1)
    desk.safe.restore(first, WORDS)
    desk.unlock(WORDS)
    walked(desk, "CD-2")
    desk.lock()
    kept.clock.on(days=1)
    desk.safe.restore(next(one for one in desk.safe.restorable if one.replaced), WORDS)
    desk.unlock(WORDS)
    desk.lock()
    latest = desk.safe.backups[0]
    desk.safe.restore(latest, WORDS)
    desk.unlock(WORDS)
    assert references(desk) == {"AB-1", "AB-2"}
    desk.lock()


def test_what_a_crash_left_half_done_is_undone_before_it_is_set_aside(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    walked(desk, "AB-2")
    home = desk.records.home
    assert home is not None
    desk.lock()
    _crash(kept, home.key)
    desk = kept.desk()
    desk.safe.restore(desk.safe.backups[-1], WORDS)
    (stood,) = (one for one in desk.safe.restorable if one.replaced)
    assert not stood.path.with_name(f"{stood.path.name}-journal").exists()
    assert desk.safe.rehearse(stood, WORDS).records == 2


def _crash(kept: Kept, key: bytes) -> None:
    """Leave the records as a crash does that comes when half of a change is on the disk."""
    path = kept.home / "records" / vault.DATABASE
    connection = database.keyed(path, key)
    connection.pragma("cache_size", 1)
    connection.execute("BEGIN; CREATE TABLE big (words); DELETE FROM entry")
    connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(50)])
    crashed = {name: name.read_bytes() for name in (path, path.with_name(f"{path.name}-journal"))}
    connection.close()
    for name, left in crashed.items():
        name.write_bytes(left)
