"""What the record keeps of a change: beside the page that asks whether to change."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .heading import Heading
from .text import Text


class ChangePanel(QWidget):
    """Says before an answer is changed that the change can be seen afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(line, line, line, line)
        layout.setSpacing(round(line * 0.6))
        layout.addWidget(Heading(self.tr("In the record"), 2))
        says = self.tr(
            "Your manager will see that this answer was changed, from what, to what and when."
        )
        layout.addWidget(Text(says))
        layout.addStretch(1)
