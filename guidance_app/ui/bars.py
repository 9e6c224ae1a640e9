"""The bar above every page and the line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from .widgets.band import Band
from .widgets.button import Button
from .widgets.column import line_of
from .widgets.numbers import ALIGN_RIGHT, ALIGN_V_CENTER
from .widgets.seen import let_be_seen
from .widgets.steady import Steady
from .widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

NARROW = 110
"""How many characters wide a bar has to be to hold more than what it must."""

LONGEST = 60
"""How many characters of a title the upper bar shows; a longer one would make the bar higher."""


class Above(Struct, frozen=True):
    """What the upper bar shows. The last four say which controls are there."""

    title: str = ""
    detail: str = ""
    back: bool = False
    find: bool = False
    danger: bool = False
    answers: bool = False


class TopBar(Band):
    """Back, where one is, find, and the two buttons that are always at hand.

    Signals:
        back_wanted, danger_wanted, hide_wanted, answers_wanted: a button was pressed.
        find_wanted: the words to find are others; carries them.
    """

    back_wanted = Signal()
    danger_wanted = Signal()
    hide_wanted = Signal()
    answers_wanted = Signal()
    find_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._back = Button(self.tr("‹ Back"))
        self._answers = Button(self.tr("Your answers"))
        self._title, self._detail = Text("", "label"), Steady("", "quiet")
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("Find in records   Ctrl+F"))
        self._find.setAccessibleName(self.tr("Find in records"))
        self._danger = Button(
            self.tr("Danger now"), name=self.tr("Danger now: somebody is in danger, get help")
        )
        self._hide = Button(self.tr("Hide now"))
        self._lay_out()
        self._back.clicked.connect(self.back_wanted)
        self._answers.clicked.connect(self.answers_wanted)
        self._danger.clicked.connect(self.danger_wanted)
        self._hide.clicked.connect(self.hide_wanted)
        self._find.textChanged.connect(self.find_wanted)

    @property
    def find_box(self) -> QLineEdit:
        """The box for the words to find."""
        return self._find

    def say(self, above: Above) -> None:
        """Show `above`."""
        self._title.say(_short(above.title))
        self._title.setToolTip(above.title if len(above.title) > LONGEST else "")
        self._detail.say(above.detail)
        shown = (
            (self._back, above.back),
            (self._answers, above.answers),
            (self._find, above.find),
            (self._danger, above.danger),
            (self._title, bool(above.title)),
        )
        for widget, there in shown:
            let_be_seen(widget, there)
        self._find.setMinimumWidth(line_of(self, 24))
        self._find.setMaximumWidth(line_of(self, 42))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the page says too, where there is little room."""
        super().resizeEvent(event)
        let_be_seen(self._detail, self.width() >= line_of(self, NARROW))

    def offer_answers(self, there: bool) -> None:
        """Show the button for the drawer of answers while there is a drawer."""
        self._answers.setVisible(there)

    def _lay_out(self) -> None:
        layout = self.row
        line = self.fontMetrics().height()
        layout.setContentsMargins(line, line // 2, line, line // 2)
        layout.setSpacing(round(line * 0.8))
        layout.addWidget(self._back)
        layout.addWidget(self._answers)
        layout.addWidget(self._title, 0)
        layout.addWidget(self._detail)
        layout.addStretch(1)
        layout.addWidget(self._find, 8)
        layout.addWidget(self._danger)
        layout.addWidget(self._hide)


def _short(title: str) -> str:
    """Return as much of `title` as the bar has room for."""
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 2].rstrip()} …"


class Footer(Band):
    """What every page says: that it authorises nothing, what is kept, and which guidance it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("foot", parent)
        says = self.tr("A record of your thinking. It does not authorise anything.")
        self._always, self._kept, self._pack = (Text(t, "small") for t in (says, "", ""))
        self._kept.setWordWrap(False)
        layout = self.row
        line = self.fontMetrics().height()
        layout.setContentsMargins(line, line // 2, line, line // 2)
        layout.setSpacing(line * 2)
        layout.addWidget(self._always, 9)
        layout.addWidget(self._kept, 2)
        layout.addWidget(self._pack, 16)
        for text in (self._kept, self._pack):
            text.setProperty("alignment", ALIGN_RIGHT | ALIGN_V_CENTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out when it was kept, where there is little room for what has to be said."""
        super().resizeEvent(event)
        let_be_seen(self._kept, self.width() >= line_of(self, NARROW))

    def say(self, kept: str) -> None:
        """Show what is kept."""
        self._kept.say(kept)

    def name(self, pack: str) -> None:
        """Show which guidance it is, and what has to be said of it."""
        self._pack.say(pack)
