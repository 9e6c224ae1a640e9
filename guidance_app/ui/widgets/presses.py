"""Keeps a second press that came too soon from a page that the person who pressed never saw."""

from __future__ import annotations

from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

_CLICKS = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick))
_KEYS = frozenset((QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress))


class Presses(QObject):
    """Lets no press through that was meant for what stood there before another page came.

    That is a click or an Enter which follows its like as quickly as in a double click, or because
    the key is held down, with a page that came in between. It is to be installed on the window, to
    which a press comes first.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = ("", 0)
        self._between = False

    def page_came(self) -> None:
        """Note that another page stands there now."""
        self._between = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say whether `event` is a press that is to go no further."""
        kind = event.type()
        if kind in _CLICKS and isinstance(event, QMouseEvent):
            return self._too_soon("click", event.timestamp())
        if kind in _KEYS and isinstance(event, QKeyEvent) and event.key() not in _held_with():
            name = "enter" if event.key() in _enter() else "another key"
            soon = self._too_soon(name, event.timestamp(), repeated=event.isAutoRepeat())
            if soon and name == "enter":
                event.accept()  # a shortcut is not asked for it either
                return True
        return False

    def _too_soon(self, like: str, now: int, *, repeated: bool = False) -> bool:
        """Say whether a press at `now`, in milliseconds, was begun before the page came."""
        (before, then), self._last = self._last, (like, now)
        apart = QGuiApplication.styleHints().mouseDoubleClickInterval()
        if like != before or (now - then > apart and not repeated):
            self._between = False
        return self._between


@cache
def _enter() -> frozenset[int]:
    """Return the keys that go on."""
    keys = QtCore.Qt.Key
    return frozenset((keys.Key_Return.value, keys.Key_Enter.value))


@cache
def _held_with() -> frozenset[int]:
    """Return the keys that are held while another is pressed, and do nothing by themselves."""
    keys = QtCore.Qt.Key
    held = (keys.Key_Control, keys.Key_Shift, keys.Key_Alt, keys.Key_AltGr, keys.Key_Meta)
    return frozenset(key.value for key in held)
