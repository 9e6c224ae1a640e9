"""A message about something to be put right leads to what puts it right."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.box import Box
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from tests.desk.keeping import WORDS
from tests.ui.building import Opened, spot
from tests.ui.door import lines


def test_a_wrong_passphrase_leads_to_the_box_for_it(at_the_door: Opened) -> None:
    at_the_door.session.unlock("not the passphrase at all")
    at_the_door.window.page.findChildren(ErrorSummary)[0].findChildren(Button)[0].click()
    assert lines(at_the_door)[0].isAncestorOf(at_the_door.window.focusWidget())


def test_who_types_on_after_a_wrong_passphrase_types_it_anew(at_the_door: Opened) -> None:
    line = lines(at_the_door)[0]
    line.write("not the passphrase at all")
    line.entered.emit()
    heading = at_the_door.window.focusWidget()
    assert isinstance(heading, Heading)
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert line.words == "not the passphrase at all"
    QTest.keyClick(heading, "s")
    QTest.keyClicks(at_the_door.window.focusWidget(), WORDS[1:])
    assert line.words == WORDS
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert spot(at_the_door) is Spot.HOME


@pytest.mark.parametrize(("faults", "written"), [(1, ".x"), (2, ".")])
def test_who_types_on_goes_on_in_the_one_box_that_is_meant(
    qtbot: QtBot, faults: int, written: str
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    summary, boxes = ErrorSummary(), (Box("", "."), Box(""))
    layout = QVBoxLayout(page)
    for part in (summary, *boxes):
        layout.addWidget(part)
    with qtbot.waitActive(page):
        page.show()
    summary.say([("Write it down.", box) for box in boxes[:faults]])
    heading = QApplication.focusWidget()
    assert isinstance(heading, Heading)
    for keys in ("ControlModifier", "AltModifier", "MetaModifier"):
        QTest.keyClick(heading, "y", getattr(Qt.KeyboardModifier, keys))
    assert boxes[0].words == "."
    QTest.keyClick(heading, "x")
    assert boxes[0].words == written
    assert heading.hasFocus() is (faults == 2)


def test_settings_that_are_not_kept_say_nothing_of_the_passphrase(
    at_the_door: Opened, tmp_path: Path
) -> None:
    (tmp_path / "home" / "settings.json").mkdir()
    session = at_the_door.session
    session.choose(replace(session.settings, text_size=110))
    assert "could not be kept" in at_the_door.window.notice.words
    assert at_the_door.window.page.findChildren(ErrorSummary)[0].messages == ()


def test_only_a_wrong_passphrase_leads_to_the_box_for_it_in_settings(at_the_door: Opened) -> None:
    opened = at_the_door
    opened.session.unlock(WORDS)
    opened.window.way.aside(Spot.SETTINGS)
    page = opened.window.page
    for refusal, boxed in ((WrongPassphrase("No."), True), (Refusal("The disk is full."), False)):
        opened.window.refuse(refusal)
        page.findChildren(ErrorSummary)[0].findChildren(Button)[-1].click()
        focus = opened.window.focusWidget()
        assert any(line.isAncestorOf(focus) for line in lines(opened)) is boxed
