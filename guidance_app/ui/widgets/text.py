"""The one label for words: always plain text, always wrapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from guidance_app.core.text import visible
from guidance_app.ui.theme import set_role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(\S{20})(?=\S)")


class Text(QLabel):
    """Words as they were written: markup is shown as typed, and nothing in them can open a file.

    `role` is one of the style sheet's: "title", "heading", "label", "lead", "quiet", "small" …
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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(self, role)
        self.say(words)

    def say(self, words: str) -> None:
        """Show `words`; direction overrides are written out, and long words may break."""
        seen = visible(words)
        broken = _LONG_WORD.sub(_broken, seen)
        self.setText(broken)
        self.setAccessibleName("" if broken == seen else seen)


def _broken(found: re.Match[str]) -> str:
    """Return a long word with places where a line may end."""
    return _PIECE.sub("\\1\u200b", found.group())
