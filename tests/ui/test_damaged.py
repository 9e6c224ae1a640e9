"""Records that are damaged, or not backed up, are said to be so where one looks; all invented."""

import pytest
from PySide6.QtWidgets import QLabel

from guidance_app.core.refusal import DamagedStore, NotKept
from guidance_app.desk.desk import Desk
from guidance_app.desk.safe import Safe
from guidance_app.store import vault
from guidance_app.ui.place import Spot
from tests.desk.keeping import WORDS
from tests.ui.building import Opened, spot
from tests.ui.door import press, seen

DAMAGED = DamagedStore("The file is damaged.", "Restore the records from a backup.")


def test_records_that_cannot_be_listed_are_not_said_to_be_none(
    at_the_door: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(*_given: object) -> None:
        raise DAMAGED

    monkeypatch.setattr(Desk, "find", find)
    at_the_door.session.unlock(WORDS)
    assert spot(at_the_door) is Spot.HOME
    assert at_the_door.window.notice.words == str(DAMAGED)
    assert "Your records cannot be listed." in seen(at_the_door)
    assert "Nothing yet" not in seen(at_the_door)


def test_that_there_is_no_backup_is_said_on_home_and_in_settings(
    at_the_door: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise NotKept("The disk is full.", "Make some room.")

    monkeypatch.setattr(vault, "back_up", full)
    at_the_door.session.unlock(WORDS)
    says = "The backups are not in order. The disk is full. Make some room."
    assert says in seen(at_the_door)
    at_the_door.window.way.aside(Spot.SETTINGS)
    assert says in seen(at_the_door)
    at_the_door.window.way.home()
    press(at_the_door, "Backups, and restoring one")
    assert spot(at_the_door) is Spot.BACKUPS
    monkeypatch.undo()
    Safe.back_up(at_the_door.desk.safe, at_the_door.desk.records)
    at_the_door.window.way.home()
    assert "not in order" not in seen(at_the_door)


def test_what_is_refused_looks_so_from_the_first(at_the_door: Opened) -> None:
    notice = at_the_door.window.notice
    (words,) = (one for one in notice.findChildren(QLabel) if one.isVisibleTo(notice))
    weights = []
    for wrong in (False, True, False):
        notice.tell("Something happened.", wrong=wrong)
        weights.append(words.font().weight())
    assert weights[0] == weights[2] < weights[1]
