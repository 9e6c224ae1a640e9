"""What is at the left: the path so far, and where one is on it, in sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.ui.side import Side
from guidance_app.ui.widgets.laid_out import lay_out
from guidance_app.ui.widgets.path_panel import PathPanel
from guidance_app.ui.widgets.text import Text
from tests.ui.building import Opened, begun, done


def test_where_one_is_comes_into_sight_and_not_where_one_was(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    side, panel = Side(frame, "left"), QWidget()
    layout = QVBoxLayout(panel)
    was, *between, now = (Text(f"Line {number}") for number in range(40))
    for part in (was, *between, now):
        layout.addWidget(part)
    for part, sought in ((was, 2), (between[0], 1), (now, 2)):
        part.setProperty("here", sought)
    side.take_room(QRect(0, 0, 300, 200))
    frame.show()
    was.hide()  # taken out, and gone once there is time
    side.hold(panel)
    assert side.area is not None
    lay_out(side.area)
    seen = side.area.viewport().rect()
    assert seen.contains(now.mapTo(side.area.viewport(), now.rect().center()))


def test_where_a_walk_has_ended_comes_into_sight_too(opened: Opened) -> None:
    opened.window.resize(1280, 800)
    done(opened)
    opened.window._frame.complete()
    (panel,) = opened.window.findChildren(PathPanel)
    ends = [part for part in panel.findChildren(QWidget) if part.property("here")]
    assert [part.findChild(Text).text() for part in ends if part.isVisible()] == ["Outcome"]


@pytest.fixture(name="usual")
def usual_font() -> Iterator[QFont]:
    """Return the usual font, and put it back."""
    usual = QApplication.font()
    yield usual
    QApplication.setFont(usual)


def test_all_lines_are_made_anew_where_the_text_has_another_size(
    opened: Opened, usual: QFont
) -> None:
    begun(opened).answer("danger", "no")
    panel = PathPanel(opened.session.pack, opened.session.standing)
    larger = QFont(usual)
    larger.setPointSizeF(2 * usual.pointSizeF())
    QApplication.setFont(larger)
    opened.answer("openness", "agrees", "She said so on Monday.")
    panel.show_path(opened.session.standing)
    assert _margins(panel) == _margins(PathPanel(opened.session.pack, opened.session.standing))


def _margins(panel: PathPanel) -> list[tuple[int, ...]]:
    layouts = [line.layout() for _, line in panel._lines]
    found = [layout.contentsMargins() for layout in layouts if layout is not None]
    return [(m.left(), m.top(), m.right(), m.bottom()) for m in found]
