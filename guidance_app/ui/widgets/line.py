"""A box for one line, with its label and a hint; secret lines can be shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from .choice import Tick
from .seen import let_be_seen
from .text import Text


class Line(QWidget):
    """A label, a quiet hint, and a box for one line under them.

    Signals:
        typed: the words are others; carries them.
        entered: Enter was pressed.
    """

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        words: str = "",
        *,
        hint: str = "",
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edit = QLineEdit(words)
        self._edit.setMaxLength(1000)
        self._edit.setAccessibleName(label)
        self._edit.setAccessibleDescription(hint)
        title = Text(label, "label")
        title.setBuddy(self._edit)
        self._notice = Text("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(title)
        if hint:
            layout.addWidget(Text(hint, "quiet"))
        layout.addWidget(self._edit)
        layout.addWidget(self._notice)
        self._notice.hide()
        if secret:
            self._edit.setEchoMode(QLineEdit.EchoMode.Password)
            show = Tick(self.tr("Show what I type"))
            show.setAccessibleName(self.tr("Show what I type: {label}").format(label=label))
            show.toggled.connect(self._show)
            layout.addWidget(show)
        self.setFocusProxy(self._edit)
        self._edit.textChanged.connect(self.typed)
        self._edit.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self._edit.text()

    @property
    def edit(self) -> QLineEdit:
        """The box itself."""
        return self._edit

    def write(self, words: str) -> None:
        """Put `words` into the box."""
        self._edit.setText(words)

    def notice(self, says: str) -> None:
        """Say quietly what is noticed about the words; nothing, for nothing."""
        if says or not self._notice.sizePolicy().retainSizeWhenHidden():
            self._notice.say(says)
        let_be_seen(self._notice, bool(says))

    def keep_room_for(self, says: str) -> None:
        """Keep the room for what may be noticed, so that nothing moves when it is said."""
        self._notice.say(says)
        policy = self._notice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._notice.setSizePolicy(policy)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._edit.setEchoMode(mode)
