"""What a page looks like, drawn before it comes, so that it is seen as soon as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Likeness(QWidget):
    """Covers `page`, which is laid out and unseen, with a picture of it.

    One picture is painted in a small part of the time that all parts of a page take. It comes with
    the page, takes neither the focus nor the mouse, and is taken off once it was painted: it shows
    words of a case.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        scale = page.devicePixelRatioF()
        self._drawn = QPixmap(page.size() * scale)
        self._drawn.setDevicePixelRatio(scale)
        page.render(
            self._drawn,
            QPoint(),
            QRegion(),
            QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(page.rect())

    @staticmethod
    def can_be_of(page: QWidget) -> bool:
        """Say whether a picture of `page` is the same to the pixel: no pixel is cut in two."""
        return not page.size().isEmpty() and page.devicePixelRatioF().is_integer()

    def fits(self, page: QWidget) -> bool:
        """Say whether `page` still has the size that was drawn, on a screen of the same scale."""
        scale = self._drawn.devicePixelRatio()
        return self.size() == page.size() and scale == page.devicePixelRatioF()

    def take_off(self) -> None:
        """Let the page be seen, and keep no picture of it."""
        self.hide()
        self._drawn = QPixmap()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()
