"""Where the computer slept or was locked, the records are locked and nothing of them is seen."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guidance_app.desk.desk import Keeping
from guidance_app.ui.away import EVERY, GAP, Away
from guidance_app.ui.place import Spot
from tests.ui.building import CANARY, Opened, begun, spot, words

ROOT = Path(__file__).parents[2]

LISTENING = """
import subprocess
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from guidance_app.ui.away import Away

app, away = QApplication([]), Away()
away.left.connect(lambda: (print("left"), app.quit()))
away.watch()
name = "org.freedesktop.ScreenSaver"
told = ["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver"]
QTimer.singleShot(0, lambda: subprocess.run([*told, f"{name}.ActiveChanged", "boolean:true"]))
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


def looked(*steps: float) -> int:
    """Return how often somebody was away, when so many seconds passed between looks."""
    clock, seen = Clock(), list[bool]()
    away = Away(clock)
    away.left.connect(lambda: seen.append(True))
    for step in steps:
        clock.at += step
        away.look()
    return len(seen)


def test_a_clock_that_jumps_says_that_the_computer_slept() -> None:
    assert looked(EVERY, EVERY, EVERY + GAP + 1, EVERY) == 1


def test_a_busy_computer_and_a_clock_set_back_say_nothing() -> None:
    assert looked(EVERY + GAP, 0.1, -3600, EVERY) == 0


def test_coming_back_locks_nothing() -> None:
    away, seen = Away(Clock()), list[bool]()
    away.left.connect(lambda: seen.append(True))
    away.told(False)
    assert seen == []
    away.told(True)
    assert seen == [True]


def test_the_window_is_blank_and_the_records_closed(opened: Opened) -> None:
    opened.session.lock()
    opened.desk.make_store("seven green canaries sang")
    opened.window.way.enter()
    begun(opened)
    opened.window.away()
    assert opened.session.keeping is Keeping.LOCKED
    assert spot(opened) is Spot.HIDDEN
    assert CANARY not in words(opened.window) + opened.window.windowTitle()


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("dbus-send") is None,
    reason="there is no message bus to be had here",
)
def test_a_desktop_that_says_it_is_locked_is_heard() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENING],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "left", done.stderr
