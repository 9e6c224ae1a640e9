"""A column at a side of the page, which is there once there is something to hold in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from .theme import set_role

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class Side:
    """Holds a panel at a side, the "left" or the "right" one, of `frame`.

    It is made with the first panel, or with the first room it is given. Called by a `name`, it is a
    stop for Tab while there is more in it than is seen: keys scroll it.
    """

    def __init__(self, frame: QWidget, role: str, name: str = "") -> None:
        self._frame, self._role, self._name = frame, role, name
        self._made: _Scrolled | None = None

    @property
    def area(self) -> QScrollArea | None:
        """What scrolls, if it is there."""
        return self._made

    @property
    def panel(self) -> QWidget | None:
        """What is held."""
        return self._made.widget() if self._made is not None else None

    def hold(self, panel: QWidget) -> None:
        """Hold `panel` in place of what is held, which may be the same."""
        self._there().hold(panel)

    def clear(self) -> None:
        """Hold nothing, and let go of what was held."""
        if self._made is not None:
            self._made.hold(None)

    def go(self) -> None:
        """Be no longer there, nor what is held."""
        if self._made is not None:
            self._made.hide()
            self._made.setParent(None)
            self._made.deleteLater()
            self._made = None

    def has_focus(self) -> bool:
        """Say whether the focus is in what is held."""
        focus = QApplication.focusWidget()
        return self._made is not None and focus is not None and self._made.isAncestorOf(focus)

    def enter(self) -> None:
        """Put the focus on what has the property "begins", in sight, or else on what is held."""
        if self._made is None or (panel := self._made.widget()) is None:
            return
        parts = panel.findChildren(QWidget)
        begins = (part for part in parts if part.property("begins") and part.isVisible())
        next(begins, panel).setFocus()
        self._made.bring_into_sight()

    def give_up(self) -> None:
        """Hold nothing; what was held belongs to who takes it."""
        if self._made is not None:
            self._made.takeWidget()

    def take_room(self, room: QRect) -> None:
        """Fill `room`; where that has no width, be hidden."""
        if room.width() > 0:
            there = self._there()
            there.setGeometry(room)
            there.show()
        elif self._made is not None:
            self._made.hide()

    def _there(self) -> _Scrolled:
        if self._made is None:
            self._made = _Scrolled(self._role, self._frame)
            if self._name:
                self._made.be_reached(self._name)
        return self._made


class _Scrolled(QScrollArea):
    """A side column as shown: it scrolls."""

    def __init__(self, role: str, frame: QWidget) -> None:
        super().__init__(frame)
        self._settled = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded)
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
            parts = self.findChildren(QWidget)  # some were taken out, and are not gone yet
            found = [part for part in parts if part.property("here") and part.isVisible()]
            here = max(found, key=lambda part: int(part.property("here")), default=None)
            if here is not None:
                self.ensureWidgetVisible(here, 0, here.height())
            self.bring_into_sight()
        return done

    def bring_into_sight(self) -> None:
        """Show what has the focus, if that is in here."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, focus.height() // 2)

    def _offer(self, _least: int, most: int) -> None:
        reached = QtCore.Qt.FocusPolicy.TabFocus if most > 0 else QtCore.Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(reached)
