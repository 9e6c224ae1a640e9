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
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.choice import Radio
from guidance_app.ui.widgets.presses import HELD
from tests.ui.building import Opened, begun, spot

SOON, LATER = 120, 700
"""Milliseconds between two presses: of a double click, and of two that are meant."""


class Person:
    """Clicks and presses keys in a window, as a screen sends it, at times of a clock of its own."""

    def __init__(self, opened: Opened, window: QWindow) -> None:
        self._window, self._now = window, 100_000
        presses = opened.window._frame._presses
        presses._clock = lambda: self._now / 1000
        presses.page_came()

    def click(self, at: QPoint, *, after: int = LATER, double: bool = False) -> None:
        """Click there; the second click of two that are `double` is told as one press only."""
        self._now += after
        first = (
            QMouseEvent.Type.MouseButtonDblClick if double else QMouseEvent.Type.MouseButtonPress
        )
        for kind in (first, QMouseEvent.Type.MouseButtonRelease):
            self._send(kind, at)

    def press(
        self,
        key: Qt.Key = Qt.Key.Key_Return,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        after: int = LATER,
        repeated: bool = False,
    ) -> None:
        """Press a key: first it is asked whether it is a shortcut."""
        self._now += after
        kinds = QKeyEvent.Type
        for kind in (kinds.ShortcutOverride, kinds.KeyPress, kinds.KeyRelease):
            QApplication.sendEvent(self._window, QKeyEvent(kind, key, held, "", repeated))

    def _send(self, kind: QMouseEvent.Type, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = none if kind is QMouseEvent.Type.MouseButtonRelease else left
        over = QPointF(self._window.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), over, left, held, Qt.KeyboardModifier.NoModifier)
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
def person(opened: Opened, seen: QWindow) -> Person:
    return Person(opened, seen)


def page(opened: Opened) -> QuestionPage:
    shown = opened.window.page
    assert isinstance(shown, QuestionPage)
    return shown


def radios(opened: Opened) -> list[Radio]:
    return page(opened).findChildren(Radio)


@pytest.mark.parametrize("double", [(True,), (False,), (True, False)])
def test_clicks_that_come_too_soon_choose_nothing_on_the_next_page(
    qtbot: QtBot, opened: Opened, person: Person, double: tuple[bool, ...]
) -> None:
    first = page(opened)
    person.click(middle(radios(opened)[-1]))
    qtbot.wait(200)
    person.click(middle(first.go_on))
    second = page(opened)
    assert second is not first
    there = middle(radios(opened)[0])
    for one in double:
        person.click(there, after=SOON, double=one)
    assert not any(radio.isChecked() for radio in radios(opened))
    person.click(there)
    assert radios(opened)[0].isChecked()


@pytest.mark.parametrize("by_key", [False, True])
def test_what_was_pressed_before_a_slow_page_came_is_not_for_it(
    opened: Opened, person: Person, by_key: bool
) -> None:
    """However long it took: what was pressed meanwhile is only heard of once the page is there."""
    radios(opened)[-1].setChecked(True)
    person.press()
    second = page(opened)
    opened.window._frame._presses.page_came()
    if by_key:
        person.press(after=SOON)
    else:
        person.click(middle(radios(opened)[0]), after=SOON)
    assert not second.messages
    assert not second.form.chosen


@pytest.mark.parametrize(("button", "leads"), [("_hide", Spot.HIDDEN), ("_danger", Spot.HELP_NOW)])
def test_the_bars_are_never_deaf(opened: Opened, person: Person, button: str, leads: Spot) -> None:
    """They stay where they are, so nobody presses them by mistake."""
    radios(opened)[-1].setChecked(True)
    person.click(middle(page(opened).go_on))
    person.click(middle(getattr(opened.window._top, button)), after=SOON)
    assert spot(opened) is leads


def test_a_button_of_the_mouse_is_known_to_be_held_down(opened: Opened, seen: QWindow) -> None:
    for kind, held in (("Press", True), ("Release", False)):
        event = getattr(QTest, f"mouse{kind}")
        event(seen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 300))
        assert opened.window._frame.property(HELD) is held


def test_a_button_whose_release_a_menu_kept_is_not_held_for_ever(
    opened: Opened, seen: QWindow
) -> None:
    """Else what Tab comes to would no longer be brought into sight."""
    none, spot_there = Qt.KeyboardModifier.NoModifier, QPoint(600, 300)
    QTest.mousePress(seen, Qt.MouseButton.LeftButton, none, spot_there)
    QTest.keyClick(seen, Qt.Key.Key_Tab)
    assert opened.window._frame.property(HELD) is False
    QTest.mouseRelease(seen, Qt.MouseButton.LeftButton, none, spot_there)


def test_one_goes_back_as_quickly_as_one_clicks(opened: Opened, person: Person) -> None:
    opened.answer("danger", "no")
    for _ in range(2):
        person.click(middle(opened.window._top._back), after=SOON)
    assert spot(opened) is Spot.HOME


def test_a_double_click_on_one_page_chooses(opened: Opened, person: Person) -> None:
    one, other = radios(opened)[:2]
    person.click(middle(one))
    person.click(middle(other), after=SOON)
    assert other.isChecked()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("repeated", [False, True])
def test_enter_pressed_too_soon_finds_no_fault_with_the_next_page(
    opened: Opened, person: Person, held: Qt.KeyboardModifier, key: Qt.Key, repeated: bool
) -> None:
    first = page(opened)
    radios(opened)[-1].setChecked(True)
    person.press(key, held)
    second = page(opened)
    assert second is not first
    for _ in range(2):
        person.press(Qt.Key.Key_Control, after=20)
        person.press(key, held, after=LATER if repeated else SOON, repeated=repeated)
    assert not second.messages
    person.press(key, held)
    assert second.messages


def test_enter_is_taken_where_an_answer_was_given_between_however_quickly(
    opened: Opened, person: Person
) -> None:
    radios(opened)[-1].setChecked(True)
    person.press()
    second = page(opened)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return):
        person.press(key, after=SOON // 3)
    assert second.form.chosen
    assert second.messages == ("Write your reason in a few words.",)


def test_a_second_ctrl_enter_does_not_lead_on_from_the_end(
    opened: Opened, seen: QWindow, apart: int
) -> None:
    """Ctrl+Enter is a shortcut there, which comes before any key that a page takes."""
    radios(opened)[0].setChecked(True)
    QTest.keyClick(seen, Qt.Key.Key_F12)  # something else first, since the page has only just come
    QTest.keyClick(seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    end = opened.window.page
    assert isinstance(end, OutcomePage)
    QTest.keyClick(seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (opened.window.page is end) == (apart > 0)
