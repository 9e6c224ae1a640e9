"""Where a page stands: it fills all there is. Another can be laid out behind it, unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from .seen import let_be_seen

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Stage(QWidget):
    """Shows one page at a time, at its own size; no other layout is asked when a page comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None

    def clear(self) -> QWidget | None:
        """Hold no page, and return what was shown, out of sight now and still to be hidden.

        To hide it takes time that nobody has to wait for, and sends the focus elsewhere first.
        """
        before, self._page = self._page, None
        if before is not None:
            before.move(-before.width(), 0)
        return before

    def hold(self, page: QWidget) -> None:
        """Show `page`, where none is held."""
        self._page = page
        if page.parentWidget() is not self:
            page.setParent(self)
        page.setGeometry(self.rect())
        if self.isVisible():
            page.show()
        else:
            let_be_seen(page, True)  # with the window

    def prepare(self, page: QWidget, width: int) -> None:
        """Dress `page` and lay it out `width` pixels wide, as it will be shown, unseen."""
        from .laid_out import give_room  # no first page is made ahead

        page.hide()
        page.setParent(self)
        page.resize(width, self.height())
        parts = page.findChildren(QWidget)
        for part in parts:
            part.ensurePolished()
        # Told later that it has been dressed, a button would ask for its room once more.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.PolishRequest.value)
        one = QRegion(0, 0, 1, 1)  # drawing any part of it lays out the whole
        page.render(QPixmap(1, 1), QPoint(), one, QWidget.RenderFlag(0))
        give_room([page, *parts])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page all there is."""
        super().resizeEvent(event)
        if self._page is not None:
            self._page.setGeometry(self.rect())
