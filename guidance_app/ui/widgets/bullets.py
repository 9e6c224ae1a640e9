"""A short list of sentences, each with a point before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.ui.theme import ink

from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

_POINT = "•"


class Bullets(QWidget):
    """Sentences one under the other, hanging beside their points, which are drawn and not read out.

    `before` is how far in the points stand, and `gap` how far the sentences are apart, in pixels;
    left out, they follow from the text's size. Not `pointed`, the sentences stand without points.
    """

    def __init__(
        self,
        sentences: Iterable[str] = (),
        *,
        before: int | None = None,
        gap: int | None = None,
        pointed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        metrics = self.fontMetrics()
        line = metrics.height()
        self._before = line // 4 if before is None else before
        self._sentences: list[Text] = []
        self._pointed = pointed
        hanging = metrics.horizontalAdvance(_POINT) + line // 2 if pointed else 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(self._before + hanging, 0, 0, 0)
        self._layout.setSpacing(line // 3 if gap is None else gap)
        for sentence in sentences:
            self.add(sentence)

    def add(self, sentence: str, because: str = "") -> None:
        """Put `sentence` under what is there, with `because` quietly under it, if anything."""
        said = Text(sentence, selectable=True)
        self._sentences.append(said)
        if not because:
            self._layout.addWidget(said)
            return
        both = QVBoxLayout()
        both.setSpacing(self.fontMetrics().height() // 8)
        both.addWidget(said)
        both.addWidget(Text(because, "quiet"))
        self._layout.addLayout(both)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the points, each beside the first line of its sentence."""
        super().paintEvent(event)
        if not self._pointed:
            return
        painter = QPainter(self)
        painter.setPen(ink(self, "text"))
        down = self.fontMetrics().ascent()
        for sentence in self._sentences:
            painter.drawText(self._before, sentence.y() + down, _POINT)
