"""The end of a walk: what the answers ask for today, what may and must not be done, and after."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

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
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Advice, Outcome, Pack
    from guidance_app.core.path import Carried
    from guidance_app.core.standing import Standing
    from guidance_app.core.turns import Turn

SCREENFUL = 2_000
"""How many characters fill a high screen, together with what is between them."""

FEW = 5
"""How many answers that the outcome turned on are shown at once; more are named, and unfold."""


class OutcomePage(Page):
    """The outcome of a walk that is done. A stop is as calm a page as any other.

    What stands under the first screenful is added by `complete`, once that has been painted.

    For the outcome that the pack keeps for danger, what to do and whom to ring come first, and
    nothing stands above them.

    Signals:
        check_wanted, write_wanted, note_wanted, copy_wanted, save_wanted, print_wanted,
        ready_wanted: a button was pressed.
        change_wanted: an answer is to be changed; carries the QuestionId.
        seen: it has been painted, or is left; sent once.
    """

    check_wanted = Signal()
    write_wanted = Signal()
    note_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    ready_wanted = Signal()
    change_wanted = Signal(str)
    seen = Signal()

    def __init__(
        self,
        pack: Pack,
        standing: Standing,
        turns: Sequence[Turn],
        *,
        ready: bool = False,
        today: str = "",
        parent: QWidget | None = None,
    ) -> None:
        outcome = _reached(pack, standing)
        super().__init__(plain(outcome.title), parent=parent)
        self._pack, self._standing, self._outcome = pack, standing, outcome
        self._ready, self._turns, self._today = ready, turns, today
        self._seen = False
        if outcome.id != pack.help_now:
            level = Badge(outcome.level, level_words(outcome.level))
            self.column.body.insertWidget(0, level, 0, Qt.AlignmentFlag.AlignLeft)
        self._parts = self._help_first() if outcome.id == pack.help_now else self._all()
        room = SCREENFUL
        while room > 0 and (characters := next(self._parts, None)) is not None:
            room -= characters

    def complete(self) -> None:
        """Add the parts for which the first screenful has no room."""
        self._tell_seen()
        for _ in self._parts:
            pass

    def leave(self) -> None:
        """Tell that it was seen, however short that was."""
        self._tell_seen()

    def _tell_seen(self) -> None:
        seen, self._seen = self._seen, True
        if not seen:
            self.seen.emit()

    # Each part is added as the next of these is asked for; they yield how long it is.

    def _all(self) -> Iterator[int]:
        yield from self._summary()
        yield from self._duties()
        yield from self._side_by_side()
        yield from self._list(self.tr("Talk to"), self._outcome.talk_to)
        yield from self._last()

    def _help_first(self) -> Iterator[int]:
        yield from self._list(self.tr("Do this now"), self._outcome.may)
        yield from self._list(self.tr("Talk to"), self._outcome.talk_to)
        yield from self._list(self.tr("You must not"), self._outcome.must_not)
        yield from self._summary()
        yield from self._duties()
        yield from self._last()

    def _summary(self) -> Iterator[int]:
        if self._outcome.summary:
            self.add(Prose(self._outcome.summary))
            yield len(self._outcome.summary)
        if self._pack.says.every_outcome:
            self.add(Text(plain(self._pack.says.every_outcome), "quiet"))
            yield len(self._pack.says.every_outcome)

    def _duties(self) -> Iterator[int]:
        said = [self._duty(carried) for carried in self._standing.duties]
        if said:
            title = self.tr("What your answers ask for today")
            yield from self._filled(AdviceList(title, said))

    def _side_by_side(self) -> Iterator[int]:
        """Fill what may and what must not be done, in turns, so that both columns grow."""
        may = AdviceList(self.tr("You may"), self._sentences(self._outcome.may))
        must_not = AdviceList(self.tr("You must not"), self._sentences(self._outcome.must_not))
        self._part(AdviceColumns(may, must_not))
        for one, other in zip_longest(may.fill(), must_not.fill(), fillvalue=0):
            yield one + other

    def _duty(self, carried: Carried) -> Sentence:
        reasons = because(self._pack, self._standing, carried)
        says = self.tr("Because of {reasons}").format(reasons=reasons) if reasons else ""
        return Sentence(plain(self._pack.duties[carried.duty].say), says)

    def _last(self) -> Iterator[int]:
        yield from self._list(self.tr("What to record"), self._outcome.record)
        if self._outcome.follow_up:
            follows = [Sentence(plain(self._outcome.follow_up))]
            yield from self._filled(AdviceList(self.tr("What follows"), follows))
        for notice in of_outcome(self._pack, self._standing, self._today):
            self._part(Text(notice, "quiet"))
            yield len(notice)
        self._add_buttons()
        yield SCREENFUL
        if self._turns:
            self._add_turns()

    def _list(self, title: str, lines: Sequence[Advice]) -> Iterator[int]:
        if said := self._sentences(lines):
            yield from self._filled(AdviceList(title, said))

    def _filled(self, listed: AdviceList) -> Iterator[int]:
        self._part(listed)
        yield from listed.fill()

    def _sentences(self, lines: Sequence[Advice]) -> tuple[Sentence, ...]:
        return tuple(Sentence(said) for said in advised(self._pack, lines, self._standing))

    def _part(self, widget: QWidget) -> None:
        """Add a part with room above it."""
        self.column.body.addSpacing(self.fontMetrics().height() // 2)
        self.add(widget)

    def _add_turns(self) -> None:
        self._part(Heading(self.tr("What this turned on"), 2))
        says = self.tr("Had one of these answers been another, it would have ended elsewhere.")
        self.add(Text(says, "quiet"))
        rows = Section()
        if len(self._turns) > FEW:
            named = labels(self._pack, (turn.question for turn in self._turns))
            self.add(Text(f"{named}."))
            says = self.tr("Show where other answers lead")
            self.add(Buttons(Fold(says, rows, partial(self._fill, rows))))
        else:
            self._fill(rows)
        self.add(rows)

    def _fill(self, rows: Section) -> None:
        """Put in a row for each answer that the outcome turned on."""
        for said in turned(self._pack, self._standing, self._turns):
            row = AnswerRow(said)
            row.change_wanted.connect(self.change_wanted)
            rows.add(row)

    def _add_buttons(self) -> None:
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
        if self._ready:
            says = self.tr("This record is ready for supervision. A later answer opens it again.")
            self._part(Text(says, "label"))
        else:
            buttons.append(ready)
        self._part(Buttons(*buttons))


def _reached(pack: Pack, standing: Standing) -> Outcome:
    if standing.outcome is None:
        raise ValueError("the walk has not reached an outcome")
    return pack.outcomes[standing.outcome]
