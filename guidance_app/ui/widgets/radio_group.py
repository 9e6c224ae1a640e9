"""A group of radio buttons, or of tick boxes, titled by its question: one Tab stop, arrows move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout

from .choice import Radio, Tick
from .heading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from .choice import Choosable


class RadioGroup(QGroupBox):
    """Sentences to choose from, under `title` for a screen reader; nothing is chosen beforehand.

    With `several`, any number can be chosen, each with the space bar, and what is exclusive only
    alone. Options stand under their headings, in the order given.

    Signals:
        chosen: another choice was made; carries the ids chosen, as a tuple.
    """

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        options: Sequence[Choosable],
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._options = tuple(options)
        self._buttons: tuple[Radio | Tick, ...] = tuple(
            Tick(o.say, o.more) if several else Radio(o.say, o.more) for o in self._options
        )
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._several = several
        self._lay_out()
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
        self._one_stop()
        self._group.idClicked.connect(self._clicked)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is chosen, in the order shown."""
        pairs = zip(self._options, self._buttons, strict=True)
        return tuple(option.id for option, button in pairs if button.isChecked())

    def choose(self, ids: Iterable[str]) -> None:
        """Choose exactly `ids`, without a signal."""
        wanted = set(ids)
        self._group.setExclusive(False)
        for option, button in zip(self._options, self._buttons, strict=True):
            button.setChecked(option.id in wanted)
        self._group.setExclusive(not self._several)
        self._one_stop()

    def button(self, option_id: str) -> Radio | Tick:
        """Return the button of the option called `option_id`. Raises KeyError if there is none."""
        for option, button in zip(self._options, self._buttons, strict=True):
            if option.id == option_id:
                return button
        raise KeyError(option_id)

    def first_focus(self) -> QWidget:
        """Return the button that Tab comes to: what is chosen, or the first."""
        return next((b for b in self._buttons if b.isChecked()), self._buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, round and round; a radio button is chosen as it is reached."""
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        way = ways.get(Qt.Key(event.key()))
        here = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), None)
        if way is None or here is None:
            super().keyPressEvent(event)
            return
        there = self._buttons[(here + way) % len(self._buttons)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._several:
            there.click()
        self._one_stop()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        under = ""
        for option, button in zip(self._options, self._buttons, strict=True):
            if option.under and option.under != under:
                layout.addSpacing(self.fontMetrics().height() // 2)
                layout.addWidget(Heading(option.under, 3))
            under = option.under
            layout.addWidget(button)

    def _clicked(self, place: int) -> None:
        if self._several and self._buttons[place].isChecked():
            self._keep_alone(place)
        self._one_stop()
        self.chosen.emit(self.ids)

    def _keep_alone(self, place: int) -> None:
        """Let go of what cannot stand beside the option at `place`."""
        alone = self._options[place].exclusive
        for other, (option, button) in enumerate(zip(self._options, self._buttons, strict=True)):
            if other != place and (alone or option.exclusive):
                button.setChecked(False)

    def _one_stop(self) -> None:
        """Let Tab stop once: at what is chosen, or else has the focus, or else is first."""
        if not self._buttons:
            return
        focused = next((b for b in self._buttons if b.hasFocus()), None)
        keeps = focused if self._several or not self.ids else None
        stop = keeps or self.first_focus()
        for button in self._buttons:
            tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
