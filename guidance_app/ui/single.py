"""One window at a time: a second start raises the first."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from guidance_app.sha import sha256

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE = 300
"""Milliseconds within which a program that is running answers."""


class Single(QObject):
    """Knows whether this is the first window on these records; speaks only to this computer.

    Signals:
        called: somebody started the program again.
    """

    called = Signal()

    def __init__(self, records: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = sha256(str(records).encode())[:16]
        self._name = f"guidance-app-{mark}"
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only what has ended is no longer there
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Say whether no other window is open on these records; if one is, it has been called.

        One that does not answer counts as none: the records have a lock of their own.
        """
        return self._lock.tryLock(0) or not self._call()

    def listen(self) -> None:
        """Begin to answer those who come later."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let another be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _call(self) -> bool:
        """Call the first window, which may be about to listen; say whether it answers."""
        from PySide6.QtNetwork import QLocalSocket

        until = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < until:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE):
                socket.disconnectFromServer()
                return True
            time.sleep(0.02)
        return False

    def _answer(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.close()
            socket.deleteLater()
        self.called.emit()
