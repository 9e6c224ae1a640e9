"""Notices that nobody is there, and that Esc was pressed three times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

PRESSES, WITHIN = 3, 1.2
"""How often Esc has to be pressed, within how many seconds."""

_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class Watch(QObject):
    """Watches the application's events.

    Signals:
        idled: nothing was pressed or moved for the time set.
        escaped: Esc was pressed three times in quick succession.
    """

    idled = Signal()
    escaped = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._presses: tuple[float, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idled)

    @property
    def minutes(self) -> float:
        """How long nobody may be there, in minutes."""
        return self._timer.interval() / 60_000

    def wait(self, minutes: int) -> None:
        """Notice when nobody was there for so many minutes; for 0, never."""
        self._timer.setInterval(max(0, minutes) * 60_000)
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at every sign of life."""
        if event.type() in _SIGNS and self._timer.isActive():
            self._timer.start()
        return False

    def press(self) -> None:
        """Count one press of Esc."""
        now = self._clock()
        self._presses = (*(p for p in self._presses if now - p <= WITHIN), now)
        if len(self._presses) >= PRESSES:
            self._presses = ()
            self.escaped.emit()
