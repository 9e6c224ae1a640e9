"""Shapes of widgets that paint themselves. They are filled, lines too.

A pen takes the namespace `Qt`, see `numbers`, and some of these are on the first page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from guidance_app.ui.theme import filling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

RING = 3
"""How wide the focus ring is, in pixels."""


def rounded(room: QRectF, corner: float) -> QPainterPath:
    """Return all of `room`, its corners rounded by `corner`."""
    path = QPainterPath()
    path.addRoundedRect(room, corner, corner)
    return path


def outline(room: QRectF, corner: float, wide: float) -> QPainterPath:
    """Return a line so `wide` along the edge of `room`, half of it outside."""
    path = QPainterPath()
    for out in (wide / 2, -wide / 2):
        path.addRoundedRect(room.adjusted(-out, -out, out, out), corner + out, corner + out)
    return path


def draw_ring(painter: QPainter, widget: QWidget) -> None:
    """Draw the focus ring just inside `widget`; a thin line of ground parts it from what it holds.

    `painter` draws smooth edges from now on.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(widget.rect())
    painter.fillPath(outline(room.adjusted(4, 4, -4, -4), 3, 2), filling(widget, "ground"))
    painter.fillPath(outline(room.adjusted(2, 2, -2, -2), 4, RING), filling(widget, "focus"))
