"""A list of rows: a title, a quiet line under it, and a button that says what it opens."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guidance_app.ui.theme import set_role

from .band import halfway
from .button import Button, Kind
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Row(Struct, frozen=True):
    """One line of a list: `key` is given when its button, which says `action`, is pressed.

    To who does not see where it stands, the button is named after its `name`, or else the title.
    """

    key: str
    title: str
    detail: str = ""
    action: str = ""
    name: str = ""


def told_apart(rows: Sequence[Row]) -> list[Row]:
    """Return `rows`, of which those that share a title are named after their details, too."""
    often = Counter(row.title for row in rows)
    return [
        replace(row, name=f"{row.title}, {row.detail}") if often[row.title] > 1 else row
        for row in rows
    ]


class RowList(QWidget):
    """Rows one under the other, each with at most one button.

    Signals:
        picked: a row's button was pressed; carries the row's key.
    """

    picked = Signal(str)

    def __init__(self, rows: Sequence[Row] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._lines: list[_Line] = []
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` in place of what is there."""
        for old in self._lines:
            self._layout.removeWidget(old.shown)
            old.shown.hide()
            old.shown.deleteLater()
        self._lines = []
        self.add_rows(rows)

    def last_stop(self) -> QWidget | None:
        """Return the button of the last row, or None where there is none."""
        return self._lines[-1].button if self._lines else None

    def go_to(self, number: int) -> None:
        """Put the focus on the button of the row of that number, from nought, if there is one."""
        for line in self._lines[number : number + 1]:
            line.shown.show()  # what is hidden takes no focus
            if line.button is not None:
                line.button.setFocus()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` under what is there."""
        for row in rows:
            line = _Line(row, self.picked.emit)
            self._layout.addWidget(line.shown)
            self._lines.append(line)


class _Line:
    """One row as shown, whose key is `picked` when its button is pressed."""

    def __init__(self, row: Row, picked: Callable[[str], None]) -> None:
        self._key, self._picked = row.key, picked
        self.shown = QWidget()  # of no class of ours: see Band
        self.button: Button | None = None
        set_role(self.shown, "row")
        line = self.shown.fontMetrics().height()
        words = QVBoxLayout()
        words.setSpacing(line // 6)
        words.addWidget(Text(row.title, "label"))
        if row.detail:
            words.addWidget(Text(row.detail, "quiet"))
        layout = QHBoxLayout(self.shown)
        layout.setContentsMargins(0, line // 2, 0, line // 2)
        layout.addLayout(words, 1)
        if row.action:
            self.button = Button(
                row.action, Kind.LINK, name=f"{row.action} {row.name or row.title}"
            )
            self.button.clicked.connect(self._pick)
            layout.addLayout(halfway(self.button))

    def _pick(self) -> None:
        self._picked(self._key)
