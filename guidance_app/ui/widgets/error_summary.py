"""What has to be put right, on top of the page; each message leads to its control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from guidance_app.ui.theme import change_role, set_role

from .button import Button, Kind
from .heading import Heading
from .order import come_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


class ErrorSummary(QWidget):
    """Hidden until there is something to say; then it takes the focus.

    Boxes that a message is about are marked as long as it stands. Whoever types on where there is
    one such box types into it; words that are secret are typed anew.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "faults")
        self._heading = Heading(self.tr("There is something to put right"), 2)
        self._messages: list[_Message] = []
        self._marked: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        side = self.fontMetrics().height()
        into = round(side * 0.28) + 1  # the room inside a button that looks like a link
        self._heading.setContentsMargins(into, 0, 0, 0)
        self._layout.setContentsMargins(side - into, side, side, side // 2)
        self._layout.setSpacing(side // 6)
        self._layout.addWidget(self._heading)
        self.setVisible(False)
        self._heading.installEventFilter(self)

    @property
    def messages(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(message.text() for message in self._messages)

    def say(self, faults: Sequence[tuple[str, QWidget]]) -> None:
        """Show each sentence with the control it is about, and take the focus; with none, hide."""
        for old in self._messages:
            self._layout.removeWidget(old)
            old.deleteLater()
        for control in self._marked:
            _mark(control, "")
        self._marked = [edit for _, control in faults if (edit := _edit_of(control)) is not None]
        for control in self._marked:
            _mark(control, "wrong")
        self._messages = [_Message(says, control) for says, control in faults]
        for message in self._messages:
            self._layout.addWidget(message)
        come_after(self._heading, self._messages)
        self.setAccessibleName(" ".join((self._heading.text() + ".", *self.messages)))
        self.setVisible(bool(faults))
        if faults:
            self.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
            self._heading.setAccessibleName(self.accessibleName())
            self._heading.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pass what is typed on to the one box that a message is about."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        box = self._marked[0] if len(self._marked) == 1 else None
        if box is None or not isValid(box) or not _is_typed(event):
            return False
        box.setFocus()
        if isinstance(box, QLineEdit) and box.echoMode() is QLineEdit.EchoMode.Password:
            box.selectAll()
        QApplication.sendEvent(box, event)
        return True

    def event(self, event: QEvent) -> bool:
        """Pass the focus on to the heading."""
        if event.type() == QEvent.Type.FocusIn:
            self._heading.setFocus()
        return super().event(event)


class _Message(Button):
    """A sentence that moves the focus to the control it is about."""

    def __init__(self, says: str, control: QWidget) -> None:
        super().__init__(says, Kind.LINK)
        self._control = control
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._control.setFocus()


def _is_typed(event: QKeyEvent) -> bool:
    """Say whether a key writes something: with Ctrl and Alt, as AltGr is on Windows, it may."""
    words, held, keys = event.text().strip(), event.modifiers(), QtCore.Qt.KeyboardModifier
    alone = bool(held & keys.ControlModifier) != bool(held & keys.AltModifier)
    return bool(words) and words.isprintable() and not alone and not held & keys.MetaModifier


def _edit_of(control: QWidget) -> QWidget | None:
    """Return the box that takes the words of `control`, or None where it takes none."""
    while (inner := control.focusProxy()) is not None:
        control = inner
    return control if isinstance(control, QLineEdit | QPlainTextEdit) else None


def _mark(edit: QWidget, role: str) -> None:
    """Mark `edit`, unless its page has gone in the meantime."""
    if isValid(edit):
        change_role(edit, role)
