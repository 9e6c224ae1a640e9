"""What is printed: our own HTML, laid out with nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtPrintSupport import QPrinter


class Paper(QTextDocument):
    """A document that answers every wish for a file or an address with an empty picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return a 1 × 1 picture, whatever is asked for: Qt would open local files."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)


class Sheet(QObject):
    """HTML that our own writers made, ready to be drawn on a printer."""

    def __init__(self, html: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paper = Paper(self)
        self._paper.setHtml(html)

    @property
    def words(self) -> str:
        """What will be on the paper, as plain text."""
        return self._paper.toPlainText()

    def draw(self, printer: QPrinter) -> None:
        """Draw it on `printer`."""
        self._paper.print_(printer)
