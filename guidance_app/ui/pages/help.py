"""Help: how a walk goes, in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpPage(Page):
    """What to do, and what happens to what is written.

    Signals:
        back_wanted: read.
        keys_wanted: the list of keys is to be shown.
        danger_wanted: somebody is in danger now.
    """

    back_wanted = Signal()
    keys_wanted = Signal()
    danger_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Help"))
        self._say_how()
        self._say_changes()
        self._say_kept()
        keys = Button(self.tr("Keys"))
        danger = Button(self.tr("Somebody is in danger now"))
        back = Button(self.tr("Back to where I was"))
        self.add(Buttons(back, keys, danger))
        back.clicked.connect(self.back_wanted)
        keys.clicked.connect(self.keys_wanted)
        danger.clicked.connect(self.danger_wanted)

    def _say_how(self) -> None:
        self.add(Heading(self.tr("How it goes"), 2))
        self.add(
            Bullets(
                (
                    self.tr("Answer one question at a time. Choose the first answer that is true."),
                    self.tr("Write your reasons in your own words. They become the note."),
                    self.tr("If you do not know yet, say so. That has a way on too."),
                    self.tr("At the end: advice, your answers to check, and the note to save."),
                )
            )
        )

    def _say_changes(self) -> None:
        self.add(Heading(self.tr("Changing an answer"), 2))
        self.add(
            Text(
                self.tr(
                    "Press Change beside any answer. You first see what it would do. Answers "
                    "that no longer count are set aside, and come back if you change back. "
                    "The note says what was changed, and when."
                )
            )
        )

    def _say_kept(self) -> None:
        self.add(Heading(self.tr("What is kept"), 2))
        self.add(
            Text(
                self.tr(
                    "Every answer is kept, encrypted, before the next question comes. You can "
                    "close the window at any time. Hide now blanks it and locks your records."
                )
            )
        )
