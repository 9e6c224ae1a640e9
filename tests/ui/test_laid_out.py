"""What was added to something that scrolls is shown and laid out at once, and nothing else is."""

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.ui.widgets.laid_out import lay_out
from guidance_app.ui.widgets.text import Text


@pytest.fixture(name="area")
def something_that_scrolls(qtbot: QtBot) -> QScrollArea:
    area, held = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    QVBoxLayout(held).addWidget(Text("What was there."))
    area.setWidget(held)
    area.resize(300, 100)
    area.show()
    return area


def _add(area: QScrollArea, *parts: QWidget) -> None:
    layout = area.widget().layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)


def test_what_was_added_is_seen_and_has_its_room(area: QScrollArea) -> None:
    words = "Some more words that take more than one line in so little room."
    added = [Text(words) for _ in range(5)]
    _add(area, *added)
    lay_out(area)
    assert all(text.isVisible() for text in added)
    assert all(text.height() >= text.heightForWidth(text.width()) for text in added)
    assert area.verticalScrollBar().maximum() > 0


def test_what_is_hidden_stays_hidden_and_no_window_opens(area: QScrollArea) -> None:
    hidden, button = Text("Folded away."), QPushButton("More")
    menu = QMenu(button)
    button.setMenu(menu)
    hidden.hide()
    _add(area, hidden, button)
    lay_out(area)
    assert button.isVisible()
    assert not hidden.isVisible()
    assert not menu.isVisible()


def test_nothing_is_asked_of_what_is_not_seen(area: QScrollArea) -> None:
    area.hide()
    added = Text("Some words.")
    _add(area, added)
    lay_out(area)
    assert not added.isVisible()
    lay_out(QScrollArea())
