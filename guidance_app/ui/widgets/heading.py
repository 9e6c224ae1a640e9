"""A heading of a page, which can hold the focus so that a screen reader begins there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from .text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

_LEVELS = {1: ("title", False), 2: ("heading", True), 3: ("label", False)}
"""The role of each level, and whether it stands apart from what is above it."""


class Heading(Text):
    """The heading of a page (level 1) or of a part of it (level 2 or 3)."""

    def __init__(self, words: str = "", level: int = 1, *, parent: QWidget | None = None) -> None:
        role, apart = _LEVELS[level]
        super().__init__(words, role, parent=parent)
        self.level = level
        if apart:
            self.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus as any widget does; a label would draw its words otherwise from then on.

        It would lay them out as a document, which takes longer and is off by a pixel.
        """
        QFrame.focusInEvent(self, event)
