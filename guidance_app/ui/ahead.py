"""The page that comes next, kept while somebody still reads the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from guidance_app.core.standing import Standing

    from .pages.page import Page
    from .place import Place
    from .session import Session

REST = 40
"""Milliseconds for which nothing else is chosen before the page is made that would come next."""


class Expected(Struct, frozen=True):
    """Where the answer that is chosen would lead, and how the walk would stand there."""

    place: Place
    standing: Standing


class Ahead(QObject):
    """Keeps one page, together with the value that it shows.

    Whoever comes to show a page asks for it by that value: another value, and it is not the page.

    Signals:
        due: nothing else was chosen for a moment; carries the Expected whose page may be made.
    """

    due = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._expected: Expected | None = None
        self._value: object = None
        self._page: Page | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._tell)
        session.locked.connect(self.drop)
        session.chosen.connect(self.drop)  # it would keep the gaps of another size of text

    def expect(self, expected: Expected) -> None:
        """Tell in a moment that the page of `expected` may be made, unless another is expected."""
        self.drop()
        self._expected = expected
        self.rest.start()

    def put(self, value: object, page: Page) -> None:
        """Keep `page`, which shows `value`."""
        self._value, self._page = value, page

    def take(self, value: object) -> Page | None:
        """Return the page that shows `value`, no longer kept here; or None, if there is none."""
        page = self._page
        if page is None or not isValid(page) or value != self._value:
            return None
        self._value = self._page = None
        return page

    def drop(self) -> None:
        """Expect nothing, and keep no page: it holds words of a case."""
        self.rest.stop()
        page, self._page = self._page, None
        self._value = self._expected = None
        if page is not None and isValid(page):
            page.uncover()
            page.deleteLater()

    def _tell(self) -> None:
        if self._expected is not None:
            self.due.emit(self._expected)
