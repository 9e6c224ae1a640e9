"""F6 leads to the answers, to the one before where one is, and back to the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import QuestionId
from guidance_app.ui.actions import Deed
from guidance_app.ui.widgets.path_panel import PathPanel
from tests.ui.building import Opened, begun, done

ROOMS = ((700, 360), (1280, 360), (1280, 260))
"""How large the window is: with a drawer, with columns, and with hardly any room to show them."""


@pytest.fixture(params=ROOMS, name="begun_there", ids=str)
def in_a_window(request: pytest.FixtureRequest, qtbot: QtBot, opened: Opened) -> Opened:
    opened.window.resize(*request.param)
    with qtbot.waitActive(opened.window):
        opened.window.show()
    return begun(opened)


def f6(opened: Opened) -> QWidget:
    """Press F6, and return what has the focus then."""
    opened.window._frame.complete()
    opened.window.actions_table.action(Deed.ANSWERS).trigger()
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def assert_there(opened: Opened, name: str) -> None:
    """F6 leads to the button of that name, all of which is in sight, and then to the page."""
    focus = f6(opened)
    assert focus.accessibleName() == name
    assert focus.visibleRegion().boundingRect() == focus.rect()
    assert f6(opened) is opened.window.page.first_focus()


@pytest.mark.parametrize("walked", [1, 2])
def test_it_leads_to_the_newest_answer(begun_there: Opened, walked: int) -> None:
    begun_there.answer("danger", "no")
    if walked > 1:
        begun_there.answer("openness", "agrees", "She said so on Monday.")
    assert_there(begun_there, ("Change Danger", "Change Openness")[walked - 1])


def test_it_leads_to_the_answer_before_the_one_that_is_changed(begun_there: Opened) -> None:
    done(begun_there)
    begun_there.window.way.change(QuestionId("openness"))
    assert_there(begun_there, "Change Danger")


def test_it_leads_to_the_answer_after_it_where_the_first_is_changed(begun_there: Opened) -> None:
    done(begun_there)
    begun_there.window.way.change(QuestionId("danger"))
    assert_there(begun_there, "Change Openness")


@pytest.mark.parametrize("undone", [False, True])
def test_it_leads_to_the_list_where_there_is_no_answer(begun_there: Opened, undone: bool) -> None:
    if undone:
        begun_there.answer("danger", "no")
        begun_there.window._frame.complete()
        begun_there.window.way.undo()
    focus = f6(begun_there)
    assert isinstance(focus, PathPanel)
    assert focus.accessibleName() == "Your answers"
    assert f6(begun_there) is begun_there.window.page.first_focus()


def test_in_a_wide_window_it_leads_there_again_after_one_went_another_way(
    begun_there: Opened,
) -> None:
    begun_there.answer("danger", "no")
    assert f6(begun_there).accessibleName() == "Change Danger"
    begun_there.window.page.first_focus().setFocus()
    if not begun_there.window._frame.drawer:
        assert f6(begun_there).accessibleName() == "Change Danger"


def test_every_answer_is_reached_by_tab(begun_there: Opened) -> None:
    """The one that F6 leads to is no door that the others stand behind."""
    done(begun_there)
    f6(begun_there)
    found = set()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or begun_there.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        found.add(focus.accessibleName() if focus else "")
    assert found >= {"Change Danger", "Change Openness"}
