"""A row of buttons that wraps where it does not fit."""

from PySide6.QtWidgets import QWidget

from .flow import Flow


class Buttons(QWidget):
    """Buttons from left to right, the main one first."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, round(self.fontMetrics().height() * 0.65))
        for button in buttons:
            self._flow.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
