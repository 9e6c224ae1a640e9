"""Builds the pages of a walk and of its end, and connects what they say to what does it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from guidance_app.core.kinds import State, Which

from .ahead import Expected
from .pages.change import ChangePage
from .pages.check_answers import CheckPage
from .pages.fields import FieldsPage
from .pages.note import NotePage
from .pages.outcome import OutcomePage
from .pages.question import QuestionPage
from .place import Spot
from .shown import Shown
from .widgets.change_panel import ChangePanel
from .widgets.path_panel import PathPanel
from .widgets.why_panel import WhyPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.condition import Given
    from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
    from guidance_app.core.pack import Pack, Question
    from guidance_app.core.path import Carried
    from guidance_app.core.standing import Standing
    from guidance_app.core.walk import Answer

    from .ahead import Ahead
    from .leaving import Leaving
    from .pages.fields import FieldText
    from .pages.page import Page
    from .place import Place
    from .session import Session
    from .way import Way


@dataclass(frozen=True, slots=True)
class _Asking:
    """All that the page of a question shows."""

    pack: Pack
    question: Question
    number: int
    given: Answer | None
    changing: bool
    today: str


@dataclass(frozen=True, slots=True)
class _Ending:
    """All that the page of an outcome shows, and no word that was typed."""

    pack: Pack
    outcome: OutcomeId | None
    given: Given
    aside: tuple[tuple[QuestionId, tuple[OptionId, ...]], ...]
    duties: tuple[Carried, ...]
    ready: bool
    today: str


class WalkPages(QObject):
    """Makes the pages that need an open record.

    The page of the next question, and that of an outcome, may be made ahead: `prepare` keeps it in
    `ahead` by all that it shows, and it is the one that is shown if that is what is to be shown.
    """

    def __init__(
        self, session: Session, way: Way, leaving: Leaving, ahead: Ahead, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ahead = ahead
        self._way = way
        self._leaving = leaving
        self._panel: PathPanel | None = None
        self._of: Pack | None = None

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        """What makes the page of each spot."""
        return {
            Spot.QUESTION: self._question,
            Spot.CHANGE: self._change,
            Spot.OUTCOME: self._outcome,
            Spot.CHECK: self._check,
            Spot.FIELDS: self._fields,
            Spot.NOTE: self._note,
        }

    def prepare(self, expected: Expected) -> Shown | None:
        """Make the page that is expected, keep it ahead and return it; None where none is made."""
        place, standing = expected.place, expected.standing
        if place.spot is Spot.QUESTION:
            asking = self._asking(place, standing)
            page: Page = self._asks(asking)
            self._ahead.put(asking, page)
            return self._beside(page, asking, place)
        if place.spot is Spot.OUTCOME:
            ending = self._ending(standing)
            page = self._ends(ending, standing)
            self._ahead.put(ending, page)
            return Shown(page, self._path(place))
        return None

    def _question(self, place: Place) -> Shown:
        asking = self._asking(place, self._session.standing)
        page = self._ahead.take(asking) or self._asks(asking)
        return self._beside(page, asking, place)

    def _beside(self, page: Page, asking: _Asking, place: Place) -> Shown:
        """Return the page of a question with what stands beside it."""
        detail = self.tr("Question {number}").format(number=asking.number)
        why = partial(WhyPanel, asking.pack, asking.question)
        return Shown(page, self._path(place), why, detail)

    def _asking(self, place: Place, standing: Standing) -> _Asking:
        pack, asked = self._session.pack, standing.asked
        wanted = place.question if place.question in pack.questions else standing.question
        question = pack.questions[wanted or asked[-1]]
        changing = question.id in asked
        number = (asked.index(question.id) if changing else len(asked)) + 1
        given = self._session.given(question.id)
        return _Asking(pack, question, number, given, changing, self._session.now()[:10])

    def _asks(self, asking: _Asking) -> QuestionPage:
        page = QuestionPage(
            asking.pack,
            asking.question,
            asking.number,
            asking.given,
            asking.changing,
            asking.today,
        )
        page.answered.connect(self._way.answered)
        page.drafted.connect(self._way.drafted)
        page.cancelled.connect(self._way.kept_as_it_was)
        page.leaning.connect(self._expect)
        return page

    def _expect(self, answer: Answer) -> None:
        """Expect the page that `answer` would lead to, where it is the next and changes nothing."""
        if answer.question not in self._session.standing.asked:
            after = self._session.preview(answer).after
            self._ahead.expect(Expected(self._way.following(answer.question, after), after))

    def _change(self, place: Place) -> Shown:
        if place.change is None:
            return self._question(place)
        page = ChangePage(self._session.pack, place.change)
        page.confirmed.connect(self._way.confirmed)
        page.kept.connect(self._way.kept_as_it_was)
        left, detail = self._path(place), self.tr("Change an answer")
        return Shown(page, left, ChangePanel, detail)

    def _outcome(self, place: Place) -> Shown:
        standing = self._session.standing
        ending = self._ending(standing)
        page = self._ahead.take(ending) or self._ends(ending, standing)
        return Shown(page, self._path(place), detail=self.tr("Outcome"))

    def _ending(self, standing: Standing) -> _Ending:
        session = self._session
        return _Ending(
            session.pack,
            standing.outcome,
            standing.given,
            tuple((answer.question, answer.options) for answer in standing.aside),
            standing.duties,
            session.record.state is State.READY,
            session.now()[:10],
        )

    def _ends(self, ending: _Ending, standing: Standing) -> OutcomePage:
        way, leaving = self._way, self._leaving
        turns = self._session.turned_on(standing)
        page = OutcomePage(ending.pack, standing, turns, ready=ending.ready, today=ending.today)
        page.seen.connect(self._session.reached)
        page.check_wanted.connect(way.check)
        page.write_wanted.connect(way.fields)
        page.note_wanted.connect(way.note)
        page.ready_wanted.connect(way.ready)
        page.change_wanted.connect(way.change)
        page.copy_wanted.connect(leaving.copy)
        page.save_wanted.connect(leaving.save)
        page.print_wanted.connect(leaving.print)
        return page

    def _check(self, place: Place) -> Shown:
        session = self._session
        page = CheckPage(session.pack, session.standing, session.record)
        page.change_wanted.connect(self._way.change)
        page.went_on.connect(self._way.checked)
        return Shown(page, self._path(place), detail=self.tr("Your answers"))

    def _fields(self, place: Place) -> Shown:
        session = self._session
        page = FieldsPage(session.pack, session.fields(), session.record)
        page.written.connect(self._written)
        page.done.connect(self._way.note)
        return Shown(page, self._path(place), detail=self.tr("What to record"))

    def _note(self, place: Place) -> Shown:
        made = {which: self._session.exports.note(which) for which in Which}
        notes = {which: note for which, note in made.items() if note is not None}
        if place.which not in notes:
            return self._outcome(place)
        page = NotePage(notes, place.which, self._session.open_sitting.house)
        page.which_wanted.connect(self._way.note_of)
        page.save_wanted.connect(self._leaving.save_as)
        page.copy_wanted.connect(self._leaving.copy)
        page.print_wanted.connect(self._leaving.print)
        return Shown(page, self._path(place), detail=self.tr("The note"))

    def _path(self, place: Place) -> Callable[[], QWidget]:
        """Return what makes the panel of the path, as the walk stands now."""
        return partial(self._panel_of, self._session.pack, self._session.standing, place.question)

    def _panel_of(self, pack: Pack, standing: Standing, current: QuestionId | None) -> QWidget:
        """Return the panel of the path: the one that is shown, if it is of this guidance."""
        panel = self._panel
        shown = panel is not None and isValid(panel) and panel.parent() is not None
        if panel is not None and shown and pack is self._of:
            panel.show_path(standing, current)
            return panel
        self._panel, self._of = PathPanel(pack, standing, current), pack
        self._panel.change_wanted.connect(self._way.change)
        return self._panel

    def _written(self, written: FieldText) -> None:
        self._session.write(written.field, written.text)
