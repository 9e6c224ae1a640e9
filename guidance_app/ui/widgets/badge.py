"""A level as a word and a shape; the colour only repeats what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from guidance_app.core.kinds import Level

from .text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class Badge(Text):
    """A word beside its level's shape: a square, a triangle, a diamond or an open circle."""

    def __init__(self, level: Level, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._level = level
        self.setProperty("level", level.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the room that the word needs on one line."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextSingleLine, self.text())
        high = super().heightForWidth(10_000)
        return QSize(words.width() + round(metrics.height() * 2.6), high)

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, wherever one is enough."""
        return super().heightForWidth(10_000 if width >= self.sizeHint().width() else width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, then the shape before it."""
        super().paintEvent(event)
        size = self.fontMetrics().height() * 0.62
        left = self.fontMetrics().height() * 0.55
        top = (self.height() - size) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(ink, max(1.5, size / 8)))
        draw_shape(painter, self._level, QRectF(left, top, size, size))


def draw_shape(painter: QPainter, level: Level, room: QRectF) -> None:
    """Draw the shape of `level` into `room`, in the painter's pen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match level:
        case Level.STOP:
            painter.setBrush(painter.pen().color())
            painter.drawRect(room)
        case Level.PAUSE:
            top = QPointF(room.center().x(), room.top())
            painter.drawPolygon(QPolygonF([top, room.bottomRight(), room.bottomLeft()]))
        case Level.ACT:
            middle = room.center()
            corners = [
                QPointF(middle.x(), room.top()),
                QPointF(room.right(), middle.y()),
                QPointF(middle.x(), room.bottom()),
                QPointF(room.left(), middle.y()),
            ]
            painter.setBrush(painter.pen().color())
            painter.drawPolygon(QPolygonF(corners))
        case Level.OPEN:
            painter.drawEllipse(room)
