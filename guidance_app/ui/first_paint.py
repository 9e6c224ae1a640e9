"""Notices that a widget has been painted for the first time: what can wait begins only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

AT_LATEST = 3_000
"""Milliseconds after which what waits begins, though nothing was painted: it may be minimised."""


class FirstPaint(QObject):
    """Watches one window, or one page and what it is `covered` by, until either has been painted.

    Signals:
        over: it has been; sent once.
    """

    over = Signal()

    def __init__(self, seen: QWidget, covered: QWidget | None = None) -> None:
        super().__init__(seen)
        self._seen = [seen] if covered is None else [seen, covered]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._timer.start(AT_LATEST)
        for one in self._seen:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first painting, once all that waits for it has been done."""
        if event.type() == QEvent.Type.Paint:
            self._timer.start(0)
        return False

    def give_up(self) -> None:
        """Tell nothing any more: what was watched has been left."""
        self._timer.stop()
        for one in filter(isValid, self._seen):  # what covers it may be gone
            one.removeEventFilter(self)
        self._seen.clear()
        self.deleteLater()

    def _tell(self) -> None:
        self.give_up()
        self.over.emit()
