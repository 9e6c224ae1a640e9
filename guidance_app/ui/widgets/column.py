"""A page's scrolling reading column: short lines, wide margins, the focus always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from guidance_app.ui.measures import measured
from guidance_app.ui.theme import set_role

from .numbers import NO_FOCUS
from .presses import HELD

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

CHARACTERS = 72
"""How many characters of ordinary writing stand on a line, at most."""

QUIET = 250
"""Milliseconds after which all is laid out that was given another size of text."""

CONTAINER = 132
"""How many characters wide page and margins are together; a wider window has wider margins."""

_SAMPLE = "Answer one question at a time, and write the reasons in your own words."


def line_of(widget: QWidget, characters: float) -> int:
    """Return in pixels how wide a line of so many characters of ordinary writing is there."""
    sample = measured(
        ("sample", widget.font().key()), lambda: widget.fontMetrics().horizontalAdvance(_SAMPLE)
    )
    return round(sample / len(_SAMPLE) * characters)


class Column(QScrollArea):
    """Holds the parts of a page one under the other, and scrolls; it is no stop for Tab itself.

    `characters` is the widest a line gets; the margins give way as the room gets narrow.
    """

    def __init__(self, *, characters: int = CHARACTERS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: QWidget | None = None
        self._read: float | None = None
        self._sizes = 0
        self._characters = characters
        self._room: tuple[int, ...] = ()
        self.setWidgetResizable(True)
        self.setViewport(QWidget())  # one that does not fill its ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", NO_FOCUS)
        self._ground = ground = QWidget()
        set_role(ground, "ground")
        self._reading = QWidget()
        self._outer = QHBoxLayout(ground)
        self._whole = QVBoxLayout(self._reading)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.body, self._foot = QVBoxLayout(), QVBoxLayout()
        self._whole.addLayout(self.body)
        self._whole.addLayout(self._foot)
        self._whole.addStretch(1)
        self._outer.addWidget(self._reading, 1)
        self._outer.addStretch(0)
        self._measure()
        self.setWidget(ground)
        ground.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._find_place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def add(self, widget: QWidget) -> QWidget:
        """Put `widget` under what is there, and return it."""
        self.body.addWidget(widget)
        return widget

    def hold_under(self, widget: QWidget) -> None:
        """Put `widget` under everything, whatever is added later."""
        self._foot.addWidget(widget)

    def keep_place(self) -> None:
        """Go on where one is reading once the text has the size that it is now given.

        Where what has the focus is in sight, that is followed; else one reads elsewhere.
        """
        followed = self._followed
        away = followed is None or not isValid(followed) or followed.visibleRegion().isEmpty()
        bar = self.verticalScrollBar()
        if self._read is None and self.isVisible() and away:
            self._read = bar.value() / max(1, self._ground.height())
        if self._read is not None:
            self._sizes += 1
            QTimer.singleShot(0, self, self._await_quiet)  # it may take long to be dressed

    def event(self, event: QEvent) -> bool:
        """Lay nothing out for a style while it is not seen: it is laid out when it is shown."""
        unseen = event.type() == QEvent.Type.StyleChange and not self.isVisible()
        return True if unseen else super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what has the focus when it grows, once the page has been laid out around it."""
        if event.type() == QEvent.Type.Resize and watched is self._followed:
            QTimer.singleShot(0, self, self._bring_into_sight)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margins what room there is, and keep what has the focus in sight."""
        if self._followed is not None and isValid(self._followed):
            above = self._followed.mapTo(self, QPoint()).y()
            if -self._followed.height() < above < event.oldSize().height():
                QTimer.singleShot(0, self, self._bring_into_sight)
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        line = metrics.height()
        side = max(line, min(round(line * 2.6), self.width() // 16))
        beside = max(side, (self.width() - line_of(self, CONTAINER)) // 2)
        room = (beside, side, line, line_of(self, self._characters))
        if room == self._room:
            return  # said again, it would have all of the page laid out again
        self._room = room
        self._outer.setContentsMargins(beside, round(line * 1.7), side, round(line * 2.2))
        self.body.setSpacing(round(line * 0.7))
        self._whole.setSpacing(line)
        self._reading.setMaximumWidth(room[-1])

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, and go on following it while it grows."""
        self._read = None  # one has gone elsewhere
        if self._followed is not None and isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed = now if now is not None and self._reading.isAncestorOf(now) else None
        if self._followed is not None:
            self._followed.installEventFilter(self)
            if self._is_held():
                QTimer.singleShot(QUIET, self, self._show_once_let_go)
            else:
                self._bring_into_sight()

    def _show_once_let_go(self) -> None:
        """Show what a mouse gave the focus to, if some of it is out of sight, once it is let go.

        What is pressed stays under the mouse: it would be let go elsewhere, and nothing be done.
        """
        followed = self._followed
        if self._is_held():
            QTimer.singleShot(QUIET, self, self._show_once_let_go)
        elif followed is None or not isValid(followed):
            return
        elif followed.visibleRegion().boundingRect() != followed.rect():
            self._bring_into_sight()

    def _is_held(self) -> bool:
        """Say whether a button of the mouse is held down on the page."""
        part: QWidget | None = self
        while part is not None and part.property(HELD) is None:
            part = part.parentWidget()
        return part is not None and bool(part.property(HELD))

    def _find_place(self) -> None:
        if self._read is not None:
            self.verticalScrollBar().setValue(round(self._read * self._ground.height()))

    def _await_quiet(self) -> None:
        QTimer.singleShot(QUIET, self, self._follow_again)

    def _follow_again(self) -> None:
        self._sizes -= 1
        if self._sizes:
            return  # it was given yet another size meanwhile
        self._find_place()
        self._read = None

    def _bring_into_sight(self) -> None:
        """Show all of what has the focus, or as much as fits around the cursor in it."""
        if self._read is not None or self._followed is None or not isValid(self._followed):
            return
        margin = 3 * self.fontMetrics().height()
        for corner in (self._followed.rect().bottomLeft(), self._followed.rect().topLeft()):
            at = self._followed.mapTo(self._ground, corner)
            self.ensureVisible(at.x(), at.y(), 0, margin)
        self.ensureWidgetVisible(self._followed, 0, margin)
