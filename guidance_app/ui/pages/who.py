"""The third page of the first run: name, role and team, for the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.desk.settings import Settings


class WhoPage(Page):
    """Asks who works here.

    Signals:
        told: carries the settings with name, role and team.
    """

    told = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Who is writing?"))
        self._settings = settings
        self._name = Line(self.tr("Your name"), settings.name)
        self._role = Line(
            self.tr("Your role"),
            settings.role,
            hint=self.tr("Such as social worker."),
        )
        self._team = Line(self.tr("Your team"), settings.team)
        go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        self.add(Text(self.tr("Page 3 of 3"), "quiet"))
        self.add(Text(self.tr("Your notes say who wrote them. You can leave any of these blank.")))
        for line in (self._name, self._role, self._team):
            self.add(line)
            line.entered.connect(self._submit)
        self.add(Buttons(go_on))
        go_on.clicked.connect(self._submit)

    def first_focus(self) -> QWidget:
        """Return the box for the name."""
        return self._name

    def _submit(self) -> None:
        told = replace(
            self._settings,
            name=self._name.words.strip(),
            role=self._role.words.strip(),
            team=self._team.words.strip(),
            met=True,
        )
        self.told.emit(told)
