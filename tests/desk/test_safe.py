"""Backups unasked, restoring with a rehearsal, verifying, retention and removal; all invented."""

from datetime import date
from pathlib import Path

import pytest

from guidance_app.core.ids import RecordId
from guidance_app.core.kinds import Which
from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.desk import retention
from guidance_app.desk.exchange import note, save
from guidance_app.desk.forms import Form
from guidance_app.desk.settings import Retention
from guidance_app.desk.verifying import (
    Mark,
    read_mark,
    verify_mark,
    verify_record,
    verify_store,
)
from guidance_app.store import vault
from tests.desk.keeping import WORDS, Kept, walked


def test_a_backup_is_made_unasked_and_only_of_what_is_new(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    first = desk.safe.backups
    assert first
    kept.clock.on(hours=1)
    desk.unlock(WORDS)
    desk.lock()
    assert desk.safe.backups == first
    assert desk.safe.trouble is None


def test_a_backup_that_cannot_be_made_is_told_and_hinders_nobody(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    walked(desk, "AB-1")
    folder = kept.home / "records" / "backups"
    for backup in desk.safe.backups:
        backup.path.unlink()
    (folder / "records.key").unlink(missing_ok=True)
    folder.rmdir()
    folder.write_bytes(b"in the way")
    desk.lock()
    assert desk.safe.trouble is not None
    desk.unlock(WORDS)
    assert len(desk.kept()) == 1
    desk.lock()


def test_records_are_restored_after_a_rehearsal_that_changes_nothing(kept: Kept) -> None:
    desk = kept.desk()
    code = desk.make_store(WORDS)
    walked(desk, "AB-1")
    desk.lock()
    database = kept.home / "records" / vault.DATABASE
    database.write_bytes(bytes(5000))
    desk = kept.desk()
    with pytest.raises(Refusal, match="restore"):
        desk.unlock(WORDS)
    latest = desk.safe.backups[0]
    was = kept.files
    assert desk.safe.rehearse(latest, WORDS).records == 1
    assert desk.safe.rehearse(latest, code).records == 1
    assert kept.files == was
    desk.safe.restore(latest, WORDS)
    desk.unlock(WORDS)
    assert [one.reference for one in desk.kept()] == ["AB-1"]
    desk.lock()


def test_after_three_wrong_tries_the_next_waits_longer_each_time(kept: Kept) -> None:
    desk = kept.desk()
    code = desk.make_store(WORDS)
    desk.lock()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            desk.unlock("not the passphrase at all")
    desk = kept.desk()  # starting the program anew does not help
    with pytest.raises(Refusal, match="3 times the wrong passphrase") as refused:
        desk.unlock(WORDS)
    assert "Wait 1 second" in refused.value.hint
    kept.clock.on(seconds=2)
    with pytest.raises(WrongPassphrase):
        desk.unlock("not the passphrase at all")
    with pytest.raises(Refusal, match="4 times"):
        desk.unlock(WORDS)
    desk.unlock_with_code(code)  # as the sentence says
    desk.lock()
    kept.clock.on(seconds=5)
    desk.unlock(WORDS)
    desk.lock()
    desk.unlock(WORDS)
    desk.lock()


def test_a_clock_that_was_set_back_does_not_lock_anybody_out_for_years(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.lock()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            desk.unlock("not the passphrase at all")
    kept.clock.on(days=-900)
    with pytest.raises(Refusal, match="3 times") as refused:
        desk.unlock(WORDS)
    assert "Wait 2 seconds" in refused.value.hint


def test_nothing_is_due_without_a_period_of_the_council(kept: Kept) -> None:
    desk = kept.desk()
    desk.practise()
    walked(desk, "AB-1")
    assert retention.due(desk.records, Retention(), date(2126, 1, 1)) == ((), 0)
    assert Retention().words == "Follow your council's schedule."
    desk.lock()


def test_what_is_due_is_listed_and_removed_in_two_steps_from_everywhere(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    old = walked(desk, "canary-1", "a canary reason")
    kept.clock.on(days=100)
    walked(desk, "AB-2")
    period = Retention(case_record="six years (invented)", days=90)
    today = date.fromisoformat(desk.now()[:10])
    (due,), count = retention.due(desk.records, period, today)
    assert count == 1
    assert (due.record, due.reference, due.saved) == (old, "canary-1", False)
    for confirmed in (0, 1):
        with pytest.raises(Refusal, match="only when both"):
            retention.remove(desk.records, due, confirmed, desk.now(), "six years")
    with pytest.raises(Refusal, match="why"):
        retention.remove(desk.records, due, 2, desk.now(), " ")
    receipt = retention.remove(desk.records, due, 2, desk.now(), "six years")
    desk.safe.clear_copies(desk.records)
    assert [one.reference for one in desk.kept()] == ["AB-2"]
    said = retention.receipt_text(desk.records.receipts()[0])
    assert receipt.record in said
    assert "canary" not in said
    assert "everywhere" not in said
    assert [desk.safe.rehearse(one, WORDS).records for one in desk.safe.backups] == [1, 0]
    desk.lock()


@pytest.fixture
def saved(kept: Kept, tmp_path: Path) -> tuple[Kept, RecordId, dict[Form, Path]]:
    """A record with a note of it in every form, after which it went on; the store is closed."""
    desk = kept.desk()
    desk.make_store(WORDS)
    name = walked(desk, "AB-1")
    sitting = desk.resume(name)
    made = note(sitting, desk.now())
    paths: dict[Form, Path] = {
        form: tmp_path / f"note{form.suffix}" for form in Form if form is not Form.PDF
    }
    for form, path in paths.items():
        save(sitting, made, form, Which.WHOLE, path)
    desk.lock()
    return kept, name, paths


@pytest.mark.parametrize("form", [Form.TEXT, Form.HTML, Form.DOCX, Form.JSON])
def test_a_note_is_known_again_in_every_form(
    saved: tuple[Kept, RecordId, dict[Form, Path]], form: Form
) -> None:
    kept, name, paths = saved
    desk = kept.desk()
    desk.unlock(WORDS)
    verdict = verify_mark(desk.records, read_mark(paths[form]))
    assert verdict.sound
    assert f"fits record '{name}' at entry 3" in verdict.says
    assert "4 entries were added since" in verdict.says
    desk.lock()


def test_records_replaced_by_an_older_copy_are_noticed_by_a_later_note(
    saved: tuple[Kept, RecordId, dict[Form, Path]], tmp_path: Path
) -> None:
    kept, name, _ = saved
    desk = kept.desk()
    older = (kept.home / "records" / vault.DATABASE).read_bytes()
    desk.unlock(WORDS)
    sitting = desk.resume(name)
    sitting.describe("AB-1 anew")
    later = tmp_path / "later.txt"
    save(sitting, note(sitting, desk.now()), Form.TEXT, Which.WHOLE, later)
    desk.lock()
    (kept.home / "records" / vault.DATABASE).write_bytes(older)
    desk.unlock(WORDS)
    assert all(verdict.sound for verdict in verify_store(desk.records))
    verdict = verify_mark(desk.records, read_mark(later))
    assert not verdict.sound
    assert "older copy" in verdict.says
    desk.lock()


def test_a_note_whose_digest_was_edited_fits_nothing(
    saved: tuple[Kept, RecordId, dict[Form, Path]],
) -> None:
    kept, _, paths = saved
    mark = read_mark(paths[Form.TEXT])
    desk = kept.desk()
    desk.unlock(WORDS)
    assert not verify_mark(desk.records, Mark("0" * 64, mark.entries)).sound
    assert not verify_mark(desk.records, Mark(mark.head, 2)).sound
    desk.lock()


def test_what_is_no_note_is_a_sentence(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"Hello"), ("a.docx", b"no zip"), ("a.json", b"{"), ("b", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refusal) as refused:
            read_mark(tmp_path / name)
        assert refused.value.hint
    with pytest.raises(Refusal, match="cannot be read"):
        read_mark(tmp_path / "missing.txt")


def test_a_list_that_says_other_than_the_entries_is_found(kept: Kept) -> None:
    desk = kept.desk()
    desk.practise()
    name = walked(desk, "AB-1")
    assert verify_record(desk.records, name).sound
    desk.records._connection.execute("UPDATE record SET reference = 'another'")
    verdict = verify_record(desk.records, name)
    assert not verdict.sound
    assert "another reference" in verdict.says
    desk.lock()
