"""A pack's longer texts: paragraphs and lists, as plain words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.core.markup import blocks

from .bullets import Bullets
from .text import Text


class Prose(QWidget):
    """Paragraphs and lists one under the other; `role` is the one of their words."""

    def __init__(self, text: str, role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for block in blocks(text):
            layout.addWidget(Bullets(block.items) if block.items else Text(block.text, role))
