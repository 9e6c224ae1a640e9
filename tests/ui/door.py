"""A window on records that are locked, and what a person presses and sees in it; all invented."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton

from guidance_app.desk.desk import Desk
from guidance_app.ui.widgets.line import Line
from tests.ui.building import Opened, words

PACK = (Path(__file__).parents[1] / "desk" / "conftest.py").read_text("utf-8").split('"""')[3]


def introduced(desk: Desk) -> Desk:
    """Return `desk` as it is once the first pages have been gone through."""
    desk.settings = desk.policy.hold(replace(desk.settings, met=True))
    return desk


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
