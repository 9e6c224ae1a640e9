"""Every key that does something, from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShortcutsPage(Page):
    """The shortcuts by menu: title of the menu, then pairs of what it does and its keys.

    Signals:
        back_wanted: read.
    """

    back_wanted = Signal()

    def __init__(
        self,
        menus: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Keys"))
        for title, lines in menus:
            if lines:
                self.add(Heading(title, 2))
                self.add(self._table(lines))
        self.add(Heading(self.tr("Anywhere"), 2))
        self.add(
            self._table(
                (
                    (self.tr("Hide now"), self.tr("Esc three times")),
                    (self.tr("To the next control, or the one before"), self.tr("Tab, Shift+Tab")),
                    (self.tr("Another answer in a list"), self.tr("Up, Down")),
                    (self.tr("Choose, or press a button"), self.tr("Space")),
                )
            )
        )
        back = Button(self.tr("Back to where I was"))
        back.clicked.connect(self.back_wanted)
        self.add(Buttons(back))

    def _table(self, lines: Sequence[tuple[str, str]]) -> QWidget:
        table = QWidget()
        layout = QGridLayout(table)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        for row, (does, keys) in enumerate(lines):
            layout.addWidget(Text(does), row, 0)
            layout.addWidget(Text(keys, "label"), row, 1)
        return table
