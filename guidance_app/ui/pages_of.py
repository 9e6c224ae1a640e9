"""Chooses what builds the page of a place; each part is loaded when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .place import CLOSED, KEEPING, WALKING, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidance_app.core.pack import Pack

    from .actions import Actions
    from .ahead import Ahead, Expected
    from .inside_pages import InsidePages
    from .leaving import Leaving
    from .place import Place
    from .session import Session
    from .shown import Shown
    from .walk_pages import WalkPages
    from .way import Way

_OUTSIDE = CLOSED | {Spot.HIDDEN}
_INSIDE = frozenset((Spot.HOME, Spot.START))


class Pages(QObject):
    """Makes pages. Each gets the values it shows; what it says goes to the way, or leaves."""

    def __init__(
        self,
        session: Session,
        way: Way,
        leaving: Leaving,
        actions: Actions,
        ahead: Ahead,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._leaving = leaving
        self._actions = actions
        self._ahead = ahead

    def build(self, place: Place) -> Shown:
        """Return the page of `place`, connected."""
        return self._makers(place.spot)[place.spot](place)

    def prepare(self, expected: Expected) -> Shown | None:
        """Make the page that is expected, and return it; it is kept ahead."""
        return self._walk.prepare(expected)

    def find(self, words: str) -> None:
        """Let Home, which is shown, list the records with these words."""
        self._inside.find(words)

    def pack(self) -> Pack | None:
        """Return the pack of the open record, or else the first on the shelf that can be used."""
        if self._session.sitting is not None:
            return self._session.pack
        found = (self._session.find_pack(listed.id) for listed in self._session.packs())
        return next((pack for pack in found if pack is not None), None)

    def _makers(self, spot: Spot) -> Mapping[Spot, Callable[[Place], Shown]]:
        if spot in _INSIDE:
            return self._inside.makers
        if spot in WALKING:
            return self._walk.makers
        if spot in _OUTSIDE:
            return self._outside
        return self._safe if spot in KEEPING else self._aside

    @cached_property
    def _outside(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        from .outside_pages import OutsidePages

        return OutsidePages(self._session, self._way, self._leaving, self.pack, self).makers

    @cached_property
    def _inside(self) -> InsidePages:
        from .inside_pages import InsidePages

        return InsidePages(self._session, self._way, self)

    @cached_property
    def _walk(self) -> WalkPages:
        from .walk_pages import WalkPages

        return WalkPages(self._session, self._way, self._leaving, self._ahead, self)

    @cached_property
    def _safe(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        from .safe_pages import SafePages

        return SafePages(self._session.custody, self._way, self._leaving, self).makers

    @cached_property
    def _aside(self) -> Mapping[Spot, Callable[[Place], Shown]]:
        from .aside_pages import AsidePages

        made = AsidePages(self._session, self._way, self._leaving, self._actions, self.pack, self)
        return made.makers
