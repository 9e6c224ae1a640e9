"""Keeps a press that came too soon from a page that the person who pressed never saw."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

HELD = "held"
"""The property of what is around that says whether a button of the mouse is held down."""

_CLICKS = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick))
_KEYS = frozenset((QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress))


class Presses(QObject):
    """Lets no press through that was meant for the page that stood `around` before.

    That is a click there, or an Enter, which comes within the time of a double click after a page
    has come, or because the key is still held down. Once something else was pressed on the page, an
    Enter is meant for it. Bars and menus stay as they are when a page comes: a click on them always
    counts. It is to be installed on the window, to which a press comes first. Meanwhile the
    property HELD of what is around says whether a button of the mouse is held down.
    """

    def __init__(self, around: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(around)
        self._around, self._clock = around, clock
        self._came = clock()
        self._acted = False

    def page_came(self) -> None:
        """Note that another page stands there now."""
        self._came, self._acted = self._clock(), False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say whether `event` is a press that is to go no further."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            self._around.setProperty(HELD, bool(event.buttons()))
            return kind in _CLICKS and self._is_around(event) and self._is_soon()
        if kind in _KEYS and isinstance(event, QKeyEvent) and event.key() not in _held_with():
            self._around.setProperty(HELD, False)  # a menu may have kept the release for itself
            held = event.isAutoRepeat() or self._is_soon()
            if event.key() in _enter() and held and not self._acted:
                event.accept()  # a shortcut is not asked for it either
                return True
            self._acted = True
        return False

    def _is_around(self, event: QMouseEvent) -> bool:
        """Say whether `event` is a press on the page, or on what stands beside it."""
        spot = self._around.mapFrom(self._around.window(), event.position().toPoint())
        return self._around.rect().contains(spot)

    def _is_soon(self) -> bool:
        apart = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return (self._clock() - self._came) * 1000 <= apart


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
