"""Home: start, practise, get help now, and go on with what is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guidance_app.core.ids import RecordId
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.row_list import Row, RowList
from guidance_app.ui.widgets.text import Text

from .page import Page

WIDE = 90
"""How many characters wide the list is; the sentences above it are shorter."""

FIRST_ROWS = 30
"""How many records are listed before finding narrows them down."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record as Home shows it: its reference, how far it has come, and when, in words."""

    id: RecordId
    reference: str
    where: str
    when: str
    done: bool = False


class HomePage(Page):
    """What can be done without a record, and the records that are kept.

    Signals:
        start_wanted, practice_wanted, danger_wanted: the three buttons.
        record_wanted: a record is to be opened; carries its id.
    """

    start_wanted = Signal()
    practice_wanted = Signal()
    danger_wanted = Signal()
    record_wanted = Signal(str)

    def __init__(
        self,
        waiting: Sequence[Waiting],
        *,
        practising: bool = False,
        find: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", characters=WIDE, parent=parent)
        self._rename(self.tr("Thinking of looking somebody up?"))
        self._waiting = tuple(waiting)
        self._start = Button(self.tr("Start"), Kind.PRIMARY)
        practise = Button(self.tr("Practise (nothing is kept)"))
        danger = Button(self.tr("Somebody is in danger now"))
        self._list = RowList()
        self._says = Text("", "quiet")
        self.add(
            Text(
                self.tr("Answer one question at a time. Stop when you like: nothing is lost."),
                "lead",
            )
        )
        self.add(
            Buttons(*((self._start, danger) if practising else (self._start, practise, danger)))
        )
        self.column.body.addSpacing(self.fontMetrics().height())
        self.add(Heading(self.tr("Continue"), 2))
        self.add(self._says)
        self.add(self._list)
        self._start.clicked.connect(self.start_wanted)
        practise.clicked.connect(self.practice_wanted)
        danger.clicked.connect(self.danger_wanted)
        self._list.picked.connect(self.record_wanted)
        self.narrow(find)

    def first_focus(self) -> QWidget:
        """Return the button that starts."""
        return self._start

    def narrow(self, words: str) -> None:
        """List only the records whose reference holds `words`."""
        wanted = words.strip().casefold()
        found = [w for w in self._waiting if wanted in w.reference.casefold()]
        self._list.show_rows([self._row(waiting) for waiting in found[:FIRST_ROWS]])
        self._list.setVisible(bool(found))
        says = self._counted(len(found), bool(wanted))
        self._says.say(says)
        self._says.setVisible(bool(says))

    def _counted(self, found: int, finding: bool) -> str:
        """Return what there is to say about how many are listed; nothing, if the list says it."""
        if not self._waiting:
            return self.tr(
                "Nothing yet. What you start is listed here, and you can leave it any time."
            )
        if not found:
            return self.tr("No record has these words in its reference.")
        if found > FIRST_ROWS:
            says = self.tr("The {some} touched last, of {all}. Find narrows them down.")
            return says.format(some=FIRST_ROWS, all=found)
        if finding:
            return self.tr("{found} of {all}").format(found=found, all=len(self._waiting))
        return ""

    def _row(self, waiting: Waiting) -> Row:
        title = waiting.reference or self.tr("No reference")
        action = self.tr("Open") if waiting.done else self.tr("Continue")
        return Row(waiting.id, title, f"{waiting.where} · {waiting.when}", action)
