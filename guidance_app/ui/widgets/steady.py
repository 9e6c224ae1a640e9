"""A few words on one line that keep their room, so that other words in it move nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from .text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Steady(Text):
    """Words in the room of the widest that stood there.

    Words in a room of their own size have every layout around them done anew, up to the window's.
    """

    def __init__(self, words: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(words, role, parent=parent)
        self.setWordWrap(False)

    def say(self, words: str) -> None:
        """Show `words`, in more room only where they need it."""
        super().say(words)
        self._widen(self.minimumWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room where the text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widen(0)

    def _widen(self, least: int) -> None:
        metrics = self.fontMetrics()
        self.setFixedSize(max(least, metrics.horizontalAdvance(self.text())), metrics.height())
