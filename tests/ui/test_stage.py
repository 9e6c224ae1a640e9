"""A page fills where it stands: nothing behind it is drawn when it comes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_app.ui.pages.page import Page
from guidance_app.ui.widgets.stage import Stage
from tests.ui.building import Opened


class Painted(QObject):
    """Counts how often what it watches is painted."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += isinstance(event, QPaintEvent)
        return False


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
    qtbot.waitUntil(lambda: before.times > 0)
    assert left is first
    assert behind.times == 0


def test_a_page_takes_the_ground_of_another_theme(
    opened: Opened, look: Callable[..., None]
) -> None:
    seen = []
    for theme in ("light", "dark", "contrast"):
        look(theme)
        corner = opened.window.page.grab().toImage().pixelColor(1, 1)
        assert corner == QApplication.palette().color(QPalette.ColorRole.Window)
        seen.append(corner.name())
    assert len(set(seen)) > 1
