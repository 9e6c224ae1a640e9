"""Lays controls side by side, and on another line where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class Flow(QHBoxLayout):
    """Widgets from left to right, wrapping as words do; heights follow from the width."""

    def __init__(self, parent: QWidget, gap: int = 12) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def hasHeightForWidth(self) -> bool:
        """Return True."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in `width` pixels, worked out once for each width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the same: lines are never laid one over the other."""
        return self.heightForWidth(width)

    def invalidate(self) -> None:
        """Work all heights out anew: something in it needs other room."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        QLayout.setGeometry(self, rect)  # not in one row
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the room that one line would need."""
        hints = [item.sizeHint() for item in self._items()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room that the widest of them needs."""
        size = QSize()
        for item in self._items():
            size = size.expandedTo(item.minimumSize())
        return size

    def _items(self) -> list[QLayoutItem]:
        items = map(self.itemAt, range(self.count()))
        return [item for item in items if item is not None]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put the items on lines, each in the middle of its line's height; return all of it."""
        y = rect.y()
        for line in self._lines(rect.width()):
            x, high = rect.x(), max(size.height() for _, size in line)
            for item, size in line:
                if move:
                    down = (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + down), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items that can be seen, with their sizes, line by line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items():
            if (widget := item.widget()) is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), max(1, width))
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append((item, QSize(wide, high)))
            room -= wide + self.spacing()
        return lines
