"""Somebody who presses or moves anything is there; a page that comes is nobody."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Desk, Keeping
from guidance_app.desk.settings import Settings
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.watch import Watch
from guidance_app.ui.window import Window
from tests.ui.building import Opened, begun, spot

WAIT, APART, TIMES = 1_500, 300, 8
"""Milliseconds: how long nobody may be there, and how far apart signs are; and how many."""

QUICK = 300
"""Milliseconds after which nobody is there, where there are no signs to be told apart."""


def key(window: QWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Shift)


def move(window: QWindow) -> None:
    spot = QPoint(3, 3) if window.property("moved") else QPoint(9, 9)
    window.setProperty("moved", not window.property("moved"))
    QTest.mouseMove(window, spot)


def press(window: QWindow) -> None:
    corner = QPoint(window.width() - 1, window.height() - 1)
    QTest.mouseClick(window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, corner)


def wheel(window: QWindow) -> None:
    QTest.wheelEvent(window, QPoint(3, 3), QPoint(0, -120))


def shown(qtbot: QtBot, widget: QWidget) -> QWindow:
    """Return the window of `widget`, which has the focus."""
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    window = widget.windowHandle()
    assert window is not None
    qtbot.waitUntil(window.isActive)
    return window


def watching(window: Window) -> Watch:
    window.settle()
    window.watch.wait(1)
    window.watch._timer.start(WAIT)
    return window.watch


def assert_away_once_it_ends(qtbot: QtBot, watch: Watch, sign: Callable[[], None]) -> None:
    """Nobody is away as long as there are signs; once there are none, everybody is."""
    with qtbot.assertNotEmitted(watch.idled):
        for _ in range(TIMES):
            sign()
            qtbot.wait(APART)
    with qtbot.waitSignal(watch.idled, timeout=3 * WAIT):
        pass


@pytest.mark.parametrize("sign", [key, move, press, wheel])
def test_nobody_is_away_who_does_something(
    qtbot: QtBot, opened: Opened, sign: Callable[[QWindow], None]
) -> None:
    seen = shown(qtbot, opened.window)
    watch = watching(opened.window)
    assert_away_once_it_ends(qtbot, watch, lambda: sign(seen))


def test_what_is_done_in_a_dialog_is_a_sign_too(qtbot: QtBot, opened: Opened) -> None:
    shown(qtbot, opened.window)
    watch = watching(opened.window)
    dialog = QDialog(opened.window)
    seen = shown(qtbot, dialog)
    assert_away_once_it_ends(qtbot, watch, lambda: key(seen))
    dialog.close()


def test_the_window_it_begins_with_and_the_one_with_the_focus_are_watched(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """Also a window that never has the focus, and a dialog that had it before."""
    behind, before = QWidget(), QDialog()
    for widget in (behind, before):
        qtbot.addWidget(widget)
    given, focused = shown(qtbot, behind), shown(qtbot, before)
    for begun_with, seen in ((given, given), (None, focused)):
        watch = Watch()
        watch.begin(qapp, begun_with)
        watch.wait(1)
        watch._timer.stop()
        move(seen)
        assert watch._timer.isActive(), begun_with


@pytest.mark.parametrize("modal", [True, False])
def test_what_is_shown_is_hidden_from_within_a_dialog_too(
    qtbot: QtBot, opened: Opened, modal: bool
) -> None:
    shown(qtbot, opened.window)
    watching(opened.window)
    begun(opened)
    dialog = QDialog(opened.window)
    dialog.setModal(modal)
    seen = shown(qtbot, dialog)
    QTest.keyClick(seen, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert spot(opened) is Spot.HIDDEN
    assert not dialog.isVisible()


@pytest.mark.parametrize("by_hand", [False, True])
def test_records_are_locked_again_however_often_they_were(
    qtbot: QtBot, desk: Desk, by_hand: bool
) -> None:
    """Also where they were hidden, and nobody came until long after they would have been locked."""
    desk.settings = Settings(met=True)
    session, words = Session(desk), "four words in a row"
    window = Window(session)
    qtbot.addWidget(window)
    window.way.home()
    seen = shown(qtbot, window)
    watching(window)
    window.watch._timer.setInterval(QUICK)
    window.way.passphrase_chosen(words)
    session.code_kept()
    for turn in range(3):
        key(seen)
        if by_hand and turn == 0:
            window.way.hide()
        qtbot.waitUntil(lambda: session.keeping is Keeping.LOCKED)
        qtbot.wait(2 * QUICK)
        window.way.show_again()
        assert session.unlock(words)


def test_for_no_minutes_nobody_is_ever_away(qtbot: QtBot, opened: Opened) -> None:
    seen = shown(qtbot, opened.window)
    watching(opened.window).wait(0)
    key(seen)
    assert not opened.window.watch._timer.isActive()


def test_a_page_that_comes_does_not_ask_the_watch_for_each_of_its_parts(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of events pass: to be asked about each took a fifth of the time of a step."""
    asked = []

    def ask(_watch: Watch, watched: QObject, _event: QEvent) -> bool:
        asked.append(watched)
        return False

    monkeypatch.setattr(Watch, "eventFilter", ask)
    seen = shown(qtbot, opened.window)
    watching(opened.window)
    begun(opened).answer("danger", "no")
    qtbot.wait(50)
    key(seen)
    assert seen in asked
    assert all(isinstance(one, QWindow) for one in asked)
