"""Tells what was painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent


class Painted(QObject):
    """Notes what is painted, as long as `still`."""

    def __init__(self, still: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._still = still
        self.parts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and self._still():
            self.parts.append(watched)
        return False
