"""Everyone can use it: every control has a name, can be reached, and is high enough to be hit."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, OutcomeId, PackId, QuestionId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk, Keeping, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.place import Place, Spot
from guidance_app.ui.session import Session
from guidance_app.ui.way import Way
from guidance_app.ui.window import Window
from tests.ui.england import england, shortest_walks
from tests.ui.keyboard import name_of

TARGET = 32
"""How high what can be pressed is at least, in pixels."""

OUTSIDE = (Spot.WELCOME, Spot.PASSPHRASE, Spot.RECOVERY, Spot.WHO, Spot.UNLOCK, Spot.TROUBLE)
INSIDE = (Spot.START, Spot.SETTINGS, Spot.ABOUT, Spot.HELP, Spot.SHORTCUTS, Spot.HELP_NOW)
DONE = (Spot.OUTCOME, Spot.CHECK, Spot.FIELDS, Spot.NOTE, Spot.HIDDEN)


def begin(way: Way) -> None:
    way.begun(Beginning(PackId("england"), "Case 4471"))


def finish(way: Way) -> None:
    begin(way)
    for question, options in shortest_walks(england())[OutcomeId("pause-for-manager")]:
        way.answered(Answer(question, options, reason="In an invented worker's words."))


def change(way: Way) -> None:
    finish(way)
    way.answered(Answer(QuestionId("danger"), (OptionId("yes"),)))


def at(spot: Spot, first: Callable[[Way], None] | None = None) -> Callable[[Way], None]:
    """Return what goes to the page of `spot`, after `first`."""

    def go(way: Way) -> None:
        if first is not None:
            first(way)
        way.go(Place(spot, words="WORDS-OF-THE-PAGE"))

    return go


PAGES = {
    "home": Way.home,
    "question": begin,
    "change": change,
    **{spot.value: at(spot) for spot in (*OUTSIDE, *INSIDE)},
    **{spot.value: at(spot, finish) for spot in DONE},
}


@pytest.fixture(params=PAGES)
def window(request: pytest.FixtureRequest, qtbot: QtBot, desk: Desk) -> Iterator[Window]:
    """Return a window in practice with England, on each of its pages."""
    real = desk_at(desk.where.records.parent)
    real.settings = Settings(met=True)
    real.practise()
    made = Window(Session(real))
    qtbot.addWidget(made)
    made.show()
    PAGES[request.param](made.way)
    for _ in range(3):  # what is put off, and what that puts off
        QApplication.processEvents()
    assert made.way.place.spot == request.param
    yield made
    made.close()


def controls(window: Window) -> list[QWidget]:
    """Return everything that can be seen and have the focus."""
    inside = window.findChildren(QWidget)
    return [w for w in inside if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_every_control_has_a_name(window: Window) -> None:
    assert [w.metaObject().className() for w in controls(window) if not name_of(w).strip()] == []


def test_the_visible_words_of_a_button_are_in_its_name(window: Window) -> None:
    buttons = [w for w in controls(window) if isinstance(w, QAbstractButton)]
    words = [(w.text(), name_of(w)) for w in buttons]
    assert [pair for pair in words if pair[0] not in pair[1]] == []


def test_every_button_can_be_hit(window: Window) -> None:
    buttons = [w for w in controls(window) if isinstance(w, QAbstractButton)]
    assert [(w.text(), w.height()) for w in buttons if w.height() < TARGET] == []


def test_tab_comes_to_every_control_and_back(window: Window) -> None:
    wanted = {w for w in controls(window) if not isinstance(w, QScrollArea)}
    met = set()
    for _ in range(3 * len(wanted) + 10):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    assert [name_of(w) for w in wanted - met] == []


def test_no_page_scrolls_sideways(window: Window) -> None:
    areas = [a for a in window.findChildren(QScrollArea) if a.isVisible()]
    assert [a.horizontalScrollBar().maximum() for a in areas if a.widget()] == [0] * len(
        [a for a in areas if a.widget()]
    )


def test_locking_after_idling_blanks_the_window_and_closes_the_records(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.settings = Settings(met=True)
    quiet = Window(Session(desk))
    qtbot.addWidget(quiet)
    quiet.way.passphrase_chosen("seven green canaries sang")
    quiet.way.home()
    quiet.watch.idled.emit()
    assert quiet.way.place.spot is Spot.HIDDEN
    assert desk.keeping is Keeping.LOCKED
