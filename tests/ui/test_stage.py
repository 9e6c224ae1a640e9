"""A page fills where it stands: nothing behind it is drawn when it comes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.ui.pages.page import Page
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.stage import Stage
from tests.ui.painted import Painted


class Red(QWidget):
    """What stands behind a page, and must not be seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("red"))
        painter.end()


def test_what_stands_behind_a_page_is_not_drawn_when_another_comes(qtbot: QtBot) -> None:
    stage, first, second = Stage(), Page("First"), Page("Second")
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    stage.hold(first)
    with qtbot.waitExposed(stage):
        stage.show()
    qtbot.wait(50)
    behind, before = Painted(), Painted()
    stage.installEventFilter(behind)
    second.installEventFilter(before)
    left = stage.clear()
    stage.hold(second)
    qtbot.waitUntil(lambda: bool(before.parts))
    assert left is first
    assert behind.parts == []


class Asked(QObject):
    """Counts how often something is asked to lay itself out."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_page_made_ahead_is_not_laid_out_again_when_it_comes(qtbot: QtBot) -> None:
    """A button asks for its room once more when it hears that it has been dressed."""
    stage, page, asked = Stage(), Page("A page"), Asked()
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    with qtbot.waitExposed(stage):
        stage.show()
    page.add(Buttons(Button("Continue")))
    stage.prepare(page, 400)
    qtbot.wait(50)
    reading = page.heading.parentWidget()
    assert reading is not None
    reading.installEventFilter(asked)
    stage.hold(page)
    qtbot.wait(50)
    assert page.isVisible()
    assert asked.times == 0


def test_a_page_takes_the_ground_of_another_theme(qtbot: QtBot, look: Callable[..., None]) -> None:
    behind = Red()
    qtbot.addWidget(behind)
    behind.resize(400, 300)
    page = Page("A page")
    page.setParent(behind)
    page.resize(400, 300)
    behind.show()
    seen = []
    for theme in ("light", "dark", "contrast"):
        look(theme)
        corner = behind.grab().toImage().pixelColor(1, 1)
        assert corner == QApplication.palette().color(QPalette.ColorRole.Window)
        seen.append(corner.name())
    assert len(set(seen)) > 1
