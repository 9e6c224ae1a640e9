"""Notices that the computer sleeps or is locked, so that the records are locked too."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY = 5
"""Seconds between two looks at the clock."""

GAP = 20
"""Seconds by which a look may be late before the computer must have slept."""

_SIGNALS = (
    ("org.freedesktop.login1", "/org/freedesktop/login1", "Manager", "PrepareForSleep"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "", "ActiveChanged"),
)
"""What a Linux desktop says of its sleeping and its lock: service, path, interface, signal."""


class Away(QObject):
    """Watches the clock on every system, and on Linux what the desktop says of itself.

    A program that is not run while the computer sleeps finds that its clock has jumped. On Windows
    and macOS the lock of the screen is not noticed; the time without a key is.

    Signals:
        left: nobody can be there: the computer slept, sleeps now, or has locked itself.
    """

    left = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.time, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY * 1000)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Begin to watch."""
        self._timer.start()
        if sys.platform == "linux":
            self._listen()

    @Slot()
    def look(self) -> None:
        """Look at the clock; where it has jumped, the computer has slept meanwhile."""
        now, was = self._clock(), self._last
        self._last = now
        if now - was > EVERY + GAP:
            self.left.emit()

    @Slot(bool)
    def told(self, away: bool) -> None:
        """Take what the desktop says: it goes to sleep or locks, or comes back."""
        if away:
            self.left.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        for bus in (QDBusConnection.systemBus(), QDBusConnection.sessionBus()):
            hear = bus.connect
            for service, path, interface, signal in _SIGNALS if bus.isConnected() else ():
                whole = f"{service}.{interface}" if interface else service
                # Whoever says it is heard: it can do no more than lock.
                hear("", path, whole, signal, self, SLOT("told(bool)"))  # type: ignore[call-overload]  # its stub asks for bytes and refuses them
