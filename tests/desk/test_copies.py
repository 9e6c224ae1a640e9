"""Removing a record removes it from every copy, and takes nothing else with it."""

from pathlib import Path
from typing import Any

import apsw
import pytest

from guidance_app.core.ids import FieldId
from guidance_app.core.refusal import Refusal
from guidance_app.store import database
from tests.desk.copies import held, key_of, references, remove, two_days
from tests.desk.keeping import WORDS, Kept, walked
from tests.store.test_backups import plain


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


def test_what_only_a_copy_holds_stays_there_without_what_was_removed(kept: Kept) -> None:
    """Whoever restored the wrong backup, and removes what is due, loses nothing else."""
    desk = kept.desk()
    desk.make_store(WORDS)
    key = key_of(desk)
    walked(desk, "AB-1", "a canary reason")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    other = walked(desk, "AB-2")
    desk.lock()
    kept.clock.on(days=1)
    desk.safe.restore(desk.safe.backups[1], WORDS)
    desk.unlock(WORDS)
    remove(desk, "AB-1")
    desk.lock()
    assert not any("AB-1" in references for references in held(desk, key).values())
    stood = [one for one in desk.safe.restorable if one.replaced]
    assert [held(desk, key)[one.path.name] for one in stood] == [{"AB-2"}]
    assert not list(desk.door.folder.rglob("*-journal"))
    for path in desk.door.folder.rglob("*.db"):
        assert b"canary" not in plain(path, key)
    kept.clock.on(days=1)
    desk.safe.restore(stood[0], WORDS)
    desk.unlock(WORDS)
    assert references(desk) == {"AB-2"}
    assert len(desk.records.entries(other)) == 3
    desk.lock()


def test_what_was_written_on_only_in_a_copy_stays_there_too(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    key = key_of(desk)
    walked(desk, "AB-1")
    name = walked(desk, "AB-2")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    desk.resume(name).write(FieldId("seen"), "Written on.")
    desk.lock()
    kept.clock.on(days=1)
    desk.safe.restore(desk.safe.backups[1], WORDS)
    desk.unlock(WORDS)
    remove(desk, "AB-1")
    desk.lock()
    assert list(held(desk, key).values()).count({"AB-2"}) >= 2


@pytest.mark.parametrize("error", [PermissionError, apsw.BusyError, apsw.IOError])
def test_a_copy_that_cannot_be_read_just_now_is_not_let_go(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    kept.clock.on(days=1)
    desk.unlock(WORDS)
    walked(desk, "AB-2")
    before = desk.safe.backups
    whole = database.keyed

    def refuse(path: Path, *given: Any, **named: Any) -> apsw.Connection:
        if path == before[0].path:
            raise error("not now")
        return whole(path, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(database, "keyed", refuse)
        with pytest.raises((Refusal, error)):
            remove(desk, "AB-2")
    assert before[0].path.exists()
    assert not all(receipt.everywhere for receipt in desk.records.receipts())
    desk.safe.clear_copies(desk.records)
    assert all(receipt.everywhere for receipt in desk.records.receipts())
    desk.lock()


def test_what_does_not_hold_what_was_removed_stays(kept: Kept) -> None:
    desk = two_days(kept)
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
