"""Backups, what is due, removing and a policy, in the window. Everything in it is invented."""

import shutil
import sys
from types import ModuleType

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Keeping
from guidance_app.desk.settings import Retention, Settings
from guidance_app.store import vault
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.choice import Radio, Tick
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from tests.desk.keeping import WORDS, Kept
from tests.ui.building import Opened, spot, window_on
from tests.ui.door import introduced, lines, press, seen


def test_a_damaged_store_offers_a_backup_and_never_to_erase(at_the_door: Opened) -> None:
    opened = at_the_door
    database = opened.desk.door.folder / vault.DATABASE
    database.write_bytes(bytes(9999))
    opened.session.unlock(WORDS)
    assert "restore the records from a backup" in seen(opened)
    assert "erase" not in seen(opened)
    opened.window.page.findChildren(ErrorSummary)[0].findChildren(Button)[0].click()
    focus = opened.window.focusWidget()
    assert isinstance(focus, Button)  # no passphrase helps
    assert focus.text() == "Restore from a backup"
    press(opened, "Restore from a backup")
    assert spot(opened) is Spot.BACKUPS
    lines(opened)[0].write("not the passphrase at all")
    press(opened, "See what it gives back")
    assert "That is not the passphrase" in seen(opened)
    lines(opened)[0].write(WORDS)
    press(opened, "See what it gives back")
    assert "It gives back 2 records" in seen(opened)
    assert database.read_bytes() == bytes(9999)
    focus = opened.window.focusWidget()
    assert isinstance(focus, Heading)  # what is read comes before what puts it in place
    assert "It gives back 2 records" in focus.accessibleName()
    press(opened, "Put it in the place of my records")
    assert spot(opened) is Spot.UNLOCK
    assert "stands in the place of your records" in seen(opened)
    assert opened.session.unlock(WORDS)
    assert len(opened.desk.kept()) == 2
    assert list(opened.desk.door.folder.glob("records-replaced-*.db"))
    opened.window.way.backups()
    offered = [one.accessibleDescription() for one in opened.window.page.findChildren(Radio)]
    assert [bool(more) for more in offered] == [False] * (len(offered) - 1) + [True]
    assert "when a backup took its place" in offered[-1]


def test_settings_say_where_the_data_is_and_lead_to_the_backups(at_the_door: Opened) -> None:
    opened = at_the_door
    opened.session.unlock(WORDS)
    opened.window.way.aside(Spot.SETTINGS)
    assert str(opened.desk.door.folder) in seen(opened).replace("\u200b", "")
    press(opened, "Backups, and restoring one")
    assert spot(opened) is Spot.BACKUPS
    press(opened, "Back to where I was")
    assert spot(opened) is Spot.HOME


def test_where_there_is_no_backup_the_page_says_so(at_the_door: Opened) -> None:
    opened = at_the_door
    shutil.rmtree(opened.desk.door.folder / "backups")
    press(opened, "Restore from a backup")
    assert spot(opened) is Spot.BACKUPS
    assert "There is none yet." in seen(opened)
    press(opened, "Back to where I was")
    assert spot(opened) is Spot.UNLOCK


def test_what_is_due_is_removed_in_two_steps_and_a_receipt_remains(
    qtbot: QtBot, home: Kept
) -> None:
    desk = home.desk()
    desk.settings = Settings(met=True, retention=Retention("six years (invented)", days=30))
    for opened in window_on(qtbot, introduced(desk)):
        opened.session.unlock(WORDS)
        assert "One record is past the period of your council." in seen(opened)
        press(opened, "See what is due")
        press(opened, "Look at removing canary-1")
        press(opened, "Go on")
        assert "Tick each that is true" in seen(opened)
        for tick in opened.window.page.findChildren(Tick):
            tick.setChecked(True)
        assert lines(opened)[0].words == "six years (invented)"
        press(opened, "Go on")
        assert len(opened.desk.kept()) == 2
        press(opened, "Remove this record")
        assert spot(opened) is Spot.RECEIPT
        assert "Receipt: a record was removed" in seen(opened)
        assert "canary" not in seen(opened)
        assert [kept.reference for kept in opened.desk.kept()] == ["AB-2"]
        press(opened, "Home")
        assert "past the period" not in seen(opened)


