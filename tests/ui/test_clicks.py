"""A double click on Continue goes on once, and chooses nothing on the page that comes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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


def middle(part: QWidget) -> QPoint:
    return part.mapTo(part.window(), part.rect().center())


@pytest.fixture(name="mouse")
def in_its_window(qtbot: QtBot, opened: Opened) -> Mouse:
    with qtbot.waitExposed(opened.window):
        opened.window.show()
    window = opened.window.windowHandle()
    assert window is not None
    begun(opened)
    qtbot.wait(50)
    return Mouse(window)


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
