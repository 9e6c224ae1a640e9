"""The one button: primary, secondary, or looking like a link and still a button."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from guidance_app.core.text import visible
from guidance_app.ui.measures import measured

from .numbers import ALIGN_H_CENTER, ALIGN_LEFT, ALIGN_V_CENTER, WORD_WRAP
from .shapes import draw_ring

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

LEAST = 32
"""How high anything to be pressed is at least, in pixels."""


class Kind(StrEnum):
    """How much a button wants to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"


class Button(QPushButton):
    """A button whose words wrap where room is short; Qt itself, which would cut them, has none.

    `name` is what a screen reader says, where the visible words are not enough; it contains them.
    """

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.SECONDARY,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = ""
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as well as by the space bar."""
        if (
            event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
            and not event.isAutoRepeat()
        ):
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, words: str, name: str = "") -> None:
        """Show `words`, and be known as `name`, or as the words themselves."""
        self._words = visible(words)
        self.setAccessibleName(name or self._words)
        self.updateGeometry()
        self.update()

    def say_at_once(self, words: str) -> None:
        """Show `words` in the room that they need before anything else is done, which may take."""
        self.say(words)
        row = self.parentWidget()
        if row is not None and (layout := row.layout()) is not None:
            layout.activate()
            row.repaint()

    def text(self) -> str:
        """Return the visible words."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the room that the words need on one line."""
        return measured(("button hint", *self._about()), self._hint)

    def _hint(self) -> QSize:
        return self._around(self.fontMetrics().size(0, self._words))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the longest word needs."""
        return measured(("button least", *self._about()), self._least)

    def _least(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return self._around(QSize(widest + 1, metrics.height()))

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in `width` pixels."""
        return measured(("button", width, *self._about()), lambda: self._height(width))

    def _about(self) -> tuple[Hashable, ...]:
        """Return all that the room depends on."""
        return (self._words, self._kind, self.font().key())

    def _height(self, width: int) -> int:
        inner = width - 2 * self._padding()[0]
        room = QRect(0, 0, max(1, inner), 10_000)
        needed = self.fontMetrics().boundingRect(room, WORD_WRAP, self._words)
        return self._around(needed.size()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its words, and the ring while it has the focus."""
        if self._kind is not Kind.LINK:  # of which there is nothing but its words
            super().paintEvent(event)
        painter = QPainter(self)  # its pen is of the colour that the words of a button have
        across = ALIGN_LEFT if self._kind is Kind.LINK else ALIGN_H_CENTER
        painter.drawText(self._inner(), WORD_WRAP | ALIGN_V_CENTER | across, self._words)
        if self.hasFocus():
            draw_ring(painter, self)
        painter.end()

    def _inner(self) -> QRect:
        across, down = self._padding()
        return self.rect().adjusted(across, down, -across, -down)

    def _padding(self) -> tuple[int, int]:
        """Return the room beside the words and above them, edge included."""
        high = self.fontMetrics().height()
        across = 0.28 if self._kind is Kind.LINK else 0.95
        return round(high * across) + 1, round(high * 0.42) + 1

    def _around(self, words: QSize) -> QSize:
        """Return `words` with the sheet's padding and edge added; never under the least target."""
        across, down = self._padding()
        high = self.fontMetrics().height()
        size = words + QSize(2 * across, 2 * down)
        return size.expandedTo(QSize(0, max(LEAST, round(high * 1.6))))


def beside_button(widget: QWidget) -> int:
    """Return how far down words begin that stand beside a button's on one line."""
    high = widget.fontMetrics().height()
    return max(0, (max(LEAST, round(high * 1.6)) - high) // 2)
