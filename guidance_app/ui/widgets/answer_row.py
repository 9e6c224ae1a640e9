"""One answer in full: its label, the answer, its reason and fields, and Change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guidance_app.ui.theme import set_role

from .button import Button, Kind, beside_button
from .text import Text

if TYPE_CHECKING:
    from guidance_app.core.ids import QuestionId


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in words: `label` names its question, `lines` are its reason and its fields."""

    question: QuestionId
    label: str
    answer: str
    lines: tuple[str, ...] = ()


class AnswerRow(QWidget):
    """A Said with its Change.

    Signals:
        change_wanted: carries the QuestionId.
    """

    change_wanted = Signal(str)

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = said.question
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "row")
        line = self.fontMetrics().height()
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        words.addWidget(Text(said.label, "label"))
        words.addWidget(Text(said.answer))
        for sentence in said.lines:
            words.addWidget(Text(sentence, "quiet"))
        name = self.tr("Change {label}").format(label=said.label)
        change = Button(self.tr("Change"), Kind.LINK, name=name)
        words.setContentsMargins(0, beside_button(self), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, line // 4, 0, round(line * 0.6))
        row.setSpacing(line)
        row.addLayout(words, 1)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        change.clicked.connect(self._want)

    def _want(self) -> None:
        self.change_wanted.emit(self._question)
