"""What the window does before its first page, and once that has been painted."""

import builtins
import gc
import inspect
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import desk_at
from guidance_app.ui.begin import import_plainly
from guidance_app.ui.pages.home import FIRST_ROWS, IN_SIGHT
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
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


@pytest.fixture
def unread(qtbot: QtBot, tmp_path: Path) -> Window:
    """Return a window whose settings were damaged, with its first page painted."""
    (tmp_path / "settings.json").write_bytes(b"{")
    desk = desk_at(tmp_path)
    desk.settings = replace(desk.settings, met=True)
    window = Window(Session(desk), settled=False)
    qtbot.addWidget(window)
    window.way.home()
    window.show()
    assert not window.notice.words
    window.settle()
    return window


def test_settings_that_could_not_be_read_are_said_until_that_is_closed(unread: Window) -> None:
    says = unread.notice.words
    assert "Your settings could not be read" in says
    assert "settings-unreadable.json" in says.replace("\u200b", "")
    unread.way.aside(Spot.HELP)
    assert unread.notice.words == says
    unread.tell("Something else was done.")
    assert unread.notice.words == "Something else was done."
    unread.notice.go()
    assert unread.notice.words == says
    unread.tell("And something more.")
    unread.way.home()
    assert unread.notice.words == says
    unread.notice.go()
    unread.way.home()
    assert not unread.notice.words


def test_what_is_said_of_the_settings_is_hidden_too(unread: Window) -> None:
    says = unread.notice.words
    unread.way.hide()
    assert not unread.notice.words
    assert unread.notice.isHidden()
    unread.way.show_again()
    assert unread.notice.words == says


def test_to_close_the_window_is_not_to_choose_settings(unread: Window, tmp_path: Path) -> None:
    unread.close()
    assert (tmp_path / "settings.json").read_bytes() == b"{"
    assert not (tmp_path / "settings-unreadable.json").exists()


def continues(window: Window) -> int:
    """Return how many records the window lists to be continued."""
    names = [button.accessibleName() for button in window.page.findChildren(Button)]
    return sum(name.startswith("Continue INVENTED") for name in names)
