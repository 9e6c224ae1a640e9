"""Notices that nobody is there, and that what is shown is to be hidden."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from .actions import HIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication, QWindow

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
    """Watches the windows of the program: what is pressed or moved comes to a window first.

    It does not watch all events, hundreds of which go from part to part while a page comes. A menu
    is a window that has no focus: what is moved over it is seen only once it is chosen from.

    Signals:
        idled: nothing was pressed or moved for the time set.
        escaped: Esc was pressed three times in quick succession, or the key to hide where no menu
            hears it, in a dialog.
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

    def begin(self, app: QGuiApplication, window: QWindow | None) -> None:
        """Watch `window`, and every window of `app` that has the focus or comes to have it."""
        app.focusWindowChanged.connect(self._see)
        self._see(window)
        self._see(app.focusWindow())

    def _see(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is said

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at every sign of life, also after nobody was there for a while."""
        if event.type() in _SIGNS and self._timer.interval() > 0:
            self._timer.start()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._hear(event)
        return False

    def _hear(self, event: QKeyEvent) -> None:
        """Take the key to hide, which comes here where a dialog keeps it from the menu."""
        if QKeySequence(event.keyCombination()) == QKeySequence(HIDE):
            self.escaped.emit()

    def press(self) -> None:
        """Count one press of Esc."""
        now = self._clock()
        self._presses = (*(p for p in self._presses if now - p <= WITHIN), now)
        if len(self._presses) >= PRESSES:
            self._presses = ()
            self.escaped.emit()
