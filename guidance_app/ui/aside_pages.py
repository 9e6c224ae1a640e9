"""Builds the pages that are looked at from anywhere, and connects what they say."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from shiboken6 import isValid

from guidance_app import __version__

from .pages.about import AboutPage, Versions
from .pages.help import HelpPage
from .pages.help_now import HelpNowPage
from .pages.settings import SettingsPage
from .pages.shortcuts import ShortcutsPage
from .pages.trouble import TroublePage
from .place import Spot
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidance_app.core.pack import Pack

    from .actions import Actions
    from .leaving import Leaving
    from .pages.settings import Passphrases
    from .place import Place
    from .session import Session
    from .way import Way


class AsidePages(QObject):
    """Makes help, settings and what else is no part of a walk."""

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
        self._page: SettingsPage | None = None

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        """What makes the page of each spot."""
        return {
            Spot.HELP_NOW: self._help_now,
            Spot.SETTINGS: self._settings,
            Spot.ABOUT: self._about,
            Spot.HELP: self._help,
            Spot.SHORTCUTS: self._shortcuts,
            Spot.TROUBLE: self._trouble,
        }

    def _help_now(self, _place: Place) -> Shown:
        page = HelpNowPage(self._pack())
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _settings(self, _place: Place) -> Shown:
        session = self._session
        kept = session.keeping.value == "open"
        page = SettingsPage(session.settings, session.custody.policy, kept=kept)
        if kept and session.custody.may_remember:
            page.add_key(kept=session.custody.remembered)
            page.remember_wanted.connect(self._remember)
            page.forget_wanted.connect(self._forget)
        custody = session.custody
        page.add_data(session.records_folder, len(custody.backups), custody.trouble)
        page.chosen.connect(session.choose)
        page.backups_wanted.connect(self._way.backups)
        page.back_wanted.connect(self._way.back)
        page.folder_wanted.connect(self._leaving.pick_folder)
        page.passphrase_wanted.connect(self._change_passphrase)
        session.chosen.connect(page.hold)
        self._page = page
        return Shown(page)

    def _change_passphrase(self, wanted: Passphrases) -> None:
        done = self._session.change_passphrase(wanted.old, wanted.new)
        if done and self._page is not None and isValid(self._page):
            self._page.passphrase_changed()

    def _remember(self) -> None:
        if self._session.custody.remember():
            self._way.go(self._way.place)

    def _forget(self) -> None:
        if self._session.custody.forget():
            self._way.go(self._way.place)

    def _about(self, _place: Place) -> Shown:
        versions = Versions(__version__, platform.python_version(), qVersion())
        page = AboutPage(self._pack(), versions)
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
