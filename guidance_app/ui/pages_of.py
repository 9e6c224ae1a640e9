"""Builds the page of a place, and connects what it says to what does it."""

import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QWidget

from guidance_app import __version__
from guidance_app.core.pack import Pack
from guidance_app.desk.exchange import Which
from guidance_app.store.records import Kept

from .actions import Actions
from .leaving import Leaving
from .pages.about import AboutPage, Versions
from .pages.change import ChangePage
from .pages.check_answers import CheckPage
from .pages.fields import FieldsPage, FieldText
from .pages.help import HelpPage
from .pages.help_now import HelpNowPage
from .pages.hidden import HiddenPage
from .pages.home import HomePage, Waiting
from .pages.note import NotePage
from .pages.outcome import OutcomePage
from .pages.page import Page
from .pages.passphrase import PassphrasePage
from .pages.question import QuestionPage
from .pages.recovery import RecoveryPage
from .pages.settings import Passphrases, SettingsPage
from .pages.shortcuts import ShortcutsPage
from .pages.start import StartPage
from .pages.trouble import TroublePage
from .pages.unlock import UnlockPage
from .pages.welcome import WelcomePage
from .pages.who import WhoPage
from .place import Place, Spot
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
    """Makes pages. Each gets the values it shows; what it says goes to the way, or to what leaves.

    Signals:
        folder_wanted: another folder for notes is to be picked.
        passphrase_wanted: the passphrase is to be another; carries the Passphrases.
    """

    folder_wanted = Signal()
    passphrase_wanted = Signal(object)

    def __init__(
        self, session: Session, way: Way, leaving: Leaving, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._leaving = leaving
        self._actions = actions
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
            Spot.HELP_NOW: self._help_now,
            Spot.SETTINGS: self._settings,
            Spot.ABOUT: self._about,
            Spot.HELP: self._help,
            Spot.SHORTCUTS: self._shortcuts,
            Spot.TROUBLE: self._trouble,
        }

    def build(self, place: Place) -> Shown:
        """Return the page of `place`, connected."""
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
        page = UnlockPage()
        page.passphrase_given.connect(self._session.unlock)
        page.code_given.connect(self._session.unlock_with_code)
        page.danger_wanted.connect(self._way.danger)
        page.practice_wanted.connect(self._session.practise)
        return Shown(page)

    def _hidden(self, _place: Place) -> Shown:
        page = HiddenPage()
        page.show_wanted.connect(self._way.show_again)
        return Shown(page)

    # Home and start

    def _home(self, _place: Place) -> Shown:
        waiting = [self._waiting(kept) for kept in self._session.kept()]
        page = HomePage(waiting, practising=self._session.practising)
        page.start_wanted.connect(self._way.start)
        page.practice_wanted.connect(self._session.practise)
        page.danger_wanted.connect(self._way.danger)
        page.record_wanted.connect(self._way.resume)
        return Shown(page)

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
        page.cancelled.connect(self._way.cancelled)
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
        page = NotePage(notes, place.which)
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

    # Pages aside

    def _help_now(self, _place: Place) -> Shown:
        page = HelpNowPage(self.pack())
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _settings(self, _place: Place) -> Shown:
        session = self._session
        kept = session.keeping.value == "open"
        page = SettingsPage(session.settings, session.records_folder, kept=kept)
        page.chosen.connect(session.choose)
        page.back_wanted.connect(self._way.back)
        page.folder_wanted.connect(self.folder_wanted)
        page.passphrase_wanted.connect(self._change_passphrase)
        session.chosen.connect(page.hold)
        return Shown(page)

    def _change_passphrase(self, wanted: Passphrases) -> None:
        self.passphrase_wanted.emit(wanted)

    def _about(self, _place: Place) -> Shown:
        versions = Versions(__version__, platform.python_version(), qVersion())
        page = AboutPage(self.pack(), versions)
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _help(self, _place: Place) -> Shown:
        page = HelpPage()
        page.back_wanted.connect(self._way.back)
        page.keys_wanted.connect(self._way.keys)
        page.danger_wanted.connect(self._way.danger)
        return Shown(page)

    def _shortcuts(self, _place: Place) -> Shown:
        page = ShortcutsPage(self._actions.by_menu())
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _trouble(self, place: Place) -> Shown:
        page = TroublePage(place.words)
        page.home_wanted.connect(self._way.home)
        page.copy_wanted.connect(self._leaving.copy_report)
        return Shown(page)
