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
        self._said = self._stays = ""
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
        return self._text.text()

    def tell(self, says: str, *, wrong: bool = False, stays: bool = False) -> None:
        """Say `says`, and take the focus so that it is heard."""
        self._before = QApplication.focusWidget()
        self._stays = says if stays else self._stays
        self._say(says, wrong=wrong)
        self._close.setFocus()

    def go(self) -> None:
        """Hide, and give the focus back to what had it."""
        had = self._close.hasFocus()
        if self._said == self._stays:
            self._stays = ""
        before = self._before
        self.drop()
        if had and before is not None and before.isVisible():
            before.setFocus()

    def drop(self) -> None:
        """Hide, or say again what stays, leaving the focus where it is: another page comes."""
        self._before = None
        if self._stays:
            self._say(self._stays, wrong=True)
        else:
            self.blank()

    def blank(self) -> None:
        """Hide, and show no word: what is hidden is found by assistive tools all the same."""
        self.hide()
        self._said = ""
        self._text.say("")
        self._close.say(self.tr("Close"), self.tr("Close"))

    def _say(self, says: str, *, wrong: bool) -> None:
        self.look("refusal" if wrong else "told")
        self._said = says
        self._text.say(says)
        self._close.say(self.tr("Close"), self.tr("{says} Close").format(says=says))
        self.show()
