"""A card: short sections one under the other, each under a small heading, with lines between."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.ui.theme import set_role

from .heading import Heading


class Card(QWidget):
    """Sections in a frame. Nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "card")
        self._sections: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)

    def add(self, title: str, *parts: QWidget) -> None:
        """Put a section with `title` over `parts` under those that are there."""
        if self._sections:
            set_role(self._sections[-1], "row")
        section = QWidget()
        section.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = self.fontMetrics().height()
        layout = QVBoxLayout(section)
        layout.setContentsMargins(line, round(line * 0.8), line, round(line * 0.8))
        layout.setSpacing(line // 3)
        heading = Heading(title, 3)
        set_role(heading, "small-heading")
        layout.addWidget(heading)
        for part in parts:
            layout.addWidget(part)
        self._sections.append(section)
        self._layout.addWidget(section)
