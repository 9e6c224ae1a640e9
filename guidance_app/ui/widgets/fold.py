"""A part of a page that most people do not need, behind a button that shows it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .button import Button


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
    """Shows `folded` when it is pressed, and hides it when it is pressed again."""

    def __init__(self, words: str, folded: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._folded = folded
        self._words = words
        folded.hide()
        self.setCheckable(True)
        self.toggled.connect(self._turn)

    def _turn(self, shown: bool) -> None:
        self._folded.setVisible(shown)
        self.say(self.tr("Hide them again") if shown else self._words)
        self.updateGeometry()
