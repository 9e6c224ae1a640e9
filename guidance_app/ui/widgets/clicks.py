"""Keeps a second click that came too soon from a page that the person who clicked never saw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QMouseEvent

_PRESSES = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick))


class Clicks(QObject):
    """Lets no press through that was meant for what stood there before another page came.

    That is one which follows another as quickly as in a double click, with a page that came in
    between. It is to be installed on the window, to which a press comes first.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: int | None = None
        self._between = False

    def page_came(self) -> None:
        """Note that another page stands there now."""
        self._between = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say whether `event` is a press that is to go no further."""
        if event.type() not in _PRESSES or not isinstance(event, QMouseEvent):
            return False
        before, self._last = self._last, event.timestamp()
        apart = QGuiApplication.styleHints().mouseDoubleClickInterval()
        if before is None or self._last - before > apart:
            self._between = False
        return self._between
