"""The end of a walk: what the answers ask for today, what may and must not be done, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from guidance_app.core.kinds import State
from guidance_app.core.markup import plain
from guidance_app.core.notices import of_outcome
from guidance_app.ui.widgets.advice import AdviceList, Sentence
from guidance_app.ui.widgets.advice_columns import AdviceColumns
from guidance_app.ui.widgets.answer_row import AnswerRow
from guidance_app.ui.widgets.badge import Badge
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.fold import Fold, Section
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.prose import Prose
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.words import advised, because, labels, level_words

from .outcome_turns import turned
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Advice, Outcome, Pack
    from guidance_app.core.record import Record
    from guidance_app.core.turns import Turn
    from guidance_app.core.walk import Carried, Standing

FEW = 5
"""How many answers that the outcome turned on are shown at once; more are named, and unfold."""


class OutcomePage(Page):
    """The outcome of a walk that is done. A stop is as calm a page as any other.

    For the outcome that the pack keeps for danger, what to do and whom to ring come first, and
    nothing stands above them.

    Signals:
        check_wanted, write_wanted, note_wanted, copy_wanted, save_wanted, print_wanted,
        ready_wanted: a button was pressed.
        change_wanted: an answer is to be changed; carries the QuestionId.
    """

    check_wanted = Signal()
    write_wanted = Signal()
    note_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    ready_wanted = Signal()
    change_wanted = Signal(str)

    def __init__(
        self,
        pack: Pack,
        standing: Standing,
        record: Record,
        turns: Sequence[Turn],
        today: str = "",
        parent: QWidget | None = None,
    ) -> None:
        outcome = _reached(pack, standing)
        super().__init__(plain(outcome.title), parent=parent)
        self._pack, self._standing, self._outcome = pack, standing, outcome
        if outcome.id == pack.help_now:
            self._add_help_first()
        else:
            self._add_all()
        for notice in of_outcome(pack, standing, today):
            self._part(Text(notice, "quiet"))
        self._add_buttons(record.state)
        self._add_turns(turns)

    def _add_all(self) -> None:
        level = Badge(self._outcome.level, level_words(self._outcome.level))
        self.column.body.insertWidget(0, level, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_summary()
        self._add_duties()
        self._part(AdviceColumns(self._may(), self._must_not()))
        self._list(self.tr("Talk to"), self._outcome.talk_to)
        self._add_rest()

    def _add_help_first(self) -> None:
        self._list(self.tr("Do this now"), self._outcome.may)
        self._list(self.tr("Talk to"), self._outcome.talk_to)
        self._list(self.tr("You must not"), self._outcome.must_not)
        self._add_summary()
        self._add_duties()
        self._add_rest()

    def _add_summary(self) -> None:
        if self._outcome.summary:
            self.add(Prose(self._outcome.summary))
        if self._pack.says.every_outcome:
            self.add(Text(plain(self._pack.says.every_outcome), "quiet"))

    def _add_duties(self) -> None:
        said = [self._duty(carried) for carried in self._standing.duties]
        if said:
            self._part(AdviceList(self.tr("What your answers ask for today"), said))

    def _duty(self, carried: Carried) -> Sentence:
        reasons = because(self._pack, self._standing, carried)
        says = self.tr("Because of {reasons}").format(reasons=reasons) if reasons else ""
        return Sentence(plain(self._pack.duties[carried.duty].say), says)

    def _may(self) -> AdviceList:
        return AdviceList(self.tr("You may"), self._sentences(self._outcome.may))

    def _must_not(self) -> AdviceList:
        return AdviceList(self.tr("You must not"), self._sentences(self._outcome.must_not))

    def _add_rest(self) -> None:
        self._list(self.tr("What to record"), self._outcome.record)
        if self._outcome.follow_up:
            follows = [Sentence(plain(self._outcome.follow_up))]
            self._part(AdviceList(self.tr("What follows"), follows))

    def _list(self, title: str, lines: Sequence[Advice]) -> None:
        if said := self._sentences(lines):
            self._part(AdviceList(title, said))

    def _sentences(self, lines: Sequence[Advice]) -> tuple[Sentence, ...]:
        return tuple(Sentence(said) for said in advised(self._pack, lines, self._standing))

    def _part(self, widget: QWidget) -> None:
        """Add a part with room above it."""
        self.column.body.addSpacing(self.fontMetrics().height() // 2)
        self.add(widget)

    def _add_turns(self, turns: Sequence[Turn]) -> None:
        if not turns:
            return
        self._part(Heading(self.tr("What this turned on"), 2))
        says = self.tr("Had one of these answers been another, it would have ended elsewhere.")
        self.add(Text(says, "quiet"))
        rows = Section()
        for said in turned(self._pack, self._standing, turns):
            row = AnswerRow(said)
            row.change_wanted.connect(self.change_wanted)
            rows.add(row)
        if len(turns) > FEW:
            named = labels(self._pack, (turn.question for turn in turns))
            self.add(Text(f"{named}."))
            self.add(Buttons(Fold(self.tr("Show where other answers lead"), rows)))
        self.add(rows)

    def _add_buttons(self, state: State) -> None:
        check = Button(self.tr("Check your answers"), Kind.PRIMARY)
        write = Button(self.tr("Write what is asked"))
        note = Button(self.tr("The note"))
        copy = Button(self.tr("Copy as plain text"))
        save = Button(self.tr("Save note"))
        on_paper = Button(self.tr("Print"))
        ready = Button(self.tr("Ready for supervision"))
        check.clicked.connect(self.check_wanted)
        write.clicked.connect(self.write_wanted)
        note.clicked.connect(self.note_wanted)
        copy.clicked.connect(self.copy_wanted)
        save.clicked.connect(self.save_wanted)
        on_paper.clicked.connect(self.print_wanted)
        ready.clicked.connect(self.ready_wanted)
        buttons = [check, write, note, copy, save, on_paper]
        if state is State.READY:
            says = self.tr("This record is ready for supervision. A later answer opens it again.")
            self._part(Text(says, "label"))
        else:
            buttons.append(ready)
        self._part(Buttons(*buttons))


def _reached(pack: Pack, standing: Standing) -> Outcome:
    if standing.outcome is None:
        raise ValueError("the walk has not reached an outcome")
    return pack.outcomes[standing.outcome]
