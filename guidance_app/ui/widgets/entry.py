"""Something to write down: a line, a text, a date, or one of a few choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.core.kinds import Kind
from guidance_app.desk.dates import read_date
from guidance_app.ui.words import dated

from .box import Box
from .choice import Offer
from .heading import Heading
from .line import Line
from .radio_group import RadioGroup
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


class Entry(QWidget):
    """A label, and under it whatever takes words of that kind.

    A date is typed on one line in any usual way and given in ISO 8601; what is no date is given as
    it was typed, and said to be none once the focus has left it.

    Signals:
        typed: the words are others.
        left: the focus has gone from it, or a choice was made.
        entered: Enter was pressed in a line.
    """

    typed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(
        self,
        kind: Kind,
        label: str,
        words: str = "",
        *,
        hint: str = "",
        choices: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._line: Line | None = None
        self._box: Box | None = None
        self._group: RadioGroup | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self.fontMetrics().height() // 4)
        if kind is Kind.CHOICE:
            self._add_group(label, words, hint, choices)
        elif kind is Kind.TEXT:
            self._add_box(label, words, hint)
        else:
            self._add_line(label, dated(kind, words), hint)

    @property
    def words(self) -> str:
        """What is written, or which of the choices was made."""
        if self._group is not None:
            return next(iter(self._group.ids), "")
        if self._box is not None:
            return self._box.words
        typed = self._line.words if self._line is not None else ""
        return (read_date(typed) or typed) if self._kind is Kind.DATE else typed

    def write(self, words: str) -> None:
        """Put `words` there, in place of what stands there."""
        if self._group is not None:
            self._group.choose((words,))
        elif self._box is not None:
            self._box.write(words)
        elif self._line is not None:
            self._line.write(dated(self._kind, words))
            self._say_whether_a_day()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say when the focus leaves the box."""
        if event.type() == QEvent.Type.FocusOut:
            self._say_whether_a_day()
            self.left.emit()
        return False

    def _add_group(self, label: str, words: str, hint: str, choices: Sequence[str]) -> None:
        self._group = RadioGroup(label, [Offer(choice, choice) for choice in choices])
        self._group.choose((words,))
        self._layout.addWidget(Heading(label, 3))
        if hint:
            self._layout.addWidget(Text(hint, "quiet"))
        self._layout.addWidget(self._group)
        self.setFocusProxy(self._group.first_focus())
        self._group.chosen.connect(self._choose)

    def _add_box(self, label: str, words: str, hint: str) -> None:
        self._box = Box(label, words, hint=hint)
        self._layout.addWidget(self._box)
        self.setFocusProxy(self._box)
        self._box.edit.installEventFilter(self)
        self._box.typed.connect(self.typed)

    def _add_line(self, label: str, words: str, hint: str) -> None:
        if self._kind is Kind.DATE:
            how = self.tr("Day, month and year, such as 23 11 2026.")
            hint = f"{hint} {how}".strip()
        self._line = Line(label, words, hint=hint)
        self._layout.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._line.edit.installEventFilter(self)
        self._line.typed.connect(self._line_typed)
        self._line.entered.connect(self.entered)
        if self._kind is Kind.DATE:
            self._line.keep_room_for(self._no_day)
        self._say_whether_a_day()

    def _say_whether_a_day(self) -> None:
        if self._line is not None and self._kind is Kind.DATE:
            typed = self._line.words.strip()
            self._line.notice(self._no_day if typed and not read_date(typed) else "")

    @property
    def _no_day(self) -> str:
        return self.tr("No day can be read from this. Write it such as 23 11 2026.")

    def _line_typed(self, _words: str) -> None:
        self.typed.emit()

    def _choose(self, _chosen: tuple[str, ...]) -> None:
        self.typed.emit()
        self.left.emit()
