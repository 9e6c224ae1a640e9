"""Home: what is reached after what, and how a long list goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import RecordId
from guidance_app.desk.retention import Due
from guidance_app.ui.app import EDGE, fit
from guidance_app.ui.bars import LONGEST, Above, TopBar
from guidance_app.ui.pages.due import DuePage
from guidance_app.ui.pages.home import FIRST_ROWS, IN_SIGHT, HomePage, Listing, Waiting
from guidance_app.ui.widgets.box import Box
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.column import Column
from guidance_app.ui.widgets.text import Text
from tests.ui.building import Opened, begun, done, words


def listing(count: int, all_there_are: int) -> Listing:
    """Return so many invented records, out of some more."""
    rows = (Waiting(RecordId(f"r{n}"), f"INVENTED-{n}", "Begun", "today") for n in range(count))
    return Listing(tuple(rows), all_there_are)


def reached(start: QWidget, keys: int) -> list[str]:
    """Return the names of what Tab comes to, from `start`."""
    start.setFocus()
    names = []
    for _ in range(keys):
        QTest.keyClick(QApplication.focusWidget() or start, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        names.append(at.accessibleName() if at is not None else "")
    return names


def test_tab_comes_to_the_rows_before_the_button_under_them(qtbot: QtBot) -> None:
    page = HomePage(listing(FIRST_ROWS, 40))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for complete in (False, True):
        if complete:
            page.complete()
            QApplication.processEvents()
        rows = FIRST_ROWS if complete else IN_SIGHT
        names = reached(page.first_focus(), rows + 3)[2:]
        assert names == [*(f"Continue INVENTED-{n}" for n in range(rows)), "List more"]


def test_records_that_share_a_reference_or_have_none_are_told_apart_by_name(qtbot: QtBot) -> None:
    kept = (("", "Just begun"), ("A", "Question 2"), ("", "Question 7"), ("A", "Do not look"))
    rows = [Waiting(RecordId(f"r{n}"), *said, "today 09:30") for n, said in enumerate(kept)]
    rows.append(Waiting(RecordId("r9"), "B", "Just begun", "today 09:30"))
    page = HomePage(Listing(tuple(rows), len(rows)))
    qtbot.addWidget(page)
    names = [button.accessibleName() for button in page.findChildren(Button)]
    assert [name for name in names if name.startswith("Continue ")] == [
        "Continue No reference, Just begun · today 09:30",
        "Continue A, Question 2 · today 09:30",
        "Continue No reference, Question 7 · today 09:30",
        "Continue A, Do not look · today 09:30",
        "Continue B",
    ]


def test_records_that_are_due_are_told_apart_by_name_too(qtbot: QtBot) -> None:
    said = (("", "2026-01-02"), ("", "2026-01-03"), ("A", "2026-01-04"))
    due = [Due(RecordId(on), name, on, on, saved=True) for name, on in said]
    page = DuePage(due)
    qtbot.addWidget(page)
    names = [button.accessibleName() for button in page.findChildren(Button)]
    assert [name for name in names if name.startswith("Look at removing ")] == [
        "Look at removing No reference, Last touched 2 January 2026; a note was saved",
        "Look at removing No reference, Last touched 3 January 2026; a note was saved",
        "Look at removing A",
    ]


def test_tab_goes_from_a_notice_to_the_page_that_it_stands_above(opened: Opened) -> None:
    opened.window.tell("Something was done.")
    close = QApplication.focusWidget()
    assert close is not None
    assert close.accessibleName() == "Something was done. Close"
    assert reached(close, 1) == ["Start"]


def test_listing_more_leads_to_the_first_that_is_new(opened: Opened) -> None:
    for number in range(FIRST_ROWS + 2):
        begun(opened, f"INVENTED-{number}").window.way.home()
    listed = opened.window.page
    assert isinstance(listed, HomePage)
    (more,) = (b for b in listed.findChildren(Button) if b.text() == "List more")
    more.setFocus()
    more.click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Continue INVENTED-1"  # the eleventh, of the latest first


def test_words_of_a_button_have_their_room_before_anything_else_is_done(qtbot: QtBot) -> None:
    button = Button("Unlock")
    row = Buttons(button, Button("Use the recovery code instead"))
    row.resize(900, 60)
    qtbot.addWidget(row)
    row.show()
    button.say_at_once("Unlocking, which takes some moments")
    assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("written", ["", "She agreed. " * 200])
def test_all_of_a_box_is_in_sight_that_has_the_focus(qtbot: QtBot, written: str) -> None:
    column, box = Column(), Box("Why?", written)
    column.add(Text("An invented sentence that takes room. " * 120))
    column.add(box)
    column.add(Text("Another. " * 300))
    qtbot.addWidget(column)
    column.resize(800, 500)
    column.show()
    qtbot.waitExposed(column)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    seen = column.viewport().rect()
    for corner in (box.edit.rect().topLeft(), box.edit.rect().bottomLeft()):
        assert seen.contains(box.edit.mapTo(column.viewport(), corner))


def test_one_goes_on_writing_behind_what_was_written() -> None:
    assert Box("Why?", "She agreed").edit.textCursor().position() == len("She agreed")


def test_a_long_reference_does_not_make_the_bar_higher(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1280, 60)
    bar.say(Above(title="Home", back=True))
    high = bar.sizeHint().height()
    long = "An invented reference without an end " * 9
    bar.say(Above(title=long, back=True))
    (title,) = (t for t in bar.findChildren(Text) if t.text().startswith("An invented"))
    assert len(title.text()) <= LONGEST
    assert title.toolTip() == long
    assert bar.heightForWidth(1280) < high + bar.fontMetrics().height()


def test_the_first_window_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(3000, 3000)
    fit(window)
    room = window.screen().availableSize()
    assert (window.width(), window.height()) == (room.width(), room.height() - EDGE)


def test_one_answer_that_is_set_aside_is_spoken_of_as_one(opened: Opened) -> None:
    done(opened).answer("danger", "yes")
    assert "It no longer counts" in words(opened.window)
