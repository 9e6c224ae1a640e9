"""What every page is: a value in, signals out, a title, and a place for the focus to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.column import CHARACTERS, Column
from guidance_app.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from guidance_app.core.refusal import Refusal
    from guidance_app.ui.widgets.likeness import Likeness


class Page(QWidget):
    """A page of the window: a heading on a reading column, to which the page adds its parts.

    A page takes values in its constructor and emits values; it never reaches for the desk, a parent
    or a sibling.

    Signals:
        retitled: the title is another, or whether there is something to put right.
    """

    retitled = Signal()

    def __init__(
        self, title: str, *, characters: int = CHARACTERS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._faulty = False
        self._likeness: Likeness | None = None
        self.setAutoFillBackground(True)  # it shows nothing through, so nothing behind it is drawn
        self.column = Column(characters=characters)
        self.heading = Heading(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.column.add(self.heading)

    @property
    def title(self) -> str:
        """What the page is about, for the window's title."""
        return self._title

    @property
    def likeness(self) -> Likeness | None:
        """What is painted when the page comes, if it was drawn ahead: it covers all of the page."""
        return self._likeness

    @property
    def faulty(self) -> bool:
        """Whether there is something to put right before it can go on."""
        return self._faulty

    def _rename(self, title: str) -> None:
        """Take `title`; for pages whose title is one of the program's own sentences."""
        self._title = title
        self.heading.say(title)
        self.retitled.emit()

    def set_faulty(self, faulty: bool) -> None:
        """Say whether there is something to put right; the window's title then begins with it."""
        self._faulty = faulty
        self.retitled.emit()

    def add(self, widget: QWidget) -> None:
        """Put `widget` under what is there; buttons stand a little apart."""
        if isinstance(widget, Buttons):
            self.column.body.addSpacing(self.fontMetrics().height() // 3)
        self.column.add(widget)

    def hold_under(self, widget: QWidget) -> None:
        """Put `widget`, which stands beside the page where there is room, under it."""
        self.column.hold_under(widget)

    def draw_ahead(self) -> None:
        """Draw what the page, laid out and unseen, looks like; that is painted when it comes."""
        from guidance_app.ui.widgets.likeness import Likeness  # no first page is made ahead

        if self.first_focus() is self.heading and Likeness.can_be_of(self):  # no ring around it
            self._likeness = Likeness(self)
            for bar in (self.column.verticalScrollBar(), self.column.horizontalScrollBar()):
                bar.valueChanged.connect(self.uncover)

    def uncover(self) -> None:
        """Show the page itself, no longer its likeness."""
        likeness, self._likeness = self._likeness, None
        if likeness is not None:
            likeness.take_off()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep no likeness that was drawn for another screen."""
        super().showEvent(event)
        self._compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep no likeness of another size."""
        super().resizeEvent(event)
        self._compare()

    def _compare(self) -> None:
        if self._likeness is not None and not self._likeness.fits(self):
            self.uncover()

    def complete(self) -> None:
        """Add what nobody sees at first; called once the page has been painted."""

    def refuse(self, refusal: Refusal) -> bool:
        """Show what could not be done beside its control; False, if the page has no room for it."""
        return False

    def first_focus(self) -> QWidget:
        """Return where the focus goes when the page is shown: its heading, unless overridden."""
        return self.heading

    def leave(self) -> None:
        """Emit what is half typed; called before the page goes, for whatever reason."""
