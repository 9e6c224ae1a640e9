"""Builds the pages before anything is open, and connects what they say to what does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .place import Spot
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidance_app.core.pack import Pack

    from .leaving import Leaving
    from .place import Place
    from .session import Session
    from .way import Way


class OutsidePages(QObject):
    """Makes the pages that are seen before the records are open. Most need one of them."""

    def __init__(
        self,
        session: Session,
        way: Way,
        leaving: Leaving,
        pack: Callable[[], Pack | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._leaving = leaving
        self._pack = pack

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        """What makes the page of each spot."""
        return {
            Spot.WELCOME: self._welcome,
            Spot.PASSPHRASE: self._passphrase,
            Spot.RECOVERY: self._recovery,
            Spot.WHO: self._who,
            Spot.UNLOCK: self._unlock,
            Spot.HIDDEN: self._hidden,
        }

    def _welcome(self, _place: Place) -> Shown:
        from .pages.welcome import WelcomePage

        pack = self._pack()
        unreviewed = pack.says.unreviewed if pack and pack.status == "draft" else ""
        page = WelcomePage(unreviewed)
        page.went_on.connect(self._way.passphrase)
        page.danger_wanted.connect(self._way.danger)
        return Shown(page)

    def _passphrase(self, _place: Place) -> Shown:
        from .pages.passphrase import PassphrasePage

        page = PassphrasePage()
        page.chosen.connect(self._way.passphrase_chosen)
        page.practice_wanted.connect(self._session.practise)
        return Shown(page)

    def _recovery(self, place: Place) -> Shown:
        from .pages.recovery import RecoveryPage

        page = RecoveryPage(place.words, anew=bool(self._session.owed_code))
        page.confirmed.connect(self._way.code_kept)
        page.print_wanted.connect(self._leaving.print_code)
        return Shown(page)

    def _who(self, _place: Place) -> Shown:
        from .pages.who import WhoPage

        page = WhoPage(self._session.settings)
        page.told.connect(self._way.introduced)
        return Shown(page)

    def _unlock(self, _place: Place) -> Shown:
        from .pages.unlock import UnlockPage

        page = UnlockPage(remembered=self._session.custody.remembered)
        page.remembered_wanted.connect(self._session.unlock_remembered)
        page.passphrase_given.connect(self._session.unlock)
        page.code_given.connect(self._session.unlock_with_code)
        page.danger_wanted.connect(self._way.danger)
        page.practice_wanted.connect(self._session.practise)
        page.backups_wanted.connect(self._way.backups)
        return Shown(page)

    def _hidden(self, _place: Place) -> Shown:
        from .pages.hidden import HiddenPage

        page = HiddenPage()
        page.show_wanted.connect(self._way.show_again)
        return Shown(page)
