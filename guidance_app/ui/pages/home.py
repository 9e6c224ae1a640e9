"""Home: start, practise, get help now, and go on with what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.row_list import Row, RowList, told_apart
from guidance_app.ui.widgets.seen import let_be_seen
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.ids import RecordId

WIDE = 90
"""How many characters wide the list is; the sentences above it are shorter."""

FIRST_ROWS = 10
"""How many records are listed before more are asked for, or finding narrows them down."""

IN_SIGHT = 7
"""How many of them a window of the usual size shows; the others come once it has been painted."""

MORE_ROWS = 30
"""How many are added each time that more are asked for."""


class Waiting(Struct, frozen=True):
    """A record as Home shows it: its reference, how far it has come, and when, in words."""

    id: RecordId
    reference: str
    where: str
    when: str
    done: bool = False


class Listing(Struct, frozen=True):
    """The first records with some words in them, how many there are, and the words.

    `read` is False where the records cannot be read.
    """

    waiting: tuple[Waiting, ...] = ()
    count: int = 0
    words: str = ""
    read: bool = True


class HomePage(Page):
    """What can be done without a record, and the records that are kept.

    Signals:
        start_wanted, practice_wanted, danger_wanted: the three buttons.
        record_wanted: a record is to be opened; carries its id.
        due_wanted: what is past the council's period is to be seen.
        backups_wanted: the backups are to be seen.
        more_wanted: more records are to be listed.
    """

    start_wanted = Signal()
    practice_wanted = Signal()
    danger_wanted = Signal()
    record_wanted = Signal(str)
    due_wanted = Signal()
    backups_wanted = Signal()
    more_wanted = Signal()

    def __init__(
        self,
        listing: Listing,
        *,
        due: int = 0,
        trouble: str = "",
        practising: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", characters=WIDE, parent=parent)
        self._rename(self.tr("Thinking of looking somebody up?"))
        self._start = Button(self.tr("Start"), Kind.PRIMARY)
        practise = Button(self.tr("Practise (nothing is kept)"))
        danger = Button(self.tr("Somebody is in danger now"))
        self._list = RowList()
        self._whole = False
        self._later: Sequence[Row] = ()
        self._says = Text("", "quiet")
        self._more = Button(self.tr("List more"), Kind.LINK)
        says = self.tr("Answer one question at a time. Stop when you like: nothing is lost.")
        self.add(Text(says, "lead"))
        self.add(
            Buttons(*((self._start, danger) if practising else (self._start, practise, danger)))
        )
        self.column.body.addSpacing(self.fontMetrics().height())
        if trouble:
            self._add_trouble(trouble)
        if due:
            self._add_due(due)
        self.add(Heading(self.tr("Continue"), 2))
        self.add(self._says)
        self.add(self._list)
        self.add(Buttons(self._more))
        self._start.clicked.connect(self.start_wanted)
        practise.clicked.connect(self.practice_wanted)
        danger.clicked.connect(self.danger_wanted)
        self._list.picked.connect(self.record_wanted)
        self._more.clicked.connect(self.more_wanted)
        self.show_found(listing)

    def complete(self) -> None:
        """List the records that are under the window's edge, too."""
        self._whole = True
        self._list.add_rows(self._later)
        self._later = ()
        self._order()

    def first_focus(self) -> QWidget:
        """Return the button that starts."""
        return self._start

    def show_found(self, listing: Listing) -> None:
        """List the records that were found, in place of those that are listed."""
        rows = told_apart([self._row(waiting) for waiting in listing.waiting])
        at_once = len(rows) if self._whole else IN_SIGHT
        self._later = rows[at_once:]
        self._list.show_rows(rows[:at_once])
        self._order()
        let_be_seen(self._list, bool(listing.waiting))
        says = self._counted(listing)
        self._says.say(says)
        let_be_seen(self._says, bool(says))
        let_be_seen(self._more, listing.count > len(listing.waiting))

    def go_to(self, number: int) -> None:
        """Put the focus on the row of that number, counted from nought, where there is one."""
        self.complete()
        self._list.go_to(number)

    def _order(self) -> None:
        """Let the rows be reached before the button under them, though they are made after it."""
        last = self._list.last_stop()
        if last is not None:
            self.setTabOrder(last, self._more)

    def _add_due(self, due: int) -> None:
        says = (
            self.tr("One record is past the period of your council.")
            if due == 1
            else self.tr("{due} records are past the period of your council.").format(due=due)
        )
        see = Button(self.tr("See what is due"), Kind.LINK)
        see.clicked.connect(self.due_wanted)
        self._add_matter(Text(says), see)

    def _add_trouble(self, trouble: str) -> None:
        see = Button(self.tr("Backups, and restoring one"), Kind.LINK)
        see.clicked.connect(self.backups_wanted)
        self._add_matter(Text(trouble, "label"), see)

    def _add_matter(self, says: Text, see: Button) -> None:
        """Say what is to be seen to, over the button that leads there."""
        self.add(says)
        self.add(Buttons(see))
        self.column.body.addSpacing(self.fontMetrics().height())

    def _counted(self, listing: Listing) -> str:
        """Return what there is to say about how many are listed; nothing, if the list says it."""
        some, count = len(listing.waiting), listing.count
        if not listing.read:
            return self.tr("Your records cannot be listed.")
        if not some and listing.words:
            return self.tr("No record has these words in it.")
        if not some:
            return self.tr(
                "Nothing yet. What you start is listed here, and you can leave it any time."
            )
        if count > some:
            says = self.tr("The {some} touched last, of {all}. Find narrows them down.")
            return says.format(some=some, all=f"{count:,}")
        if listing.words:
            says = self.tr("One record has these words in it.")
            return (
                says
                if count == 1
                else self.tr("{found} records have these words in them.").format(found=count)
            )
        return ""

    def _row(self, waiting: Waiting) -> Row:
        title = waiting.reference or self.tr("No reference")
        action = self.tr("Open") if waiting.done else self.tr("Continue")
        return Row(waiting.id, title, f"{waiting.where} · {waiting.when}", action)
