"""What the window does before its first page, and once that has been painted."""

import builtins
import gc
import inspect
import sys

import pytest
from pytestqt.qtbot import QtBot

from guidance_app.ui.begin import import_plainly
from guidance_app.ui.tidy import Tidy
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