def test_keeping_a_record_keeps_it(qtbot: QtBot, home: Kept) -> None:
    desk = home.desk()
    desk.settings = Settings(met=True, retention=Retention(days=30))
    for opened in window_on(qtbot, introduced(desk)):
        opened.session.unlock(WORDS)
        opened.window.way.due()
        press(opened, "Look at removing canary-1")
        press(opened, "Keep the record")
        assert spot(opened) is Spot.DUE
        assert len(opened.desk.kept()) == 2


def test_a_record_is_found_by_a_word_of_its_reason(at_the_door: Opened) -> None:
    opened = at_the_door
    opened.session.unlock(WORDS)
    opened.window._found("mine canar")
    assert "One record has these words in it." in seen(opened)
    assert "AB-2" not in seen(opened)
    opened.window._found("nothing like it")
    assert "No record has these words in it." in seen(opened)


def test_a_policy_shows_what_it_sets_and_only_forms_it_allows(qtbot: QtBot, home: Kept) -> None:
    home.policy(
        "lock-after-minutes = 5\nexport-formats = ['docx', 'copy']\n"
        "[retention]\ncase-record = 'as the file (invented)'"
    )
    for opened in window_on(qtbot, introduced(home.desk())):
        opened.session.unlock(WORDS)
        opened.window.way.aside(Spot.SETTINGS)
        text = seen(opened)
        assert "Set by your council's IT" in text
        assert "the longest time before it locks" in text
        assert "After 30 min" not in text
        opened.window.way.home()
        opened.window.way.resume(opened.desk.kept()[0].id)
        opened.window.way.note()
        assert "Save as Word" in seen(opened)
        assert "Save as PDF" not in seen(opened)
        buttons = opened.window.page.findChildren(QAbstractButton)
        assert "Print" not in [button.text() for button in buttons if button.isVisible()]


def test_a_broken_policy_is_said_at_the_door(qtbot: QtBot, home: Kept) -> None:
    home.policy("nonsense = 1")
    for opened in window_on(qtbot, introduced(home.desk())):
        assert not opened.session.unlock(WORDS)
        assert "The policy of this computer cannot be read" in seen(opened)
        assert opened.session.keeping is Keeping.LOCKED


class FakeKeyring(ModuleType):
    """A keyring that keeps nothing but in this test."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, word: str) -> None:
        self.kept[service, name] = word

    def delete_password(self, service: str, name: str) -> None:
        self.kept.pop((service, name), None)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> FakeKeyring:
    fake, errors = FakeKeyring(), ModuleType("keyring.errors")
    errors.KeyringError = OSError  # type: ignore[attr-defined]  # as the package has it
    fake.__spec__ = __spec__
    monkeypatch.setitem(sys.modules, "keyring", fake)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return fake


def test_this_computer_may_keep_the_key_and_is_never_the_only_one(
    qtbot: QtBot, home: Kept, keyring: FakeKeyring
) -> None:
    for opened in window_on(qtbot, introduced(home.desk())):
        opened.session.unlock(WORDS)
        opened.window.way.aside(Spot.SETTINGS)
        press(opened, "Let this computer keep the key")
        assert len(keyring.kept) == 1
        opened.session.lock()
        opened.window.way.home()
        press(opened, "Open with the key that this computer keeps")
        assert opened.session.keeping is Keeping.OPEN
        opened.window.way.aside(Spot.SETTINGS)
        press(opened, "Forget the key")
        assert keyring.kept == {}
        opened.session.lock()
        opened.window.way.home()
        assert "that this computer keeps" not in seen(opened)
        assert opened.session.unlock(WORDS)


@pytest.mark.usefixtures("keyring")
def test_a_policy_forbids_that_it_keeps_the_key(qtbot: QtBot, home: Kept) -> None:
    home.policy("remember-key = false")
    for opened in window_on(qtbot, introduced(home.desk())):
        opened.session.unlock(WORDS)
        opened.window.way.aside(Spot.SETTINGS)
        assert "Let this computer keep the key" not in seen(opened)


def test_days_that_are_no_number_change_nothing_and_are_refused(at_the_door: Opened) -> None:
    opened = at_the_door
    opened.session.unlock(WORDS)
    opened.window.way.aside(Spot.SETTINGS)
    days = next(line for line in lines(opened) if "Days that" in line.edit.accessibleName())
    for typed, kept in (("ninety", 0), ("90", 90), ("-3", 90), ("9" * 40, 90), ("", 0)):
        days.write(typed)
        press(opened, "Keep these periods")
        assert opened.desk.settings.retention.days == kept
        assert ("Not kept" in seen(opened)) == (typed not in ("90", ""))
