"""Three columns that fold: the right one goes under the page, then the left becomes a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .first_paint import FirstPaint
from .theme import set_role
from .widgets.column import line_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from .pages.page import Page
    from .shown import Shown

LEFT, RIGHT = 36, 39
"""How many characters wide the side columns are."""

THREE, TWO = 158, 112
"""How many characters wide the window has to be for three columns, and for two."""


class Frame(QWidget):
    """Holds the page, what stands at its left and what stands at its right.

    What stands beside a page is made once the page has been painted. Until then its room is kept,
    with what stood there before.

    Signals:
        folded: the left column became a drawer, or a column again; carries whether it is a drawer.
    """

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._awaited: Shown | None = None
        self._beside: QWidget | None = None
        self._drawer_open = False
        self._wide = self._wider = True
        self._left, self._right = _Side("left"), _Side("right")
        self._right.be_reached(self.tr("Beside the page"))
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left)
        layout.addWidget(middle, 1)
        layout.addWidget(self._right)

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

    @property
    def _has_right(self) -> bool:
        return self._shown is not None and self._shown.right is not None

    def hold(self, shown: Shown) -> None:
        """Hold the page that is to be shown, in place of what is held, and its sides after it."""
        old = self._page
        if old is not None:
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._drawer_open = False
        self._shown = self._awaited = shown
        self._beside = None
        if not self._has_left:
            self._left.hold(None)
        if not self._has_right:
            self._right.hold(None)
        self._middle.addWidget(shown.page)
        self._fold(anew=True)
        shown.page.show()  # now, and not when the layout gets round to it
        if shown.page.isVisible():
            FirstPaint(shown.page).over.connect(self.complete)
        else:
            self.complete()

    def complete(self) -> None:
        """Put in what waits for the page to have been painted: its end, and what is beside it."""
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        awaited.page.complete()
        if awaited.left is not None:
            self._left.hold(awaited.left())
        self._right.hold(None)
        self._beside = awaited.right() if awaited.right is not None else None
        self._place_beside()
        self._fold()

    def forget(self) -> None:
        """Put nothing more in: the records were locked, and the page is about to go."""
        self._awaited = None

    def turn_drawer(self) -> None:
        """Open the drawer and go into it, or close it."""
        self.complete()
        self._drawer_open = not self._drawer_open
        self._left.setVisible(self._has_left and self._drawer_open)
        panel = self._left.widget()
        if self._drawer_open and panel is not None:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)
            panel.focusNextChild()
        elif self._page is not None:
            self._page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is less room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold where the text has grown."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fold(anew=True)

    def _fold(self, *, anew: bool = False) -> None:
        """Lay the columns out for the room there is."""
        metrics = self.fontMetrics()
        wider = self.width() >= line_of(metrics, THREE)
        wide = self.width() >= line_of(metrics, TWO)
        self._left.setFixedWidth(line_of(metrics, LEFT))
        self._right.setFixedWidth(line_of(metrics, RIGHT))
        if anew or (wide, wider) != (self._wide, self._wider):
            self._wide, self._wider = wide, wider
            self._place_beside()
            self.folded.emit(self.drawer)
        self._left.setVisible(self._has_left and (wide or self._drawer_open))
        self._right.setVisible(self._has_right and wider)

    def _place_beside(self) -> None:
        """Put what belongs at the right there, or under the page."""
        if self._beside is None or self._page is None:
            return
        if self._wider:
            set_role(self._beside, "")
            self._right.hold(self._beside)
        else:
            self._right.takeWidget()
            self._beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            set_role(self._beside, "under")
            self._page.hold_under(self._beside)
            self._beside.show()


class _Side(QScrollArea):
    """A side column: it scrolls."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._settled = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setViewport(QWidget())  # one that does not fill its ground
        set_role(self, role)

    def hold(self, panel: QWidget | None) -> None:
        """Hold `panel` in place of what is held, which may be the same."""
        self._settled = panel is None
        if panel is not None and panel is self.widget():
            return
        old: QWidget | None = self.takeWidget()
        if old is not None and old is not panel:
            old.hide()
            old.deleteLater()
        if panel is not None:
            self.setWidget(panel)
            panel.setAutoFillBackground(False)

    def be_reached(self, name: str) -> None:
        """Be a stop for Tab, called `name`, while there is more than is seen: keys scroll it."""
        self.setAccessibleName(name)
        self.verticalScrollBar().rangeChanged.connect(self._offer)

    def event(self, event: QEvent) -> bool:
        """Bring where one is into sight, once what is held has been laid out."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self._settled:
            self._settled = True
            here = next(
                (w for w in self.findChildren(QWidget) if w.property("role") == "here"), None
            )
            if here is not None:
                self.ensureWidgetVisible(here, 0, here.height())
        return done

    def _offer(self, _least: int, most: int) -> None:
        reached = Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(reached)
