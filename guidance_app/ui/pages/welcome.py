"""The first page of the first run: what this is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WelcomePage(Page):
    """Says what the program is for before anything is asked.

    Signals:
        went_on: read.
        danger_wanted: somebody is in danger now.
    """

    went_on = Signal()
    danger_wanted = Signal()

    def __init__(self, unreviewed: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Before you look somebody up"))
        self.add(Text(self.tr("Page 1 of 3"), "quiet"))
        self.add(
            Text(
                self.tr(
                    "This helps you think about whether, and how, to look at a person's social "
                    "media. You answer one question at a time. At the end you have advice, and a "
                    "note for supervision in your own words."
                )
            )
        )
        self.add(Heading(self.tr("What it is not"), 2))
        self.add(
            Bullets(
                (
                    self.tr("It is not permission. It does not authorise anything."),
                    self.tr("It is not legal advice. Your council's lawyer comes first."),
                    self.tr("It never goes online, and never opens or looks at a page for you."),
                )
            )
        )
        if unreviewed:
            self.add(Text(unreviewed, "label"))
        go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        danger = Button(self.tr("Somebody is in danger now"))
        self.add(Buttons(go_on, danger))
        go_on.clicked.connect(self.went_on)
        danger.clicked.connect(self.danger_wanted)
