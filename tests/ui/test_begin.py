"""What the window does before its first page, and once that has been painted."""

import builtins
import gc
import inspect
import sys

import pytest
from pytestqt.qtbot import QtBot

from guidance_app.ui.begin import import_plainly
from guidance_app.ui.pages.home import FIRST_ROWS, IN_SIGHT
from guidance_app.ui.tidy import Tidy
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.window import Window
from tests.ui.alone import printed
from tests.ui.building import Opened, begun


def test_no_module_that_is_imported_has_its_source_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(module: object) -> str:
        raise AssertionError(f"the source of {module} is read")

    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # put back after the test
    import_plainly()
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    monkeypatch.setattr(inspect, "getsource", read)
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_importing_plainly_twice_is_as_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    import_plainly()
    once = builtins.__import__
    import_plainly()
    assert builtins.__import__ is once


def test_what_was_opened_is_looked_at_once_and_then_left(qtbot: QtBot, opened: Opened) -> None:
    (tidy,) = opened.window.findChildren(Tidy)
    tidy.rest.setInterval(0)
    gc.unfreeze()
    begun(opened)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    opened.window.way.home()
    begun(opened)
    assert not tidy.rest.isActive()  # it is the same guidance
    gc.unfreeze()


def test_records_under_the_edge_are_listed_once_the_window_was_painted(
    qtbot: QtBot, opened: Opened
) -> None:
    for number in range(FIRST_ROWS):
        begun(opened, f"INVENTED-{number}").window.way.home()
    window = Window(opened.session, settled=False)
    qtbot.addWidget(window)
    window.way.home()
    assert continues(window) == IN_SIGHT
    window.show()
    qtbot.waitUntil(lambda: continues(window) == FIRST_ROWS)


def test_it_is_dressed_in_fusion_whatever_the_desktop_asks_for() -> None:
    program = "from guidance_app.ui.app import application\nprint(application().style().name())"
    assert printed(program, QT_STYLE_OVERRIDE="windows") == "fusion\n"


def continues(window: Window) -> int:
    """Return how many records the window lists to be continued."""
    names = [button.accessibleName() for button in window.page.findChildren(Button)]
    return sum(name.startswith("Continue INVENTED") for name in names)
