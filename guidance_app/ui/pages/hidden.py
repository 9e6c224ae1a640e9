"""The blank page: nothing on it but the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HiddenPage(Page):
    """Holds no word of a case.

    Signals:
        show_wanted: what was hidden is to be shown again.
    """

    show_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.hide()
        self._show = Button(self.tr("Show again"))
        self.add(Buttons(self._show))
        self._show.clicked.connect(self.show_wanted)

    def first_focus(self) -> QWidget:
        """Return the button that leads back."""
        return self._show
