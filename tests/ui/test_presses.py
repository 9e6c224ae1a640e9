"""A double click on Continue goes on once, and does nothing on the page that comes; so do keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.ui.pages.outcome import OutcomePage
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.widgets.choice import Radio
from tests.ui.building import Opened, begun

SOON, LATER = 120, 700
"""Milliseconds between two clicks: of a double click, and of two that are meant."""


class Mouse:
    """Clicks in a window, as a screen sends it: a second click that is soon is a double click."""

    def __init__(self, window: QWindow) -> None:
        self._window, self._now = window, 100_000

    def click(self, at: QPoint, *, after: int = LATER, double: bool = False) -> None:
        self._now += after
        kinds = [QMouseEvent.Type.MouseButtonPress]
        kinds += [QMouseEvent.Type.MouseButtonDblClick] if double else []
        for kind in (*kinds, QMouseEvent.Type.MouseButtonRelease):
            self._send(kind, at)

    def _send(self, kind: QMouseEvent.Type, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = none if kind is QMouseEvent.Type.MouseButtonRelease else left
        place = QPointF(at)
        over = QPointF(self._window.mapToGlobal(at))
        event = QMouseEvent(kind, place, over, left, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(self._now)
        QApplication.sendEvent(self._window, event)


class Keys:
    """Presses keys in a window, as a screen sends it: first it asks whether it is a shortcut."""

    def __init__(self, window: QWindow) -> None:
        self._window, self._now = window, 100_000

    def press(
        self,
        key: Qt.Key = Qt.Key.Key_Return,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        after: int = LATER,
        repeated: bool = False,
    ) -> None:
        self._now += after
        kinds = QKeyEvent.Type
        for kind in (kinds.ShortcutOverride, kinds.KeyPress, kinds.KeyRelease):
            event = QKeyEvent(kind, key, held, "", repeated)
            event.setTimestamp(self._now)
            QApplication.sendEvent(self._window, event)


@pytest.fixture(params=[0, 60_000])
def apart(request: pytest.FixtureRequest) -> Iterator[int]:
    """Take presses for one double click up to so many milliseconds apart."""
    usual, taken = QApplication.doubleClickInterval(), int(request.param)
    QApplication.setDoubleClickInterval(taken)
    yield taken
    QApplication.setDoubleClickInterval(usual)


def middle(part: QWidget) -> QPoint:
    return part.mapTo(part.window(), part.rect().center())


@pytest.fixture(name="seen")
def in_its_window(qtbot: QtBot, opened: Opened) -> QWindow:
    with qtbot.waitActive(opened.window):
        opened.window.show()
    window = opened.window.windowHandle()
    assert window is not None
    begun(opened)
    qtbot.wait(50)
    return window


@pytest.fixture
def mouse(seen: QWindow) -> Mouse:
    return Mouse(seen)


@pytest.fixture
def keys(seen: QWindow) -> Keys:
    return Keys(seen)


def page(opened: Opened) -> QuestionPage:
    shown = opened.window.page
    assert isinstance(shown, QuestionPage)
    return shown


def radios(opened: Opened) -> list[Radio]:
    return page(opened).findChildren(Radio)


@pytest.mark.parametrize("more", [1, 2])
def test_clicks_that_come_too_soon_choose_nothing_on_the_next_page(
    qtbot: QtBot, opened: Opened, mouse: Mouse, more: int
) -> None:
    first = page(opened)
    mouse.click(middle(radios(opened)[-1]))
    qtbot.wait(200)
    mouse.click(middle(first.go_on))
    second = page(opened)
    assert second is not first
    spot = middle(radios(opened)[0])
    for number in range(more):
        mouse.click(spot, after=SOON, double=number == 0)
    assert not any(radio.isChecked() for radio in radios(opened))
    mouse.click(spot)
    assert radios(opened)[0].isChecked()


def test_a_double_click_on_one_page_chooses(opened: Opened, mouse: Mouse) -> None:
    one, other = radios(opened)[:2]
    mouse.click(middle(one))
    mouse.click(middle(other), after=SOON)
    assert other.isChecked()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
@pytest.mark.parametrize("repeated", [False, True])
def test_enter_pressed_too_soon_finds_no_fault_with_the_next_page(
    opened: Opened, keys: Keys, held: Qt.KeyboardModifier, repeated: bool
) -> None:
    first = page(opened)
    radios(opened)[-1].setChecked(True)
    keys.press(held=held)
    second = page(opened)
    assert second is not first
    for _ in range(3):
        keys.press(Qt.Key.Key_Control, after=20)
        keys.press(held=held, after=LATER if repeated else SOON, repeated=repeated)
    assert not second.messages
    keys.press(held=held)
    assert second.messages


def test_enter_is_taken_where_an_answer_was_given_between_however_quickly(
    opened: Opened, keys: Keys
) -> None:
    radios(opened)[-1].setChecked(True)
    keys.press()
    second = page(opened)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return):
        keys.press(key, after=SOON // 3)
    assert second.form.chosen
    assert second.messages == ("Write your reason in a few words.",)


def test_a_second_ctrl_enter_does_not_lead_on_from_the_end(
    opened: Opened, seen: QWindow, apart: int
) -> None:
    """Ctrl+Enter is a shortcut there, which comes before any key that a page takes."""
    radios(opened)[0].setChecked(True)
    QTest.keyClick(seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    end = opened.window.page
    assert isinstance(end, OutcomePage)
    QTest.keyClick(seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (opened.window.page is end) == (apart > 0)
