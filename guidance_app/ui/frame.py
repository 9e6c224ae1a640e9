"""Three columns that fold: the right one goes under the page, then the left becomes a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from .first_paint import FirstPaint
from .side import Side
from .theme import change_role
from .widgets.column import line_of
from .widgets.presses import Presses
from .widgets.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from .pages.page import Page
    from .shown import Shown

LEFT, RIGHT = 36, 39
"""How many characters wide the side columns are."""

THREE, TWO = 158, 112
"""How many characters wide the window has to be for three columns, and for two."""


class Frame(QWidget):
    """Holds the page, what stands at its left and what stands at its right.

    What stands beside a page is made once the page has been painted. Until then its room is kept,
    with what stood there before. What was shown is let go of then, too.

    Signals:
        folded: the left column became a drawer, or a column again; carries whether it is a drawer.
    """

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._awaited: Shown | None = None
        self._painting: FirstPaint | None = None
        self._beside: QWidget | None = None
        self._before: list[QWidget] = []
        self._drawer_open = False
        self._wide = self._wider = True
        self._left = Side(self, "left")
        self._right = Side(self, "right", self.tr("Beside the page"))
        self._stage = Stage(self)
        self._presses = Presses(self)

    @property
    def drawer(self) -> bool:
        """Whether what stands at the left is a drawer, to be opened."""
        return self._has_left and not self._wide

    @property
    def _page(self) -> Page | None:
        return self._shown.page if self._shown is not None else None

    @property
    def _has_left(self) -> bool:
        return self._shown is not None and self._shown.left is not None

    def hold(self, shown: Shown, *, opening: bool = False) -> None:
        """Hold the page that is to be shown, in place of what is held, and its sides after it.

        `opening` says that the window is about to be shown, for the first time, with this page.
        """
        self._drawer_open = False
        if self._page is not None:
            self._page.uncover()
        if self._painting is not None and isValid(self._painting):
            self._painting.give_up()
        self._shown = self._awaited = shown
        self._beside = None
        before = self._stage.clear()  # before there is other room, which it would be laid out for
        self._before += [before] if before is not None else []
        self._fold(anew=True)
        self._stage.hold(shown.page)
        self._presses.page_came()
        if not self._has_left:
            self._clear()  # it is no page of a walk: nothing of one is left there for a moment
        if shown.page.isVisible() or opening:
            self._painting = FirstPaint(shown.page, shown.page.likeness)
            self._painting.over.connect(self.complete)
        else:
            self.complete()

    def complete(self) -> None:
        """Put in what waits for the page to have been painted: its end, and what is beside it."""
        awaited, self._awaited = self._awaited, None
        self._let_go()
        if self._page is not None:
            self._page.uncover()
        if awaited is None:
            return
        awaited.page.complete()
        if awaited.left is not None:
            self._left.hold(awaited.left())
        else:
            self._left.clear()
        self._right.clear()
        self._beside = awaited.right() if awaited.right is not None else None
        self._place_beside()
        self._fold()
        self._lay_out(awaited.page)

    def keep_place(self) -> None:
        """Let one go on reading where one was, now that the text is given another size."""
        if self._page is not None:
            self._page.column.keep_place()

    def forget(self) -> None:
        """Put nothing more in, and leave nothing at the sides: the records were locked."""
        self._awaited = None
        self._clear()

    def prepare(self, shown: Shown) -> None:
        """Lay a page out, unseen, in the room that it will have."""
        left, right = self._widths(shown)
        self._stage.prepare(shown.page, self.width() - left - right)
        shown.page.draw_ahead()

    def turn_drawer(self) -> None:
        """Go into what stands at the left, or back to the page; a drawer opens and closes by it."""
        self.complete()
        if self.drawer:
            inwards = self._drawer_open = not self._drawer_open
        else:
            inwards = self._has_left and not self._left.has_focus()
        self._show_sides()
        if inwards:
            self._left.enter()
        elif self._page is not None:
            self._page.first_focus().setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep presses that were meant for one page from the next."""
        super().showEvent(event)
        if (window := self.window().windowHandle()) is not None:
            window.installEventFilter(self._presses)  # once, however often it is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is less room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold where the text has grown."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fold(anew=True)

    def _lay_out(self, page: Page) -> None:
        """Lay out the end of `page`, and what is beside it, before any of it is painted."""
        from .widgets.laid_out import lay_out  # nothing waits for it before the first page is seen

        for area in (page.column, self._left.area, self._right.area):
            if area is not None:
                lay_out(area)

    def _clear(self) -> None:
        """Let go of what was shown before, and of the sides."""
        self._let_go()
        self._left.go()
        self._right.go()

    def _let_go(self) -> None:
        """Let go of what was shown before."""
        for page in self._before:
            page.hide()
            page.deleteLater()
        self._before.clear()

    def _fold(self, *, anew: bool = False) -> None:
        """Lay the columns out for the room there is."""
        wider = self.width() >= line_of(self, THREE)
        wide = self.width() >= line_of(self, TWO)
        if anew or (wide, wider) != (self._wide, self._wider):
            self._wide, self._wider = wide, wider
            self._place_beside()
            self.folded.emit(self.drawer)
        self._show_sides()

    def _show_sides(self) -> None:
        """Show or hide the columns at the sides, and place all three side by side.

        No layout does it: one would ask the whole window each time that a column comes or goes.
        """
        wide, high = self.width(), self.height()
        left, right = self._widths(self._shown, drawer=self._drawer_open)
        self._left.take_room(QRect(0, 0, left, high))
        self._stage.setGeometry(left, 0, max(0, wide - left - right), high)
        self._right.take_room(QRect(wide - right, 0, right, high))

    def _widths(self, shown: Shown | None, *, drawer: bool = False) -> tuple[int, int]:
        """Return how wide the columns beside `shown` are: 0, where there is none or no room."""
        has_left = shown is not None and shown.left is not None and (self._wide or drawer)
        has_right = shown is not None and shown.right is not None and self._wider
        return line_of(self, LEFT) if has_left else 0, line_of(self, RIGHT) if has_right else 0

    def _place_beside(self) -> None:
        """Put what belongs at the right there, or under the page."""
        if self._beside is None or self._page is None:
            return
        if self._wider:
            change_role(self._beside, "")
            self._right.hold(self._beside)
        else:
            self._right.give_up()
            self._beside.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
            change_role(self._beside, "under")
            self._page.hold_under(self._beside)
            self._beside.show()
