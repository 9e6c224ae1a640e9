"""Builds the pages that are looked at from anywhere, and connects what they say."""

import platform
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, qVersion

from guidance_app import __version__
from guidance_app.core.pack import Pack

from .actions import Actions
from .leaving import Leaving
from .pages.about import AboutPage, Versions
from .pages.help import HelpPage
from .pages.help_now import HelpNowPage
from .pages.page import Page
from .pages.settings import Passphrases, SettingsPage
from .pages.shortcuts import ShortcutsPage
from .pages.trouble import TroublePage
from .place import Place, Spot
from .session import Session
from .way import Way


class AsidePages(QObject):
    """Makes help, settings and what else is no part of a walk.

    Signals:
        folder_wanted: another folder for notes is to be picked.
        passphrase_wanted: the passphrase is to be another; carries the Passphrases.
    """

    folder_wanted = Signal()
    passphrase_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        way: Way,
        leaving: Leaving,
        actions: Actions,
        pack: Callable[[], Pack | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._leaving = leaving
        self._actions = actions
        self._pack = pack

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Page]]:
        """What makes the page of each spot."""
        return {
            Spot.HELP_NOW: self._help_now,
            Spot.SETTINGS: self._settings,
            Spot.ABOUT: self._about,
            Spot.HELP: self._help,
            Spot.SHORTCUTS: self._shortcuts,
            Spot.TROUBLE: self._trouble,
        }

    def _help_now(self, _place: Place) -> Page:
        page = HelpNowPage(self._pack())
        page.back_wanted.connect(self._way.back)
        return page

    def _settings(self, _place: Place) -> Page:
        session = self._session
        kept = session.keeping.value == "open"
        page = SettingsPage(session.settings, session.custody.policy, kept=kept)
        if kept and session.custody.may_remember:
            page.add_key(kept=session.custody.remembered)
            page.remember_wanted.connect(self._remember)
            page.forget_wanted.connect(self._forget)
        page.add_data(session.records_folder, len(session.custody.backups))
        page.chosen.connect(session.choose)
        page.backups_wanted.connect(self._way.backups)
        page.back_wanted.connect(self._way.back)
        page.folder_wanted.connect(self.folder_wanted)
        page.passphrase_wanted.connect(self._change_passphrase)
        session.chosen.connect(page.hold)
        return page

    def _change_passphrase(self, wanted: Passphrases) -> None:
        self.passphrase_wanted.emit(wanted)

    def _remember(self) -> None:
        if self._session.custody.remember():
            self._way.go(self._way.place)

    def _forget(self) -> None:
        if self._session.custody.forget():
            self._way.go(self._way.place)

    def _about(self, _place: Place) -> Page:
        versions = Versions(__version__, platform.python_version(), qVersion())
        page = AboutPage(self._pack(), versions)
        page.back_wanted.connect(self._way.back)
        return page

    def _help(self, _place: Place) -> Page:
        page = HelpPage()
        page.back_wanted.connect(self._way.back)
        page.keys_wanted.connect(self._way.keys)
        page.danger_wanted.connect(self._way.danger)
        return page

    def _shortcuts(self, _place: Place) -> Page:
        page = ShortcutsPage(self._actions.by_menu())
        page.back_wanted.connect(self._way.back)
        return page

    def _trouble(self, place: Place) -> Page:
        page = TroublePage(place.words)
        page.home_wanted.connect(self._way.home)
        page.copy_wanted.connect(self._leaving.copy_report)
        return page
