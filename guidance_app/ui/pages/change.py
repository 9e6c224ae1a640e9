"""What changing an answer would do, before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from guidance_app.core.kinds import Level
from guidance_app.core.markup import plain
from guidance_app.ui.widgets.badge import Badge
from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.card import Card
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.words import in_words, labels

from .page import Page

if TYPE_CHECKING:
    from guidance_app.core.change import Change
    from guidance_app.core.ids import DutyId, OutcomeId, QuestionId
    from guidance_app.core.pack import Pack
    from guidance_app.core.walk import Answer


class ChangePage(Page):
    """Shows a Change: from what to what, what is set aside, asked anew and added; then asks.

    Signals:
        confirmed: change it; carries the Answer.
        kept: change nothing.
    """

    confirmed = Signal(object)
    kept = Signal()

    def __init__(self, pack: Pack, change: Change, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._pack = pack
        self._change = change
        self._question = pack.questions[change.answer.question]
        says = self.tr("If you change “{label}”")
        self._rename(says.format(label=plain(self._question.label)))
        waiting = Badge(Level.PAUSE, self.tr("Nothing has changed yet"))
        self.column.body.insertWidget(0, waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_from_to()
        self._add_card()
        change_it = Button(self.tr("Change it"), Kind.PRIMARY)
        keep = Button(self.tr("Keep it as it is"))
        self.column.body.addSpacing(self.fontMetrics().height() // 2)
        self.add(Buttons(change_it, keep))
        change_it.clicked.connect(self._confirm)
        keep.clicked.connect(self.kept)

    def _add_from_to(self) -> None:
        line = self.fontMetrics().height()
        pairs = QWidget()
        grid = QGridLayout(pairs)
        grid.setContentsMargins(0, 0, 0, line // 2)
        grid.setHorizontalSpacing(line // 2)
        grid.setVerticalSpacing(line // 4)
        grid.setColumnStretch(1, 1)
        for row, (word, says) in enumerate(
            ((self.tr("from"), self._was()), (self.tr("to"), self._becomes(self._change.answer)))
        ):
            grid.addWidget(Text(word), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(says, "label"), row, 1)
        self.add(pairs)

    def _was(self) -> str:
        steps = self._change.before.path
        was = next((s.answer for s in steps if s.question == self._question.id), None)
        return self._becomes(was) if was else self.tr("Not answered")

    def _becomes(self, answer: Answer) -> str:
        return in_words(self._question, answer) or self.tr("Not answered")

    def _add_card(self) -> None:
        change, card = self._change, Card()
        self._add_outcome(card)
        if change.set_aside:
            title = self.tr("Set aside, and kept: {count}")
            says = (
                self.tr("{labels}. It no longer counts, and comes back if you change back.")
                if len(change.set_aside) == 1
                else self.tr("{labels}. They no longer count, and come back if you change back.")
            )
            card.add(
                title.format(count=self._count(change.set_aside)),
                self._named(says, change.set_aside),
            )
        if change.brought_back:
            title = self.tr("Back again: {count}")
            says = (
                self.tr("{labels}. You answered this before; it counts again.")
                if len(change.brought_back) == 1
                else self.tr("{labels}. You answered these before; they count again.")
            )
            card.add(
                title.format(count=self._count(change.brought_back)),
                self._named(says, change.brought_back),
            )
        card.add(self.tr("Asked anew"), Text(self._asked_anew()))
        if change.gained:
            card.add(self.tr("Added"), self._duties(change.gained))
        if change.lost:
            card.add(self.tr("No longer added"), self._duties(change.lost))
        self.add(card)

    def _add_outcome(self, card: Card) -> None:
        was, becomes = self._change.before.outcome, self._change.after.outcome
        if was is not None and was == becomes:
            card.add(self.tr("The outcome stays"), Buttons(self._badge(was)))
        elif was is not None and becomes is not None:
            badges = Buttons(self._badge(was), Text("→"), self._badge(becomes))
            card.add(self.tr("The outcome moves"), badges)
        elif was is not None:
            open_again = Text(
                self.tr("It is open again, until you have answered what is asked anew.")
            )
            card.add(self.tr("The outcome so far"), Buttons(self._badge(was)), open_again)
        elif becomes is not None:
            card.add(self.tr("The outcome would be"), Buttons(self._badge(becomes)))

    def _badge(self, outcome_id: OutcomeId) -> Badge:
        outcome = self._pack.outcomes[outcome_id]
        return Badge(outcome.level, plain(outcome.title))

    def _count(self, questions: tuple[QuestionId, ...]) -> str:
        if len(questions) == 1:
            return self.tr("1 answer")
        return self.tr("{number} answers").format(number=len(questions))

    def _named(self, says: str, questions: tuple[QuestionId, ...]) -> Text:
        return Text(says.format(labels=labels(self._pack, questions)))

    def _asked_anew(self) -> str:
        asked = self._change.asked_next
        if asked is None or asked == self._change.before.question:
            return self.tr("Nothing")
        says = self.tr("{label}, and then what follows from it")
        return says.format(label=plain(self._pack.questions[asked].label))

    def _duties(self, duties: tuple[DutyId, ...]) -> QWidget:
        said = [plain(self._pack.duties[duty].say) for duty in duties]
        return Text(said[0]) if len(said) == 1 else Bullets(said)

    def _confirm(self) -> None:
        self.confirmed.emit(self._change.answer)
