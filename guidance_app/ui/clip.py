"""The clipboard: plain text, kept out of its history where possible, cleared after a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QClipboard

CLEARED_AFTER = 60_000
"""Milliseconds until what was copied is cleared."""

_KEPT_OUT = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}
"""What tells Windows and KDE to keep it out of the history of the clipboard."""


class Clip(QObject):
    """Copies, and clears what is still ours."""

    def __init__(self, clipboard: Callable[[], QClipboard], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEARED_AFTER)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard, as plain text only."""
        data = QMimeData()
        data.setText(text)
        for mime, value in _KEPT_OUT.items():
            data.setData(mime, QByteArray(value))
        self._clipboard().setMimeData(data)
        self._ours = text
        self._timer.start()

    def clear(self) -> None:
        """Clear the clipboard, unless something else has been copied since."""
        if self._ours and self._clipboard().text() == self._ours:
            self._clipboard().clear()
        self._ours = ""
        self._timer.stop()
