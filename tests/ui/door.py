"""A window on records that are locked, and what a person presses and sees in it; all invented."""

import time
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Desk
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.window import Window
from tests.ui.building import Opened, words

PACK = (Path(__file__).parents[1] / "desk" / "conftest.py").read_text("utf-8").split('"""')[3]


def window_on(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    desk.settings = desk.policy.hold(replace(desk.settings, met=True))
    session = Session(desk)
    window = Window(session, time.monotonic)
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    yield Opened(desk, session, window)
    window.close()


def press(opened: Opened, says: str) -> None:
    """Press the one button that can be seen and reads or is called so."""
    found = [
        button
        for button in opened.window.findChildren(QAbstractButton)
        if button.isVisible() and says in (button.text(), button.accessibleName())
    ]
    assert len(found) == 1, (says, len(found))
    found[0].click()


def seen(opened: Opened) -> str:
    """Return every word that can be seen, those on buttons and of what is to be put right too."""
    buttons = (b for b in opened.window.findChildren(QAbstractButton) if b.isVisible())
    return " ".join((words(opened.window), *(button.text() for button in buttons)))


def lines(opened: Opened) -> list[Line]:
    return [line for line in opened.window.page.findChildren(Line) if line.isVisible()]
