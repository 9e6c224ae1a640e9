"""A part of a page that most people do not need, behind a button that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .button import Button

if TYPE_CHECKING:
    from collections.abc import Callable


class Section(QWidget):
    """Widgets one under the other, with nothing between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        """Put `widget` under what is there."""
        self._layout.addWidget(widget)


class Fold(Button):
    """Shows `folded` when it is pressed, and hides it when it is pressed again.

    `fill` puts into it what it shows, when that is asked for the first time.
    """

    def __init__(
        self,
        words: str,
        folded: QWidget,
        fill: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent=parent)
        self._folded = folded
        self._fill: Callable[[], object] | None = fill
        self._words = words
        folded.hide()
        self.setCheckable(True)
        self.toggled.connect(self._turn)

    def _turn(self, shown: bool) -> None:
        fill, self._fill = self._fill, None
        if fill is not None:
            fill()
        self._folded.setVisible(shown)
        self.say(self.tr("Hide them again") if shown else self._words)
        self.updateGeometry()
