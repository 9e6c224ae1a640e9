"""A part that has a ground and edges of its own, with a row of controls in it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guidance_app.ui.theme import change_role, restyle, set_role


class Band(QWidget):
    """Holds `row` on a ground that looks as the style sheet says for `role`.

    The ground is a QWidget and of no class made from it: only to such a one the style sheet gives
    its look unasked. To ask for it takes the namespace `Qt`, see `numbers`.
    """

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = QWidget()
        set_role(self._ground, role)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._ground)
        self.row = QHBoxLayout(self._ground)

    def look(self, role: str) -> None:
        """Look as the style sheet says for `role` from now on, and so the words in it."""
        change_role(self._ground, role)
        for words in self._ground.findChildren(QLabel):
            restyle(words)


def halfway(widget: QWidget) -> QVBoxLayout:
    """Return a layout that holds `widget` halfway down all the room there is, and takes it."""
    layout = QVBoxLayout()
    layout.addStretch(1)
    layout.addWidget(widget)
    layout.addStretch(1)
    return layout
