"""What is printed: pictures of pages, or our own HTML, with nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QSizeF, QUrl

POINTS = 72
DOTS = 400
"""How many points, and how many dots on paper, to the inch."""

KNOWN = 16
"""How many pages of a note are kept ready to be drawn: each takes about 6 MB."""


class Printable(Protocol):
    """What can be printed."""

    def draw(self, printer: QPrinter) -> None:
        """Draw it on `printer`."""


class Pages:
    """Pages that were laid out already, as SVG pictures: each gets a sheet, whatever its size.

    They have margins of their own, wider than what a printer cannot reach. `drawn` says whether the
    last drawing came to its end: a printer may not start, or be asked for pages that are not there.
    """

    def __init__(self, pictures: Iterable[bytes]) -> None:
        self._pictures = tuple(pictures)
        self._known: dict[int, QSvgRenderer] = {}
        self.drawn = False

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures)

    def draw(self, printer: QPrinter) -> None:
        """Draw those that are asked for on `printer`, as large as its paper allows.

        A preview shows the shapes. On paper they would get an outline that they do not have, which
        Qt gives all that its PDF engine fills, so a printer is given each page as dots.
        """
        printer.setFullPage(True)
        asked = self._asked(printer)
        self.drawn = False
        painter = QPainter()
        if asked and painter.begin(printer):
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            for place, number in enumerate(asked):
                if place and not printer.newPage():
                    break
                self._draw(painter, number)
            else:
                self.drawn = True
            painter.end()

    def _draw(self, painter: QPainter, number: int) -> None:
        page = self._page(number)
        room = _within(QRectF(painter.viewport()), page.viewBoxF().size())
        if painter.paintEngine().type() is QPaintEngine.Type.Picture:
            page.render(painter, room)
        else:
            painter.drawImage(room, _dots(page))

    def _page(self, number: int) -> QSvgRenderer:
        """Return the page of that number, from nought; of a long note only the first are kept."""
        if number in self._known:
            return self._known[number]
        made = QSvgRenderer(QByteArray(self._pictures[number]))
        if len(self._known) < KNOWN:
            self._known[number] = made
        return made

    def _asked(self, printer: QPrinter) -> list[int]:
        """Return the numbers, from nought, of the pages asked for, in the order they come out."""
        ranges = printer.pageRanges()
        asked = [n for n in range(self.count) if ranges.isEmpty() or ranges.contains(n + 1)]
        backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
        return asked[::-1] if backwards else asked


def _within(paper: QRectF, size: QSizeF) -> QRectF:
    """Return the largest room of the form of `size`, in the middle of `paper`."""
    room = QRectF(paper.topLeft(), size.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    room.moveCenter(paper.center())
    return room


def _dots(page: QSvgRenderer) -> QImage:
    """Return `page`, whose size is in points, as grey dots on white."""
    size = page.viewBoxF().size() * (DOTS / POINTS)
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    page.render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


class Paper(QTextDocument):
    """A document that answers every wish for a file or an address with an empty picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return a 1 × 1 picture, whatever is asked for: Qt would open local files."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)


class Sheet:
    """HTML of our own that fits a sheet, ready to be drawn on a printer."""

    def __init__(self, html: str) -> None:
        self._paper = Paper()
        self._paper.setHtml(html)

    def draw(self, printer: QPrinter) -> None:
        """Draw it on `printer`."""
        self._paper.print_(printer)
