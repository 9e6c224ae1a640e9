"""Builds the pages that keep records safe, and connects what they say to what does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .pages.backups import BackupsPage
from .pages.due import MOST_ROWS, DuePage
from .pages.remove import ReceiptPage, RemovePage
from .place import Place, Spot
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidance_app.desk.retention import Due
    from guidance_app.desk.safe import Backup

    from .custody import Custody
    from .leaving import Leaving
    from .way import Way


class SafePages(QObject):
    """Makes the pages of backups, of what is due, and of removing a record."""

    def __init__(self, custody: Custody, way: Way, leaving: Leaving, parent: QObject) -> None:
        super().__init__(parent)
        self._custody = custody
        self._way = way
        self._leaving = leaving
        self._page: BackupsPage | None = None
        self._going: Due | None = None

    @property
    def makers(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        """What makes the page of each spot."""
        return {
            Spot.BACKUPS: self._backups,
            Spot.DUE: self._due,
            Spot.REMOVE: self._remove,
            Spot.RECEIPT: self._receipt,
        }

    def _backups(self, _place: Place) -> Shown:
        self._page = BackupsPage(self._custody.restorable, self._custody.trouble)
        self._page.rehearse_wanted.connect(self._rehearse)
        self._page.restore_wanted.connect(self._restore)
        self._page.back_wanted.connect(self._way.back)
        return Shown(self._page)

    def _rehearse(self, backup: Backup, typed: str) -> None:
        gives = self._custody.rehearse(backup, typed)
        if gives is not None and self._page is not None:
            self._page.gives(gives)

    def _restore(self, backup: Backup, typed: str) -> None:
        if self._custody.restore(backup, typed):
            self._way.restored()
            says = self.tr(
                "The backup stands in the place of your records. What stood there is kept."
            )
            self._leaving.told.emit(says)

    def _due(self, _place: Place) -> Shown:
        page = DuePage(self._custody.due(MOST_ROWS)[0])
        page.remove_wanted.connect(self._way.remove)
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _remove(self, place: Place) -> Shown:
        self._going = self._custody.what_goes(place.words) if place.words else None
        if self._going is None:
            return self._due(place)
        page = RemovePage(self._going, self._custody.rule)
        page.removal_wanted.connect(self._removed)
        page.back_wanted.connect(self._way.back)
        return Shown(page)

    def _removed(self, confirmed: int, rule: str) -> None:
        if self._going is not None and (
            receipt := self._custody.remove(self._going, confirmed, rule)
        ):
            self._way.go(Place(Spot.RECEIPT, words=receipt))

    def _receipt(self, place: Place) -> Shown:
        page = ReceiptPage(place.words)
        page.copy_wanted.connect(self._leaving.copy_receipt)
        page.back_wanted.connect(self._way.home)
        return Shown(page)
