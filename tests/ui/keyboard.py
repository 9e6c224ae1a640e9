"""A person at the keyboard: knows only what has the focus, and what a screen reader calls it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from guidance_app.ui.window import Window

PATIENCE = 200
"""How many presses of Tab, or of an arrow, somebody makes before it counts as not to be found."""

Key = Qt.Key


class Keyboard:
    """Types into a window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        window.activateWindow()

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self._window

    @property
    def name(self) -> str:
        """What a screen reader calls what has the focus."""
        return name_of(self.focus)

    def press(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, perhaps while another is held."""
        QTest.keyClick(self.focus, key, held)
        QApplication.processEvents()

    def control(self, key: Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type in place of what stands where the focus is."""
        self.control(Key.Key_A)
        QTest.keyClicks(self.focus, text)

    def tab_to(self, name: str) -> None:
        """Press Tab until a screen reader would say `name`."""
        self._until(Key.Key_Tab, lambda: name in self.name)

    def push(self, name: str) -> None:
        """Push the button called `name`."""
        self.tab_to(name)
        self.press(Key.Key_Space)

    def write(self, name: str, text: str) -> None:
        """Type `text` into the box called `name`."""
        self.tab_to(name)
        self.type(text)

    def choose(self, say: str) -> None:
        """Choose the option that reads `say` in the list of options of the page."""
        self._until(Key.Key_Tab, lambda: self._radio is not None)
        self.press(Key.Key_Space)
        self._until(
            Key.Key_Down,
            lambda: self._radio is not None and self._radio.isChecked() and say == self.name,
        )

    def save_at(self, path: str) -> None:
        """Press Ctrl+S, and type where to save into the dialog that opens."""

        def answer() -> None:
            line = QApplication.focusWidget()
            if QApplication.activeModalWidget() is None or not isinstance(line, QLineEdit):
                return
            if line.text() != path:
                line.selectAll()
                QTest.keyClicks(line, path)
            QTest.keyClick(line, Key.Key_Return)

        often = QTimer(self._window)
        often.timeout.connect(answer)
        often.start()
        self.control(Key.Key_S)
        often.stop()

    @property
    def _radio(self) -> QAbstractButton | None:
        focus = self.focus
        is_one = isinstance(focus, QAbstractButton) and focus.isCheckable()
        return focus if is_one and isinstance(focus, QAbstractButton) else None

    def _until(self, key: Key, there: Callable[[], bool]) -> None:
        came_by = []
        for _ in range(PATIENCE):
            if there():
                return
            came_by.append(self.name)
            self.press(key)
        raise AssertionError(f"not to be found by {key.name}: {list(dict.fromkeys(came_by))}")


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls `widget`."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen is not None else ""
