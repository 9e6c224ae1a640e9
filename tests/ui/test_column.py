"""A page that scrolls: one goes on reading where one read, whatever size the text has."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.ui.widgets.box import Box
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.column import Column
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

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
        look("light", size)
        settle()
        assert abs(column.first_seen() - read) <= 1, size


@pytest.mark.parametrize("size", [125, 200])
def test_what_has_the_focus_and_is_seen_stays_in_sight_at_another_size_of_text(
    column: Reading, look: Callable[..., None], size: int
) -> None:
    column.button.setFocus()
    settle()
    look("light", size)
    settle()
    assert column.button.visibleRegion().boundingRect() == column.button.rect()


def test_a_box_is_followed_again_once_the_text_has_its_size(
    column: Reading, look: Callable[..., None]
) -> None:
    box = Box("")
    column.add(box)
    settle()
    look("light", 125)
    settle()
    box.setFocus()
    for _ in range(30):
        QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert box.visibleRegion().boundingRect().bottom() == box.rect().bottom()
