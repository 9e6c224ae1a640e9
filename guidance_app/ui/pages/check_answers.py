"""Check your answers: every answer on the path with its Change, before anything is recorded."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.core.ids import StepId
from guidance_app.core.kinds import Need
from guidance_app.core.markup import plain
from guidance_app.core.text import written
from guidance_app.ui.widgets.answer_row import AnswerRow, Said
from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.words import dated, first_words, in_words

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Pack, Question
    from guidance_app.core.path import Step as Walked
    from guidance_app.core.record import Record
    from guidance_app.core.standing import Standing
    from guidance_app.core.walk import Answer

SHOWN = 600
"""How many characters of a reason are shown here; its own page and the note have all of it."""


class CheckPage(Page):
    """Lists the path by step, and by name what was set aside.

    Signals:
        change_wanted: an answer is to be changed; carries the QuestionId.
        went_on: the answers are right.
    """

    change_wanted = Signal(str)
    went_on = Signal()

    def __init__(
        self, pack: Pack, standing: Standing, record: Record, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Check your answers"))
        self._pack = pack
        if record.changes:
            says = self.tr("What you changed on the way is kept, and your manager will see it.")
            self.add(Text(says, "quiet"))
        for step, walked in groupby(standing.path, key=self._step):
            ones = tuple(walked)
            self._add_step(pack.steps.get(step, ""), ones)
            for one in ones:
                self._add_row(one)
        self._add_aside(standing.aside)
        go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        self.column.body.addSpacing(self.fontMetrics().height() // 2)
        self.add(Buttons(go_on))
        go_on.clicked.connect(self.went_on)

    def _step(self, walked: Walked) -> StepId:
        return self._pack.questions[walked.question].step or StepId("")

    def _add_step(self, title: str, walked: tuple[Walked, ...]) -> None:
        """Add a step's title, unless its one question is called the same."""
        labels = [plain(self._pack.questions[one.question].label) for one in walked]
        if title and labels != [title]:
            self.column.body.addSpacing(self.fontMetrics().height() // 2)
            self.add(Heading(title, 2))

    def _add_row(self, walked: Walked) -> None:
        question = self._pack.questions[walked.question]
        row = AnswerRow(self._said(question, walked.answer))
        row.change_wanted.connect(self.change_wanted)
        self.add(row)

    def _said(self, question: Question, answer: Answer) -> Said:
        """Return the answer in words, with its reason and fields; a blank that matters is said."""
        blank = self.tr("NOT WRITTEN DOWN")
        lines = []
        if question.reason is not Need.NONE:
            reason = first_words(answer.reason, SHOWN) if written(answer.reason) else ""
            if not reason and question.reason is Need.REQUIRED:
                reason = blank
            if reason:
                lines.append(self.tr("Reason: {reason}").format(reason=reason))
        for field in question.fields:
            if text := answer.field(field.id):
                words = first_words(dated(field.kind, text), SHOWN)
                lines.append(f"{_before_words(plain(field.ask))} {words}")
        said = first_words(in_words(question, answer), SHOWN)
        return Said(question.id, plain(question.label), said or blank, tuple(lines))

    def _add_aside(self, aside: tuple[Answer, ...]) -> None:
        named = [
            plain(self._pack.questions[answer.question].label)
            for answer in aside
            if answer.question in self._pack.questions
        ]
        if named:
            self.column.body.addSpacing(self.fontMetrics().height() // 2)
            self.add(Heading(self.tr("Set aside, and kept"), 2))
            says = self.tr("These do not count. They come back if you change back.")
            self.add(Text(says, "quiet"))
            self.add(Bullets(named))


def _before_words(ask: str) -> str:
    """Return what a field asks, as it stands before what was written there."""
    return ask if ask.endswith("?") else f"{ask.rstrip('.')}:"
