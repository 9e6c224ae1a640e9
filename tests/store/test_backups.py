"""Backups are verified, rolling and encrypted; a restored one is what was there, nothing erased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import DamagedStore, NotKept, Refusal, StoreInUse, WrongPassphrase
from guidance_app.core.walk import Answer
from guidance_app.store import backups, vault
from guidance_app.store.backups import Backup, to_keep
from guidance_app.store.council import new_pair
from guidance_app.store.keys import Costs
from guidance_app.store.openers import by_code, by_council, by_either, by_passphrase
from guidance_app.store.records import Records
from guidance_app.store.restoring import rehearsed, restore

CHEAP = Costs(memory=32, passes=1, lanes=1)
WORDS = "correct horse battery staple"
AT = "2026-11-23T14:32:00.000+00:00"
NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
R1, R2 = RecordId("r1"), RecordId("r2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


def made(folder: Path) -> tuple[Records, str]:
    """Make a store with a record in it."""
    records, code = vault.make(folder, WORDS, CHEAP)
    records.begin(R1, Started(PackId("p"), "1", "d", "canary one"), AT)
    return records, code


def add(records: Records, reason: str) -> None:
    records.append(R1, Given(Answer(QuestionId("q"), reason=reason)), AT)


def damage(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[5000:5100] = bytes(100)
    path.write_bytes(bytes(whole))


def test_a_backup_stands_under_the_same_key_and_holds_no_word_in_the_clear(folder: Path) -> None:
    records, _ = made(folder)
    backup = vault.back_up(records, NOW)
    records.close()
    assert backup is not None
    assert backups.backups(folder) == (backup,)
    assert b"canary" not in backup.path.read_bytes()
    assert rehearsed(folder, backup, by_passphrase(WORDS)).records == 1


def test_nothing_is_copied_twice_and_everything_new_is(folder: Path) -> None:
    records, _ = made(folder)
    assert vault.back_up(records, NOW) is not None
    assert vault.back_up(records, NOW + timedelta(hours=1)) is None
    add(records, "more")
    assert vault.back_up(records, NOW + timedelta(hours=2)) is not None
    records.close()


def test_the_latest_of_seven_days_and_of_four_weeks_are_kept() -> None:
    each = [
        Backup(Path(str(n)), NOW - timedelta(hours=7 * n), (1000 - n, 0))
        for n in range(200)  # some fifty-eight days
    ]
    kept = to_keep(each)
    days = [NOW.date() - timedelta(days=n) for n in range(7)]
    for day in days:
        assert max((b for b in each if b.made.date() == day), key=lambda b: b.made) in kept
    assert len({b.made.isocalendar()[:2] for b in kept}) == 4
    assert len(kept) <= 11
    assert each[0] in kept


def test_a_rehearsal_changes_nothing(folder: Path) -> None:
    records, _ = made(folder)
    backup = vault.back_up(records, NOW)
    assert backup is not None
    add(records, "since then")
    was = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = rehearsed(folder, backup, by_passphrase(WORDS))
    assert (found.records, found.entries, found.touched_at) == (1, 1, AT)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == was
    records.close()


def test_a_damaged_backup_is_not_restored(folder: Path) -> None:
    records, _ = made(folder)
    backup = vault.back_up(records, NOW)
    assert backup is not None
    add(records, "since then")
    records.close()
    damage(backup.path)
    with pytest.raises(DamagedStore, match="This backup is damaged"):
        restore(folder, backup, by_passphrase(WORDS), NOW)
    records = vault.unlock(folder, WORDS)
    assert len(records.entries(R1)) == 2
    records.close()


@pytest.mark.parametrize("what", ["damaged", "missing", "key damaged", "key missing", "both"])
def test_a_damaged_store_is_restored_and_what_stood_there_is_kept(folder: Path, what: str) -> None:
    records, _ = made(folder)
    backup = vault.back_up(records, NOW)
    records.close()
    assert backup is not None
    database, key = folder / vault.DATABASE, folder / vault.KEY
    if what in ("damaged", "both"):
        damage(database)
    if what == "missing":
        database.unlink()
    if what in ("key damaged", "both"):
        key.write_bytes(b"{}")
    if what == "key missing":
        key.unlink()
    found = restore(folder, backup, by_passphrase(WORDS), NOW)
    assert found.entries == 1
    records = vault.unlock(folder, WORDS)
    assert [kept.reference for kept in records.records()] == ["canary one"]
    records.close()
    assert len(list(folder.glob("records-replaced-*.db"))) == (what != "missing")


@pytest.mark.parametrize("key", [None, b"", b"{}"])
def test_a_key_file_that_is_lost_comes_back_from_the_backups_with_every_answer(
    folder: Path, key: bytes | None
) -> None:
    records, _ = made(folder)
    vault.back_up(records, NOW)
    add(records, "Later than the backup.")
    records.close()
    path = folder / vault.KEY
    whole = path.read_bytes()
    path.unlink() if key is None else path.write_bytes(key)
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "not these four words")
    assert not path.exists() or path.read_bytes() == key
    records = vault.unlock(folder, WORDS)
    assert len(records.entries(R1)) == 2
    records.close()
    assert path.read_bytes() == whole


def test_a_key_file_of_other_records_in_the_backups_is_not_put_in_place(
    folder: Path, tmp_path: Path
) -> None:
    records, _ = made(folder)
    vault.back_up(records, NOW)
    records.close()
    vault.make(tmp_path / "others", WORDS, CHEAP)[0].close()
    other = (tmp_path / "others" / vault.KEY).read_bytes()
    (folder / backups.FOLDER / vault.KEY).write_bytes(other)
    (folder / vault.KEY).unlink()
    with pytest.raises(DamagedStore, match="does not open with its key file"):
        vault.unlock(folder, WORDS)
    assert not (folder / vault.KEY).exists()


def test_restoring_needs_the_passphrase_and_nobody_else_in_the_records(folder: Path) -> None:
    records, code = made(folder)
    backup = vault.back_up(records, NOW)
    assert backup is not None
    with pytest.raises(StoreInUse):
        restore(folder, backup, by_passphrase(WORDS), NOW)
    records.close()
    with pytest.raises(WrongPassphrase):
        restore(folder, backup, by_passphrase("another four words here"), NOW)
    assert restore(folder, backup, by_either(code), NOW).records == 1


def test_a_new_passphrase_opens_the_backups_and_the_old_one_does_not(folder: Path) -> None:
    records, _ = made(folder)
    backup = vault.back_up(records, NOW)
    records.close()
    assert backup is not None
    vault.change_passphrase(folder, WORDS, "another four words here", CHEAP)
    (folder / vault.KEY).unlink()
    with pytest.raises(WrongPassphrase):
        rehearsed(folder, backup, by_passphrase(WORDS))
    assert rehearsed(folder, backup, by_passphrase("another four words here")).records == 1


def test_a_key_file_that_was_not_copied_is_copied_with_the_next_backing_up(folder: Path) -> None:
    records, _ = made(folder)
    vault.back_up(records, NOW)
    records.close()
    copied = folder / backups.FOLDER / vault.KEY
    old = copied.read_bytes()
    vault.change_passphrase(folder, WORDS, "another four words here", CHEAP)
    copied.write_bytes(old)  # as if it could not be written then
    records = vault.unlock(folder, "another four words here")
    assert vault.back_up(records, NOW) is None  # there is nothing new
    records.close()
    assert copied.read_bytes() == (folder / vault.KEY).read_bytes() != old


def test_the_key_file_is_copied_although_there_is_no_room_for_a_backup(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, _ = made(folder)
    vault.back_up(records, NOW)
    (folder / backups.FOLDER / vault.KEY).unlink()

    def full(*_given: object) -> None:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(backups, "back_up", full)
    with pytest.raises(NotKept):
        vault.back_up(records, NOW)
    records.close()
    assert (folder / backups.FOLDER / vault.KEY).read_bytes() == (folder / vault.KEY).read_bytes()


def test_what_is_removed_is_gone_from_every_file(folder: Path) -> None:
    records, _ = made(folder)
    records.begin(R2, Started(PackId("p"), "1", "d", "stays"), AT)
    vault.back_up(records, NOW)
    add(records, "canary two")
    vault.back_up(records, NOW + timedelta(days=1))
    left = ("records-before-9.db", "records-replaced-x.db-journal", "records.restoring", "a.part")
    for name in left:
        (folder / name).write_bytes(b"an older copy")
    records.remove(R1, AT, "six years")
    vault.clear_copies(records, NOW + timedelta(days=2))
    key = records.home.key if records.home else b""
    assert records.receipts()[0].everywhere
    records.close()
    assert not any((folder / name).exists() for name in left)
    databases = [path for path in folder.rglob("*.db") if path.is_file()]
    assert len(databases) == 2
    for path in databases:
        assert b"canary" not in plain(path, key)
        assert b"stays" in plain(path, key)


def plain(path: Path, key: bytes) -> bytes:
    """Return every page of the database at `path` deciphered, free pages too."""
    from guidance_app.store.database import copy, keyed

    deciphered = path.with_suffix(".plain")
    copy(path, deciphered)
    connection = keyed(deciphered, key)
    connection.pragma("rekey", "")
    connection.close()
    whole = deciphered.read_bytes()
    deciphered.unlink()
    assert whole.startswith(b"SQLite format 3")
    return whole


def test_a_council_s_key_opens_what_was_wrapped_for_it(folder: Path, tmp_path: Path) -> None:
    public = new_pair(tmp_path / "council.key", "a passphrase of the council")
    records, _ = made(folder)
    assert vault.wrap_for_council(records, public)
    assert not vault.wrap_for_council(records, public)
    records.close()
    way = by_council(tmp_path / "council.key", "a passphrase of the council")
    vault.open_by(folder, way).close()
    vault.give_passphrase(folder, way, "a new one, forgotten no more", CHEAP)
    vault.unlock(folder, "a new one, forgotten no more").close()
    with pytest.raises(WrongPassphrase):
        vault.open_by(folder, by_council(tmp_path / "council.key", "not that one at all"))
    other = new_pair(tmp_path / "other.key", "a passphrase of the council")
    assert other != public
    with pytest.raises(WrongPassphrase, match="not the one of these records"):
        vault.open_by(folder, by_council(tmp_path / "other.key", "a passphrase of the council"))


def test_records_that_were_never_wrapped_for_a_council_say_so(folder: Path, tmp_path: Path) -> None:
    new_pair(tmp_path / "council.key", "a passphrase of the council")
    records, code = made(folder)
    records.close()
    with pytest.raises(Refusal, match="never wrapped"):
        vault.open_by(folder, by_council(tmp_path / "council.key", "a passphrase of the council"))
    vault.open_by(folder, by_code(code)).close()
