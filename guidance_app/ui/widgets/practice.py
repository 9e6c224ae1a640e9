"""The banner that stands on every page of practice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .band import Band
from .button import Button
from .text import Text


class PracticeBanner(Band):
    """Says that nothing is kept, so that practice cannot be taken for a real record.

    Signals:
        leave_wanted: practice is over.
    """

    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("practice", parent)
        layout = self.row
        line = self.fontMetrics().height()
        layout.setContentsMargins(line, line // 4, line, line // 4)
        layout.addWidget(Text(self.tr("Practice. Nothing here is kept. Not a real record.")), 1)
        leave = Button(self.tr("Leave practice"))
        layout.addWidget(leave)
        leave.clicked.connect(self.leave_wanted)
