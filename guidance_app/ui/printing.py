"""What is printed: our own HTML, laid out with nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
    QTransform,
)

from .fonts import FAMILY

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtPrintSupport import QPrinter

SMALL, LINES = 7, 3
"""How large the letters are that stand below on every sheet, in points, and how many lines."""


class Paper(QTextDocument):
    """A document that answers every wish for a file or an address with an empty picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return a 1 × 1 picture, whatever is asked for: Qt would open local files."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)


class Sheet(QObject):
    """HTML that our own writers made, ready to be drawn on a printer.

    What is to be said `above` and `below` stands on every sheet, with its number.
    """

    def __init__(
        self, html: str, parent: QObject | None = None, *, above: str = "", below: str = ""
    ) -> None:
        super().__init__(parent)
        self._above, self._below = above, below
        self._paper = Paper(self)
        self._paper.setDocumentMargin(0)
        self._paper.setHtml(html)

    @property
    def words(self) -> str:
        """What will be on the paper, as plain text."""
        return self._paper.toPlainText()

    def draw(self, printer: QPrinter) -> None:
        """Draw it on `printer`."""
        painter = QPainter(printer)
        self._paper.documentLayout().setPaintDevice(printer)
        room = QRectF(painter.viewport())
        font = QFont(FAMILY, SMALL)
        painter.setFont(font)
        line = QFontMetricsF(font, printer).lineSpacing()
        above, below = 2 * line if self._above else 0.0, (LINES + 1) * line
        body = room.adjusted(0, above, 0, -below)
        self._paper.setPageSize(QSizeF(body.size()))
        pages = self._paper.pageCount()
        for page in range(pages):
            if page:
                printer.newPage()
            self._draw_page(painter, body, page)
            self._draw_around(painter, room, f"{page + 1} / {pages}")
        painter.end()

    def _draw_page(self, painter: QPainter, body: QRectF, page: int) -> None:
        """Draw what stands on the sheet of that number, from nought."""
        painter.save()
        down = body.top() - page * body.height()
        painter.setWorldTransform(QTransform.fromTranslate(0, down), combine=True)
        part = QRectF(0, page * body.height(), body.width(), body.height())
        painter.setClipRect(part)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self._paper.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_around(self, painter: QPainter, room: QRectF, number: str) -> None:
        """Draw what stands on every sheet."""
        painter.setPen(Qt.GlobalColor.black)
        flags = Qt.AlignmentFlag
        line = painter.fontMetrics().lineSpacing()
        high = LINES * line
        foot = QRectF(room.left(), room.bottom() - high, room.width(), high)
        words = foot.adjusted(0, 0, -8 * line, 0)
        wrap = Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags.AlignTop | flags.AlignRight, self._above)
        painter.drawText(words, flags.AlignTop | flags.AlignLeft | wrap, self._below)
        painter.drawText(foot, flags.AlignTop | flags.AlignRight, number)
