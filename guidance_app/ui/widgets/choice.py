"""A radio button and a tick box whose words are whole sentences that wrap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from guidance_app.core.text import visible
from guidance_app.ui.measures import age, measured
from guidance_app.ui.theme import filling, ink

from .numbers import WORD_WRAP
from .shapes import draw_ring, outline, rounded

# At run time Qt allows one widget among the bases: the common part is then a plain class.
if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    _Base = QAbstractButton
else:
    _Base = object


class Choosable(Protocol):
    """What can be chosen from a group. An option of a question is one."""

    @property
    def id(self) -> str:
        """What is given when it is chosen."""

    @property
    def say(self) -> str:
        """The sentence beside it."""

    @property
    def more(self) -> str:
        """A quieter sentence under it, or nothing."""

    @property
    def under(self) -> str:
        """The short heading it stands under, or nothing."""

    @property
    def exclusive(self) -> bool:
        """Whether it can only be chosen alone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something of the program's own to choose, as an option of a question is."""

    id: str
    say: str
    more: str = ""
    under: str = ""
    exclusive: bool = False


class _Sentence(_Base):
    """What the two have in common: a sentence that wraps, a mark of the text's size, a ring."""

    def _become(self, words: str, more: str) -> None:
        self._words, self._more = visible(words), visible(more)
        self._measured = -1
        self._key: tuple[Hashable, ...] = ()
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room for the sentence on one line, or on a few if it is long."""
        return measured(("choice hint", *self._about()), self._hint)

    def _hint(self) -> QSize:
        longest = max(self.fontMetrics().horizontalAdvance(t) for t in (self._words, self._more))
        width = (
            min(longest, self.fontMetrics().averageCharWidth() * 60) + self._before() + self._unit()
        )
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the longest word needs."""
        return measured(("choice least", *self._about()), self._least)

    def _least(self) -> QSize:
        words = (*self._words.split(), *self._more.split())
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        width = min(widest, self.fontMetrics().averageCharWidth() * 24)
        return QSize(self._before() + width + self._unit(), max(32, 2 * self._unit()))

    def hasHeightForWidth(self) -> bool:
        """Return True: in less width the sentence takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the sentence needs in `width` pixels."""
        return measured(("choice", width, *self._about()), lambda: self._height(width))

    def _about(self) -> tuple[Hashable, ...]:
        """Return all that the room depends on."""
        if self._measured != age():
            self.ensurePolished()
            self._measured = age()
            self._key = (self._words, self._more, self.font().key())
        return self._key

    def _height(self, width: int) -> int:
        said, more = self._rooms(width)
        high = said.height() + (more.height() + self._unit() // 6 if self._more else 0)
        return max(32, high + self._unit())

    def hitButton(self, pos: QPoint) -> bool:
        """Return True anywhere on the row: the sentence is the label."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the group, which knows its order."""
        key = QtCore.Qt.Key
        if event.key() in (key.Key_Up, key.Key_Down, key.Key_Left, key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the wash of what is chosen, the mark, the sentence, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.fillPath(rounded(room, 4), filling(self, "wash"))
        said, more = self._rooms(self.width())
        painter.drawText(said, WORD_WRAP, self._words)
        if self._more:
            painter.setPen(ink(self, "quiet"))
            painter.drawText(more, WORD_WRAP, self._more)
        self._draw_mark(painter, self._mark(said))
        if self.hasFocus():
            draw_ring(painter, self)

    def _draw_mark(self, painter: QPainter, room: QRectF) -> None:
        raise NotImplementedError

    def _unit(self) -> int:
        return self.fontMetrics().height()

    def _before(self) -> int:
        """Return how far in the sentence begins."""
        return round(self._unit() * 2.5)

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Return where the sentence and the quieter one stand in `width` pixels."""
        return measured(("choice rooms", width, *self._about()), lambda: self._measure(width))

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        unit, inner = self._unit(), max(1, width - self._before() - self._unit() // 2)
        room = QRect(self._before(), unit // 2, inner, 100_000)
        said = self.fontMetrics().boundingRect(room, WORD_WRAP, self._words)
        under = room.translated(0, said.height() + unit // 6)
        more = self.fontMetrics().boundingRect(under, WORD_WRAP, self._more)
        said.setWidth(inner)
        more.setWidth(inner)
        return said, more

    def _mark(self, said: QRect) -> QRectF:
        """Return where the mark stands: beside the first line."""
        size = self._unit() * 1.05
        middle = said.top() + self._unit() / 2
        return QRectF(self._unit() * 0.8, middle - size / 2, size, size)


class Radio(_Sentence, QRadioButton):
    """One of several sentences, of which one can be chosen."""

    def __init__(self, words: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._become(words, more)

    def _draw_mark(self, painter: QPainter, room: QRectF) -> None:
        line = max(2.0, room.width() / 11)
        chosen = self.isChecked()
        painter.setPen(QPen(ink(self, "accent" if chosen else "edge"), line))
        painter.setBrush(ink(self, "ground"))
        painter.drawEllipse(room.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        if chosen:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(ink(self, "accent"))
            inner = room.width() * 0.26
            painter.drawEllipse(room.adjusted(inner, inner, -inner, -inner))


class Tick(_Sentence, QCheckBox):
    """One of several sentences, of which any number can be chosen."""

    def __init__(self, words: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._become(words, more)

    def _draw_mark(self, painter: QPainter, room: QRectF) -> None:
        line = max(2.0, room.width() / 11)
        chosen = self.isChecked()
        edge = room.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.fillPath(rounded(edge, 3), filling(self, "accent" if chosen else "ground"))
        painter.fillPath(outline(edge, 3, line), filling(self, "accent" if chosen else "edge"))
        if chosen:
            painter.setPen(QPen(ink(self, "on-accent"), line * 1.2))
            across, down = room.width(), room.height()
            points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))
            painter.drawPolyline(
                [QPointF(room.left() + x * across, room.top() + y * down) for x, y in points]
            )
