"""Builds the pages of a walk and of its end, and connects what they say to what does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from guidance_app.core.kinds import Which

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

    from guidance_app.core.ids import QuestionId
    from guidance_app.core.pack import Pack
    from guidance_app.core.walk import Standing

    from .leaving import Leaving
    from .pages.fields import FieldText
    from .place import Place
    from .session import Session
    from .way import Way


class WalkPages(QObject):
    """Makes the pages that need an open record."""

    def __init__(self, session: Session, way: Way, leaving: Leaving, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
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

    def _question(self, place: Place) -> Shown:
        pack, standing = self._session.pack, self._session.standing
        wanted = place.question if place.question in pack.questions else standing.question
        question = pack.questions[wanted or standing.asked[-1]]
        asked = standing.asked
        changing = question.id in asked
        number = (asked.index(question.id) if changing else len(asked)) + 1
        given = self._session.given(question.id)
        page = QuestionPage(pack, question, number, given, changing, self._session.now()[:10])
        page.answered.connect(self._way.answered)
        page.drafted.connect(self._way.drafted)
        page.cancelled.connect(self._way.kept_as_it_was)
        detail = self.tr("Question {number}").format(number=number)
        return Shown(page, self._path(place), partial(WhyPanel, pack, question), detail)

    def _change(self, place: Place) -> Shown:
        if place.change is None:
            return self._question(place)
        page = ChangePage(self._session.pack, place.change)
        page.confirmed.connect(self._way.confirmed)
        page.kept.connect(self._way.kept_as_it_was)
        left, detail = self._path(place), self.tr("Change an answer")
        return Shown(page, left, ChangePanel, detail)

    def _outcome(self, place: Place) -> Shown:
        self._session.reached()
        session, way, leaving = self._session, self._way, self._leaving
        today, turns = session.now()[:10], session.turned_on()
        page = OutcomePage(session.pack, session.standing, session.record, turns, today)
        page.check_wanted.connect(way.check)
        page.write_wanted.connect(way.fields)
        page.note_wanted.connect(way.note)
        page.ready_wanted.connect(way.ready)
        page.change_wanted.connect(way.change)
        page.copy_wanted.connect(leaving.copy)
        page.save_wanted.connect(leaving.save)
        page.print_wanted.connect(leaving.print)
        return Shown(page, self._path(place), detail=self.tr("Outcome"))

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
