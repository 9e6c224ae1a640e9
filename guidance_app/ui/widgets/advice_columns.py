"""Two parts side by side, and one under the other where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from .column import line_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

CHARACTERS = 58
"""How many characters wide it has to be for two columns."""


class AdviceColumns(QWidget):
    """Holds two widgets; reading order is left, then right, however they stand."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(self.fontMetrics().height() * 1.4))
        self._layout.addWidget(left, 1)
        self._layout.addWidget(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the room there is."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold where the text has grown."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fold()

    def _fold(self) -> None:
        beside = self.width() >= line_of(self, CHARACTERS)
        down = QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)
