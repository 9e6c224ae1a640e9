"""What a backup took the place of can be put back, and what was backed up last is not lost."""

import pytest

from guidance_app.core.refusal import DamagedStore
from guidance_app.store import database, vault
from tests.desk.copies import crash, key_of, references, two_days
from tests.desk.keeping import WORDS, Kept, walked


def test_who_restored_the_wrong_backup_has_what_stood_there_back(kept: Kept) -> None:
    desk = two_days(kept)
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


def test_the_last_backup_of_what_was_damaged_stays_when_an_older_one_is_restored(
    kept: Kept,
) -> None:
    """The next of that day is of what was restored, and the day keeps one else."""
    desk = two_days(kept)
    first = desk.safe.backups[-1]
    (kept.home / "records" / vault.DATABASE).write_bytes(bytes(5000))
    desk = kept.desk()
    desk.safe.restore(first, WORDS)
    desk.unlock(WORDS)
    walked(desk, "CD-2")
    desk.lock()
    assert [desk.safe.rehearse(one, WORDS).records for one in desk.safe.backups] == [2, 2, 1]


def test_a_copy_of_another_key_is_not_touched_by_what_is_left_beside_it(kept: Kept) -> None:
    """SQLite would cut it, playing a journal before it finds that it cannot read it."""
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    key = key_of(desk)
    desk.lock()
    crash(kept, key)
    path = kept.home / "records" / vault.DATABASE
    left = {one: one.read_bytes() for one in (path, database.journal_of(path))}
    database.settle(path, bytes(32))
    assert {one: one.read_bytes() for one in left} == left
    database.settle(path, key)
    assert not database.journal_of(path).exists()


def test_records_that_went_two_ways_are_backed_up_each(kept: Kept) -> None:
    """Both have had as many entries: that does not tell them apart."""
    desk = two_days(kept)
    first = desk.safe.backups[-1]
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
    crash(kept, home.key)
    desk = kept.desk()
    desk.safe.restore(desk.safe.backups[-1], WORDS)
    (stood,) = (one for one in desk.safe.restorable if one.replaced)
    assert not database.journal_of(stood.path).exists()
    assert desk.safe.rehearse(stood, WORDS).records == 2
