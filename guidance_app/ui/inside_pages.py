"""Builds Home and the page that starts a record, and connects what they say to what does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from guidance_app.desk.desk import Keeping

from .pages.home import FIRST_ROWS, MORE_ROWS, HomePage, Listing, Waiting
from .place import Spot
from .shown import Shown
from .whens import when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidance_app.store.records import Kept

    from .place import Place
    from .session import Session
    from .way import Way


class InsidePages(QObject):
    """Makes the pages from which a record is begun or opened."""

    def __init__(self, session: Session, way: Way, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._page: HomePage | None = None
        self._words, self._most = "", FIRST_ROWS
        self._reference = ""
        session.opened.connect(self._forget_reference)
        session.unlocked.connect(self._forget_reference)
        session.locked.connect(self._forget_reference)

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        """What makes the page of each spot."""
        return {Spot.HOME: self._home, Spot.START: self._start}

    def _home(self, _place: Place) -> Shown:
        self._forget_reference()
        _, due = self._session.custody.due(0)
        self._words, self._most = "", FIRST_ROWS
        custody = self._session.custody
        page = HomePage(
            self._found(), due=due, trouble=custody.trouble, practising=self._session.practising
        )
        page.start_wanted.connect(self._way.start)
        page.practice_wanted.connect(self._session.practise)
        page.danger_wanted.connect(self._way.danger)
        page.record_wanted.connect(self._way.resume)
        page.due_wanted.connect(self._way.due)
        page.backups_wanted.connect(self._way.backups)
        page.more_wanted.connect(self._list_more)
        self._page = page
        return Shown(page)

    def find(self, words: str) -> None:
        """Let Home, which is shown, list the records with these words."""
        self._words, self._most = words.strip(), FIRST_ROWS
        self._list()

    def _list_more(self) -> None:
        listed, self._most = self._most, self._most + MORE_ROWS
        if (page := self._list()) is not None:
            page.go_to(listed)

    def _list(self) -> HomePage | None:
        """Let Home list what is found, and return it; None, if it is not shown any more."""
        if self._page is None or not isValid(self._page):
            return None
        self._page.show_found(self._found())
        return self._page

    def _found(self) -> Listing:
        """Return the records that are looked for as Home lists them."""
        found = self._session.custody.find(self._words, None, self._most)
        if found is None:
            return Listing(words=self._words, read=False)
        return Listing(tuple(map(self._waiting, found.kept)), found.count, self._words)

    def _waiting(self, kept: Kept) -> Waiting:
        ready = self.tr("Ready for supervision: {where}").format(where=kept.place)
        where = ready if kept.state.value == "ready" else kept.place
        touched = when(kept.touched_at, self._session.now())
        fallback = self.tr("Just begun")
        return Waiting(kept.id, kept.reference, where or fallback, touched, bool(kept.outcome))

    def _start(self, _place: Place) -> Shown:
        from .pages.start import StartPage

        found = [self._session.find_pack(listed.id) for listed in self._session.packs()]
        packs = [pack for pack in found if pack is not None]
        page = StartPage(packs, self._session.now()[:10], reference=self._reference)
        page.begun.connect(self._way.begun)
        page.left.connect(self._keep_reference)
        return Shown(page)

    def _keep_reference(self, words: str) -> None:
        """Keep what is typed on Start for when one comes back from a page aside."""
        session = self._session
        if session.sitting is None and session.keeping in (Keeping.OPEN, Keeping.PRACTICE):
            self._reference = words

    def _forget_reference(self) -> None:
        self._reference = ""
