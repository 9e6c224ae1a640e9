"""Your answers: what has been answered, in words and by step, each with Change."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guidance_app.core.markup import plain
from guidance_app.ui.theme import set_role
from guidance_app.ui.words import first_words, in_words

from .button import Button, Kind, beside_button
from .heading import Heading
from .text import Text

if TYPE_CHECKING:
    from guidance_app.core.ids import QuestionId
    from guidance_app.core.pack import Pack, Question
    from guidance_app.core.walk import Answer, Standing

SHOWN = 90
"""How many characters of an answer the panel shows; the page has all of it."""


class PathPanel(QWidget):
    """The path so far, the place on it, and under their own heading the answers set aside.

    Signals:
        change_wanted: an answer is to be changed; carries the QuestionId.
    """

    change_wanted = Signal(str)

    def __init__(
        self,
        pack: Pack,
        standing: Standing,
        current: QuestionId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._current = current
        line = self.fontMetrics().height()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, line, 0, line)
        self._layout.setSpacing(0)
        self._add_heading(self.tr("Your answers"))
        self._add_path(standing)
        self._add_end(standing)
        if standing.aside:
            self._add_aside(standing.aside)
        self._layout.addStretch(1)

    def _add_path(self, standing: Standing) -> None:
        """Add what is on the path, under the step where a step holds more than its own name."""
        asked = [(self._pack.questions[step.question], step.answer) for step in standing.path]
        for _, grouped in groupby(asked, key=_step):
            answered = list(grouped)
            title = self._pack.steps.get(answered[0][0].step) if answered[0][0].step else None
            if title and [plain(q.label) for q, _ in answered] != [title]:
                self._add_step(title)
            for question, answer in answered:
                self._add(question, answer)
        if self._current is not None and self._current == standing.question:
            self._add(self._pack.questions[self._current], None)

    def _add(self, question: Question, answer: Answer | None) -> None:
        here = question.id == self._current
        row = _Row(question, in_words(question, answer) if answer else "", here=here)
        self._layout.addWidget(row)
        row.change_wanted.connect(self.change_wanted)

    def _add_end(self, standing: Standing) -> None:
        if standing.outcome is None:
            return
        side = self.fontMetrics().height()
        ends = QVBoxLayout()
        ends.setContentsMargins(side, side, side, 0)
        ends.addWidget(Text(self.tr("Outcome"), "label"))
        ends.addWidget(Text(plain(self._pack.outcomes[standing.outcome].title), "quiet"))
        self._layout.addLayout(ends)

    def _add_aside(self, aside: tuple[Answer, ...]) -> None:
        self._layout.addSpacing(self.fontMetrics().height())
        self._add_heading(self.tr("Set aside"))
        side = self.fontMetrics().height()
        listed = QVBoxLayout()
        listed.setContentsMargins(side, 0, side, 0)
        listed.setSpacing(side // 3)
        says = self.tr("Kept, but not counted. They come back if the path does.")
        listed.addWidget(Text(says, "small"))
        for answer in aside:
            if question := self._pack.questions.get(answer.question):
                listed.addWidget(Text(plain(question.label), "quiet"))
        self._layout.addLayout(listed)

    def _add_heading(self, words: str) -> None:
        heading = Heading(words, 3)
        set_role(heading, "small-heading")
        self._indent(heading, self.fontMetrics().height() // 2)

    def _add_step(self, words: str) -> None:
        heading = Heading(words, 3)
        set_role(heading, "small")
        self._layout.addSpacing(self.fontMetrics().height() // 3)
        self._indent(heading, 0)

    def _indent(self, heading: Heading, below: int) -> None:
        line = self.fontMetrics().height()
        row = QHBoxLayout()
        row.setContentsMargins(line, 0, line, below)
        row.addWidget(heading)
        self._layout.addLayout(row)


class _Row(QWidget):
    """One answer: its label, what it is, and Change; or where one is."""

    change_wanted = Signal(str)

    def __init__(self, question: Question, words: str, *, here: bool) -> None:
        super().__init__()
        self._question = question.id
        label = plain(question.label)
        line = self.fontMetrics().height()
        said = QVBoxLayout()
        said.setSpacing(line // 8)
        said.addWidget(Text(label, "label"))
        if words:
            said.addWidget(Text(first_words(words, SHOWN), "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(line, 0, line // 2, line // 3)
        row.addLayout(said, 1)
        said.setContentsMargins(0, beside_button(self), 0, 0)
        if here:
            said.addWidget(Text(self.tr("You are here"), "quiet"))
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            set_role(self, "here")
        else:
            name = self.tr("Change {label}").format(label=label)
            change = Button(self.tr("Change"), Kind.LINK, name=name)
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            change.clicked.connect(self._want)

    def _want(self) -> None:
        self.change_wanted.emit(self._question)


def _step(asked: tuple[Question, Answer]) -> str:
    return asked[0].step or ""
