"""The one label for words: always plain text, always wrapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QSizePolicy

from guidance_app.core.text import visible
from guidance_app.ui.measures import age, measured
from guidance_app.ui.theme import set_role

from .numbers import PLAIN_TEXT

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QWidget

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(\S{20})(?=\S)")


class Text(QLabel):
    """Words as they were written: markup is shown as typed, and nothing in them can open a file.

    `role` is one of the style sheet's: "title", "heading", "label", "lead", "quiet", "small" …
    Words that are `selectable` become so when the mouse comes to them: what selects them takes
    longer to draw than the words, and most are only read.
    """

    def __init__(
        self,
        words: str = "",
        role: str = "",
        *,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._selectable = selectable
        self._measured = -1
        self._key: tuple[Hashable, ...] = ()
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if role:
            set_role(self, role)
        self.say(words)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the words be selected, where they may be."""
        if self._selectable:
            self.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room that the words need on a few lines."""
        return measured(("hint", self._about()), super().sizeHint)

    def minimumSizeHint(self) -> QSize:
        """Return the least room that the words need."""
        return measured(("least", self._about()), super().minimumSizeHint)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in `width` pixels."""
        return measured((width, self._about()), lambda: super(Text, self).heightForWidth(width))

    def _about(self) -> tuple[Hashable, ...]:
        """Return all that the room depends on."""
        if self._measured != age():
            self.ensurePolished()
            margins = self.contentsMargins()
            around = (margins.left(), margins.top(), margins.right(), margins.bottom())
            self._measured = age()
            wraps = self.wordWrap()
            self._key = (self._words, self._role, wraps, self.font().key(), *around)
        return self._key

    def say(self, words: str) -> None:
        """Show `words`; direction overrides are written out, and long words may break."""
        seen = visible(words)
        broken = _LONG_WORD.sub(_broken, seen)
        self._words = broken
        self._measured = -1
        self.setText(broken)
        self.setAccessibleName("" if broken == seen else seen)


def _broken(found: re.Match[str]) -> str:
    """Return a long word with places where a line may end."""
    return _PIECE.sub("\\1\u200b", found.group())
