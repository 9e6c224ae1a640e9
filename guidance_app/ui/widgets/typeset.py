"""Words set in lines once, to be drawn as often as they are seen."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

_LEFTWARD = re.compile("[\x00-\x09\x0b-\x1f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\U0010ffff]")
"""What may be written from right to left, and what is no letter."""


class Typeset:
    """Words in `font`, in lines `width` pixels wide at most, from the left.

    `QPainter.drawText` sets words in lines each time that it draws them, which takes longer than
    the drawing. What this draws is the same to the pixel.
    """

    def __init__(self, words: str, font: QFont, width: int) -> None:
        self._font, self._width = font, width
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._lines = QTextLayout(words.replace("\n", "\u2028"), font)
        self._lines.setCacheEnabled(True)
        self._lines.setTextOption(option)
        between = QFontMetricsF(font).leading()
        down, wide = -between, 0.0
        self._lines.beginLayout()
        while (line := self._lines.createLine()).isValid():
            line.setLineWidth(width)
            down = ceil(down + between)
            line.setPosition(QPointF(0, down))
            wide = max(wide, line.naturalTextWidth())
            down += line.ascent() + line.descent()
        self._lines.endLayout()
        self.height = down
        """How high all lines are together, in pixels."""
        self.inside = wide <= width
        """Whether no word is longer than a line."""

    def fits(self, font: QFont, width: int) -> bool:
        """Say whether it is what the words look like in this font and this width."""
        return width == self._width and font == self._font

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw the lines under `corner`, in the painter's pen."""
        self._lines.draw(painter, corner)


def typeset(words: str, font: QFont, width: int) -> Typeset | None:
    """Return `words` set in lines; None, where it takes more than that to draw them."""
    if not words or _LEFTWARD.search(words):
        return None
    made = Typeset(words, font, width)
    return made if made.inside else None
