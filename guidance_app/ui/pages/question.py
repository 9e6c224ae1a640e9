"""One question: its sentence as the heading, what can be answered, and Continue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from guidance_app.core.faults import faults
from guidance_app.core.markup import plain
from guidance_app.core.notices import of_question
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.prose import Prose
from guidance_app.ui.widgets.text import Text

from .page import Page
from .question_form import QuestionForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Pack, Question
    from guidance_app.core.refusal import Refusal
    from guidance_app.core.walk import Answer

REST = 1000
"""Milliseconds without typing after which what is half typed is told."""


class QuestionPage(Page):
    """Asks `question`, the `number`th on the path; nothing is chosen that was not given before.

    What is wrong is said on Continue, never while typing, and what was typed stays. `changing`
    says that an answer stands, which can be kept as it is.

    Signals:
        answered: Continue was pressed and nothing is missing; carries the Answer.
        drafted: something is half typed; carries it as an Answer.
        cancelled: the answer that stands is to be kept.
        leaning: what is chosen would lead on; carries it as an Answer.
    """

    answered = Signal(object)
    drafted = Signal(object)
    cancelled = Signal()
    leaning = Signal(object)

    def __init__(
        self,
        pack: Pack,
        question: Question,
        number: int,
        given: Answer | None = None,
        changing: bool = False,
        today: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(plain(question.ask), parent=parent)
        self._notices = of_question(pack, question.id, today)
        self._question = question
        self._today = today
        self._given = given.options if changing and given is not None else None
        self._faults = ErrorSummary()
        self.form = QuestionForm(question, given)
        self.go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self._told: Answer | None = self.form.typed_so_far
        self._leant = self.form.chosen
        self._name_heading(number)
        self._lay_out(changing)
        self.form.typed.connect(self._typed)
        self.form.entered.connect(self._submit)
        self.go_on.clicked.connect(self._submit)
        self.rest.timeout.connect(self._tell_draft)

    @property
    def messages(self) -> tuple[str, ...]:
        """What has to be put right, as it is shown."""
        return self._faults.messages if self.faulty else ()

    def complete(self) -> None:
        """Say where this leads, if that is known already."""
        if self._leant or not self._question.options:
            self.leaning.emit(self.form.answer)

    def leave(self) -> None:
        """Tell what is half typed, before the page goes."""
        self.rest.stop()
        self._tell_draft()

    def refuse(self, refusal: Refusal) -> bool:
        """Tell what is typed again when the page goes: it was not kept."""
        self._told = None
        return False

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter for itself: on this page it is Continue."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_continue(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Continue on Ctrl+Enter anywhere, and on Enter where that types no line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _name_heading(self, number: int) -> None:
        says = self.tr("Question {number}. {ask}")
        self.heading.setAccessibleName(says.format(number=number, ask=self.title))

    def _lay_out(self, changing: bool) -> None:
        self.column.body.insertWidget(0, self._faults)
        if self._question.hint:
            self.add(Text(plain(self._question.hint), "lead"))
        self.add(self.form)
        buttons = [self.go_on]
        if changing:
            keep = Button(self.tr("Keep it as it is"))
            keep.clicked.connect(self.cancelled)
            buttons.append(keep)
        self.column.body.addSpacing(self.fontMetrics().height() // 3)
        self.add(Buttons(*buttons))
        for notice in self._notices:
            self.add(Text(notice, "quiet"))
        if self._question.more:
            self.column.body.addSpacing(self.fontMetrics().height())
            self.add(Heading(self.tr("More about this"), 2))
            self.add(Prose(self._question.more))

    def _typed(self) -> None:
        self.rest.start()
        if self.form.chosen != self._leant:
            self._leant = self.form.chosen
            self.leaning.emit(self.form.answer)
        if self._given is not None:
            same = self.form.chosen == self._given
            self.go_on.say(self.tr("Continue") if same else self.tr("See what changes"))
            self.go_on.updateGeometry()

    def _tell_draft(self) -> None:
        typed = self.form.typed_so_far
        if typed != self._told:
            self._told = typed
            self.drafted.emit(typed)

    def _submit(self) -> None:
        answer = self.form.answer
        found = faults(self._question, answer, self._today)
        self._faults.say([(fault.says, self.form.control(fault.about)) for fault in found])
        self.set_faulty(bool(found))
        if not found:
            self.rest.stop()
            self.answered.emit(answer)


def _is_continue(event: QKeyEvent) -> bool:
    """Say whether `event` is Ctrl+Enter."""
    return (
        event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        == Qt.KeyboardModifier.ControlModifier
    )
