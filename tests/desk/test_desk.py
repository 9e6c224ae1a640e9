"""What the desk as a whole does: opens and closes the store, lends packs."""

from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.desk.desk import Desk, Keeping

WORDS = "correct horse battery staple"


def test_records_outlive_the_desk(desk: Desk) -> None:
    desk.lock()
    assert desk.keeping is Keeping.NEW
    desk.make_store(WORDS)
    name = desk.begin("small", "Case 4471").record.id
    desk.lock()
    assert desk.keeping is Keeping.LOCKED
    with pytest.raises(Refusal, match="locked"):
        desk.kept()
    with pytest.raises(WrongPassphrase):
        desk.unlock("not the right words at all")
    desk.unlock(WORDS)
    assert [kept.id for kept in desk.kept()] == [name]
    assert desk.keeping is Keeping.OPEN


def test_practice_keeps_nothing(desk: Desk) -> None:
    desk.begin("small")
    assert desk.keeping is Keeping.PRACTICE
    assert desk.sitting is not None
    assert desk.sitting.record.started.practice
    desk.lock()
    assert not desk.where.records.exists()


def test_a_record_keeps_the_words_it_was_made_with(desk: Desk, shelf: Path) -> None:
    name = desk.begin("small").record.id
    path = shelf / "small" / "pack.yaml"
    path.write_text(path.read_text().replace("Is anybody in danger?", "Other words?"))
    assert desk.resume(name).pack.questions["danger"].ask == "Is anybody in danger?"
    assert desk.begin("small").pack.questions["danger"].ask == "Other words?"
    path.unlink()
    assert desk.resume(name).pack.questions["danger"].ask == "Is anybody in danger?"


@pytest.mark.parametrize(
    ("there", "instead"),
    [("start: danger", "start: nowhere"), ("next: why", "next: danger"), ("pack: small", "pak: x")],
)
def test_a_pack_with_an_error_is_not_used(
    desk: Desk, shelf: Path, there: str, instead: str
) -> None:
    path = shelf / "small" / "pack.yaml"
    path.write_text(path.read_text().replace(there, instead, 1))
    with pytest.raises(Refusal, match="has a mistake"):
        desk.begin("small")
    assert desk.kept() == ()


def test_a_pack_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="no pack called 'smal'"):
        desk.begin("smal")


def test_a_recovery_code_that_nobody_said_is_safe_is_made_anew_and_shown_again(
    desk: Desk,
) -> None:
    desk.lock()
    first = desk.make_store(WORDS)
    second = desk.owed_code(WORDS)
    desk.lock()
    with pytest.raises(Refusal):
        desk.unlock_with_code(first)
    desk.unlock_with_code(second)
    desk.code_kept()
    assert desk.owed_code(WORDS) == ""


def test_practice_owes_no_recovery_code(desk: Desk) -> None:
    assert desk.owed_code(WORDS) == ""
