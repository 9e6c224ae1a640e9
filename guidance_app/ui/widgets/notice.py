"""One sentence above the page about what was done, or could not be."""

from PySide6.QtWidgets import QApplication, QWidget

from .band import Band, halfway
from .button import Button
from .text import Text


class Notice(Band):
    """Hidden until there is something to say. Closing it gives the focus back.

    It goes when another page comes, unless what it says `stays` until it is closed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._text = Text()
        self._close = Button(self.tr("Close"))
        self._before: QWidget | None = None
        self._stays = False
        line = self.fontMetrics().height()
        layout = self.row
        layout.setContentsMargins(line, line // 2, line, line // 2)
        layout.addWidget(self._text, 1)
        layout.addLayout(halfway(self._close))
        self._close.clicked.connect(self.go)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, says: str, *, wrong: bool = False, stays: bool = False) -> None:
        """Say `says`, and take the focus so that it is heard."""
        self._stays = stays
        self._before = QApplication.focusWidget()
        self.look("refusal" if wrong else "told")
        self._text.say(says)
        self._close.say(self.tr("Close"), self.tr("{says} Close").format(says=says))
        self.show()
        self._close.setFocus()

    def go(self) -> None:
        """Hide, and give the focus back to what had it."""
        had = self._close.hasFocus()
        self._forget()
        before, self._before = self._before, None
        if had and before is not None and before.isVisible():
            before.setFocus()

    def drop(self) -> None:
        """Hide, leaving the focus where it is; for when another page comes."""
        self._before = None
        if not self._stays:
            self._forget()

    def _forget(self) -> None:
        """Hide, and keep no word: what is hidden is found by assistive tools all the same."""
        self._stays = False
        self.hide()
        self._text.say("")
        self._close.say(self.tr("Close"), self.tr("Close"))
