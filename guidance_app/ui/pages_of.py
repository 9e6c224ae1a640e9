"""Builds the page of a place, and connects what it says to what does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from guidance_app.core.pack import Pack
from guidance_app.desk.exchange import Which
from guidance_app.store.records import Kept

from .actions import Actions
from .aside_pages import AsidePages
from .leaving import Leaving
from .pages.change import ChangePage
from .pages.check_answers import CheckPage
from .pages.fields import FieldsPage, FieldText
from .pages.hidden import HiddenPage
from .pages.home import FIRST_ROWS, HomePage, Listing, Waiting
from .pages.note import NotePage
from .pages.outcome import OutcomePage
from .pages.page import Page
from .pages.passphrase import PassphrasePage
from .pages.question import QuestionPage
from .pages.recovery import RecoveryPage
from .pages.start import StartPage
from .pages.unlock import UnlockPage
from .pages.welcome import WelcomePage
from .pages.who import WhoPage
from .place import Place, Spot
from .safe_pages import SafePages
from .session import Session
from .way import Way
from .whens import when
from .widgets.change_panel import ChangePanel
from .widgets.path_panel import PathPanel
from .widgets.why_panel import WhyPanel


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with what stands at its sides, and a quiet word about it for the upper bar."""

    page: Page
    left: QWidget | None = None
    right: QWidget | None = None
    detail: str = ""


class Pages(QObject):
    """Makes pages. Each gets the values it shows; what it says goes to the way, or leaves."""

    def __init__(
        self, session: Session, way: Way, leaving: Leaving, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._leaving = leaving
        self._actions = actions
        self._safe = SafePages(session.custody, way, leaving, self)
        self.aside = AsidePages(session, way, leaving, actions, self.pack, self)
        self._makers: Mapping[Spot, Callable[[Place], Shown]] = {
            Spot.WELCOME: self._welcome,
            Spot.PASSPHRASE: self._passphrase,
            Spot.RECOVERY: self._recovery,
            Spot.WHO: self._who,
            Spot.UNLOCK: self._unlock,
            Spot.HIDDEN: self._hidden,
            Spot.HOME: self._home,
            Spot.START: self._start,
            Spot.QUESTION: self._question,
            Spot.CHANGE: self._change,
            Spot.OUTCOME: self._outcome,
            Spot.CHECK: self._check,
            Spot.FIELDS: self._fields,
            Spot.NOTE: self._note,
        }

    def build(self, place: Place) -> Shown:
        """Return the page of `place`, connected."""
        alone = {**self._safe.makers, **self.aside.makers}
        if place.spot in alone:
            return Shown(alone[place.spot](place))
        return self._makers[place.spot](place)

    def pack(self) -> Pack | None:
        """Return the pack of the open record, or else the first on the shelf that can be used."""
        if self._session.sitting is not None:
            return self._session.pack
        found = (self._session.find_pack(listed.id) for listed in self._session.packs())
        return next((pack for pack in found if pack is not None), None)

    # Before anything is open

    def _welcome(self, _place: Place) -> Shown:
        pack = self.pack()
        unreviewed = pack.says.unreviewed if pack and pack.status == "draft" else ""
        page = WelcomePage(unreviewed)
        page.went_on.connect(self._way.passphrase)
        page.danger_wanted.connect(self._way.danger)
        return Shown(page)

    def _passphrase(self, _place: Place) -> Shown:
        page = PassphrasePage()
        page.chosen.connect(self._way.passphrase_chosen)
        page.practice_wanted.connect(self._session.practise)
        return Shown(page)

    def _recovery(self, place: Place) -> Shown:
        page = RecoveryPage(place.words)
        page.confirmed.connect(self._way.code_kept)
        page.print_wanted.connect(self._leaving.print_code)
        return Shown(page)

    def _who(self, _place: Place) -> Shown:
        page = WhoPage(self._session.settings)
        page.told.connect(self._way.introduced)
        return Shown(page)

    def _unlock(self, _place: Place) -> Shown:
        page = UnlockPage(remembered=self._session.custody.remembered)
        page.remembered_wanted.connect(self._session.unlock_remembered)
        page.passphrase_given.connect(self._session.unlock)
        page.code_given.connect(self._session.unlock_with_code)
        page.danger_wanted.connect(self._way.danger)
        page.practice_wanted.connect(self._session.practise)
        page.backups_wanted.connect(self._way.backups)
        return Shown(page)

    def _hidden(self, _place: Place) -> Shown:
        page = HiddenPage()
        page.show_wanted.connect(self._way.show_again)
        return Shown(page)

    # Home and start

    def _home(self, _place: Place) -> Shown:
        _, due = self._session.custody.due(0)
        page = HomePage(self.found(""), due=due, practising=self._session.practising)
        page.start_wanted.connect(self._way.start)
        page.practice_wanted.connect(self._session.practise)
        page.danger_wanted.connect(self._way.danger)
        page.record_wanted.connect(self._way.resume)
        page.due_wanted.connect(self._way.due)
        return Shown(page)

    def found(self, words: str) -> Listing:
        """Return the records with these words as Home lists them."""
        found = self._session.custody.find(words, None, FIRST_ROWS)
        return Listing(tuple(map(self._waiting, found.kept)), found.count, words.strip())

    def _waiting(self, kept: Kept) -> Waiting:
        ready = self.tr("Ready for supervision: {where}").format(where=kept.place)
        where = ready if kept.state.value == "ready" else kept.place
        touched = when(kept.touched_at, self._session.now())
        fallback = self.tr("Just begun")
        return Waiting(kept.id, kept.reference, where or fallback, touched, bool(kept.outcome))

    def _start(self, _place: Place) -> Shown:
        found = [self._session.find_pack(listed.id) for listed in self._session.packs()]
        packs = [pack for pack in found if pack is not None]
        page = StartPage(packs, self._session.now()[:10])
        page.begun.connect(self._way.begun)
        return Shown(page)

    # The walk

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
        left = self._path(place)
        return Shown(page, left, WhyPanel(pack, question), detail)

    def _change(self, place: Place) -> Shown:
        if place.change is None:
            return self._question(place)
        page = ChangePage(self._session.pack, place.change)
        page.confirmed.connect(self._way.confirmed)
        page.kept.connect(self._way.kept_as_it_was)
        return Shown(page, self._path(place), ChangePanel(), self.tr("Change an answer"))

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
        made = {which: self._session.note(which) for which in Which}
        notes = {which: note for which, note in made.items() if note is not None}
        if place.which not in notes:
            return self._outcome(place)
        page = NotePage(notes, place.which, self._session.open_sitting.house)
        page.which_wanted.connect(self._way.note_of)
        page.save_wanted.connect(self._leaving.save_as)
        page.copy_wanted.connect(self._leaving.copy)
        page.print_wanted.connect(self._leaving.print)
        return Shown(page, self._path(place), detail=self.tr("The note"))

    def _path(self, place: Place) -> QWidget:
        panel = PathPanel(self._session.pack, self._session.standing, place.question)
        panel.change_wanted.connect(self._way.change)
        return panel

    def _written(self, written: FieldText) -> None:
        self._session.write(written.field, written.text)
