"""A short list of sentences, each with a point before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Bullets(QWidget):
    """Sentences one under the other, hanging beside their points."""

    def __init__(self, sentences: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        layout = QGridLayout(self)
        layout.setContentsMargins(line // 4, 0, 0, 0)
        layout.setHorizontalSpacing(line // 2)
        layout.setVerticalSpacing(line // 3)
        layout.setColumnStretch(1, 1)
        for row, sentence in enumerate(sentences):
            layout.addWidget(Text("•"), row, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(Text(sentence, selectable=True), row, 1)
