"""Tab goes down the page, also to what is made after what it stands before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import QuestionId
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.path_panel import PathPanel, _Row
from tests.ui.building import Opened, begun


def test_messages_come_before_the_page_that_they_are_about(qtbot: QtBot) -> None:
    page, summary = QWidget(), ErrorSummary()
    first, second, button = QLineEdit(), QLineEdit(), QPushButton("Go on")
    layout = QVBoxLayout(page)
    for part in (summary, first, second, button):
        layout.addWidget(part)
    qtbot.addWidget(page)
    page.show()
    for faults in (("One.", first), ("Two.", second)), (("Three.", second),):
        summary.say(faults)
        found = _chain(page)
        messages = [found.index(message) for message in summary._messages]
        assert messages == sorted(messages)
        assert max(messages) < found.index(first) < found.index(second) < found.index(button)


def test_the_newest_answer_is_changed_after_the_one_before_it(qtbot: QtBot, opened: Opened) -> None:
    window = opened.window
    begun(opened).answer("danger", "no")
    opened.answer("openness", "agrees", "She said so on Monday.")
    qtbot.waitUntil(lambda: len(_changes(opened)) == 2)
    window.way.home()
    window.way.resume(opened.session.kept()[0].id)
    window.way.change(QuestionId("danger"))
    qtbot.waitUntil(lambda: len(_changes(opened)) == 1)
    window.way.back()
    qtbot.waitUntil(lambda: len(_changes(opened)) == 2)
    chain = _chain(window)
    first, second = (chain.index(button) for button in _changes(opened))
    stops = [w for w in chain[first : second + 1] if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == _changes(opened)
    assert second < chain.index(window.page)


def _changes(opened: Opened) -> list[QWidget]:
    """Return the buttons beside the answers, from the first to the last."""
    panels = [p for p in opened.window.findChildren(PathPanel) if p.isVisible()]
    rows = [row for panel in panels for _, row in panel._lines]
    return [row.stop for row in rows if isinstance(row, _Row) and row.stop is not None]


def _chain(page: QWidget) -> list[QWidget]:
    """Return what Tab would come to, from the page on."""
    found, here = [], page.nextInFocusChain()
    while here is not page:
        found.append(here)
        here = here.nextInFocusChain()
    return found
