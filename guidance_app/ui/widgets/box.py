"""A box for a person's own words: it grows with them, and Tab leaves it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from guidance_app.core.hints import text_hint
from guidance_app.core.text import LONGEST_TEXT

from .seen import let_be_seen
from .text import Text

LEAST_LINES, MOST_LINES = 3, 14


class Box(QWidget):
    """A label, the box under it, and a quiet hint where the words could name or find somebody.

    What does not fit is never cut: the hint says by how much it is too long, and Continue refuses.

    Signals:
        typed: the words are others.
    """

    typed = Signal()

    def __init__(
        self, label: str, words: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = Text(label, "label")
        self._under_label = Text(hint, "quiet")
        self._edit = QPlainTextEdit()
        self._hint = Text("", "small")
        self._label.setBuddy(self._edit)
        self._edit.setAccessibleName(label)
        self._edit.setAccessibleDescription(hint)
        self._edit.setTabChangesFocus(True)
        self._edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._edit.setPlainText(words)
        if words:
            self._edit.moveCursor(QTextCursor.MoveOperation.End)  # where one goes on writing
        self.setFocusProxy(self._edit)
        self._lay_out(bool(hint))
        self._edit.textChanged.connect(self._changed)
        self._edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()
        self._look()

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self._edit.toPlainText()

    @property
    def edit(self) -> QPlainTextEdit:
        """The box itself, for the focus and for tests."""
        return self._edit

    def write(self, words: str) -> None:
        """Put `words` into the box, in place of what stood there."""
        self._edit.setPlainText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the text's size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _lay_out(self, hinted: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 3)
        layout.addWidget(self._label)
        layout.addWidget(self._under_label)
        layout.addWidget(self._edit)
        layout.addWidget(self._hint)
        let_be_seen(self._under_label, hinted)

    def _changed(self) -> None:
        self._look()
        self.typed.emit()

    def _look(self) -> None:
        """Say quietly what is noticed about the words."""
        words = self.words
        over = len(words) - LONGEST_TEXT
        says = (
            self.tr("{over} characters more than fit. Shorten it.").format(over=f"{over:,}")
            if over > 0
            else text_hint(words)
        )
        self._hint.say(says)
        let_be_seen(self._hint, bool(says))

    def _grow(self) -> None:
        """Be as high as the words, between the least and the most number of lines."""
        line = self._edit.fontMetrics().lineSpacing()
        lines = self._edit.document().documentLayout().documentSize().height()
        shown = min(max(int(lines), LEAST_LINES), MOST_LINES)
        self._edit.setFixedHeight(shown * line + round(line * 1.3))
