"""A page that scrolls: one goes on reading where one read, whatever size the text has."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.desk.settings import Settings
from guidance_app.ui.widgets.box import Box
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.column import QUIET, Column
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.presses import HELD
from guidance_app.ui.widgets.text import Text
from tests.ui.building import Opened, done

SAYS = "An invented sentence that is long enough to stand on two lines or more. " * 3


class Reading(Column):
    """A heading, forty paragraphs, and a button: many times as high as what is seen of it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading("Invented")
        self.add(self.heading)
        self.texts = [Text(f"{number}. {SAYS}") for number in range(40)]
        for text in self.texts:
            self.add(text)
        self.button = Button("Continue")
        self.add(self.button)

    def first_seen(self) -> int:
        """Return the number of the first paragraph of which something is seen."""
        return next(n for n, text in enumerate(self.texts) if not text.visibleRegion().isEmpty())


@pytest.fixture(name="column")
def shown(qtbot: QtBot) -> Reading:
    column = Reading()
    qtbot.addWidget(column)
    column.resize(800, 500)
    with qtbot.waitActive(column):
        column.show()
    column.heading.setFocus()
    return column


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def grow(column: Column, look: Callable[..., None], size: int) -> None:
    """Give the text another size, and wait until all is laid out."""
    column.keep_place()
    look("light", size)
    QTest.qWait(QUIET + 50)


@pytest.mark.parametrize("focus", ["heading", "button", ""])
def test_what_was_being_read_is_still_there_at_another_size_of_text(
    column: Reading, look: Callable[..., None], focus: str
) -> None:
    part: QWidget | None = getattr(column, focus, None)
    if part is not None:
        part.setFocus()
    else:
        column.heading.clearFocus()
    settle()
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum() // 2)
    read = column.first_seen()
    for size in (125, 200, 100):
        grow(column, look, size)
        assert abs(column.first_seen() - read) <= 1, size


def test_what_was_being_read_is_still_there_after_many_sizes_in_quick_succession(
    column: Reading, look: Callable[..., None]
) -> None:
    """As with a key held down: the first is not laid out when the last is chosen."""
    settle()
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum() // 2)
    read = column.first_seen()
    for size in (110, 125, 150, 175, 200):
        column.keep_place()
        look("light", size)
        QTest.qWait(QUIET // 2)
    QTest.qWait(QUIET + 50)
    assert abs(column.first_seen() - read) <= 1


@pytest.mark.parametrize("size", [125, 200])
def test_what_has_the_focus_and_is_seen_stays_in_sight_at_another_size_of_text(
    column: Reading, look: Callable[..., None], size: int
) -> None:
    column.button.setFocus()
    settle()
    grow(column, look, size)
    assert column.button.visibleRegion().boundingRect() == column.button.rect()


def test_what_comes_to_have_the_focus_meanwhile_is_followed(
    column: Reading, look: Callable[..., None]
) -> None:
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum() // 2)
    column.keep_place()
    look("light", 125)
    column.button.setFocus()
    QTest.qWait(QUIET + 50)
    assert column.button.visibleRegion().boundingRect() == column.button.rect()


def test_nothing_moves_under_a_mouse_that_is_held_down(column: Reading) -> None:
    """It would be let go beside what was pressed, and nothing be done."""
    box = Box("")
    column.add(box)
    settle()
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    column.setProperty(HELD, True)
    box.setFocus()
    QTest.qWait(2 * QUIET)
    assert bar.value() == bar.maximum() // 2
    column.setProperty(HELD, False)
    QTest.qWait(2 * QUIET)
    assert not box.visibleRegion().isEmpty()


def test_what_is_wholly_in_sight_stays_where_a_mouse_pressed_it(column: Reading) -> None:
    settle()
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum() - 40)
    where = bar.value()
    column.setProperty(HELD, True)
    column.button.setFocus()
    column.setProperty(HELD, False)
    QTest.qWait(2 * QUIET)
    assert bar.value() == where


def test_a_box_is_followed_again_once_the_text_has_its_size(
    column: Reading, look: Callable[..., None]
) -> None:
    box = Box("")
    column.add(box)
    settle()
    grow(column, look, 125)
    box.setFocus()
    for _ in range(30):
        QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert box.visibleRegion().boundingRect().bottom() == box.rect().bottom()


@pytest.mark.parametrize("room", [(800, 200), (400, 300), (500, 700)])
def test_what_is_written_in_stays_in_sight_in_a_smaller_window(
    column: Reading, room: tuple[int, int]
) -> None:
    box = Box("")
    column.body.insertWidget(20, box)
    settle()
    box.setFocus()
    settle()
    column.resize(*room)
    settle()
    assert not box.visibleRegion().isEmpty()


def test_one_who_reads_elsewhere_is_left_there_in_a_smaller_window(column: Reading) -> None:
    column.button.setFocus()
    settle()
    column.verticalScrollBar().setValue(100)
    column.resize(800, 300)
    settle()
    assert column.verticalScrollBar().value() == 100


@pytest.mark.parametrize("size", [125, 200])
def test_a_page_of_the_window_goes_on_where_one_was_reading(
    opened: Opened, qtbot: QtBot, look: Callable[..., None], size: int
) -> None:
    def dress(chosen: Settings) -> None:
        look("light", chosen.text_size)

    opened.window.dressed.connect(dress)
    opened.window.resize(900, 300)
    with qtbot.waitActive(opened.window):
        opened.window.show()
    column = done(opened).window.page.column
    opened.window._frame.complete()
    settle()
    bar, ground = column.verticalScrollBar(), column.widget()
    bar.setValue(bar.maximum() * 2 // 3)
    before = bar.value() / ground.height()
    opened.session.choose(replace(opened.session.settings, text_size=size))
    QTest.qWait(QUIET + 50)
    assert abs(bar.value() / ground.height() - before) < 0.02
