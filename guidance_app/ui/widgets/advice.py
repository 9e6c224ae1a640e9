"""A part of an outcome: a heading over sentences, each with what it is because of, if anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from .heading import Heading
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Sentence:
    """One piece of advice; `because` stands quietly under it."""

    say: str
    because: str = ""


class AdviceList(QWidget):
    """A heading and a list under it. One sentence alone stands without a point."""

    def __init__(
        self, title: str, sentences: Sequence[Sentence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(line // 2)
        layout.addWidget(Heading(title, 2))
        grid = QGridLayout()
        grid.setHorizontalSpacing(line // 2)
        grid.setVerticalSpacing(line // 2)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        for row, sentence in enumerate(sentences):
            if len(sentences) > 1:
                grid.addWidget(Text("•"), row, 0, Qt.AlignmentFlag.AlignTop)
            said = QVBoxLayout()
            said.setSpacing(line // 8)
            said.addWidget(Text(sentence.say, selectable=True))
            if sentence.because:
                said.addWidget(Text(sentence.because, "quiet"))
            grid.addLayout(said, row, 1)
