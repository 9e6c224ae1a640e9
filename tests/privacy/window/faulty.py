"""Opens a window in which something fails with a word of the case in its message.

The other half of `test_trouble.py`: says on standard output what somebody would then see, and
leaves to the error stream and the log whatever the program writes there.
"""

import gc
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from guidance_app.core.ids import OptionId, PackId, QuestionId
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.desk.sitting import Sitting
from guidance_app.store.records import Records
from guidance_app.ui.aside_pages import AsidePages
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.question_form import QuestionForm
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.pages_of import Pages
from guidance_app.ui.session import Session
from guidance_app.ui.trouble import Trouble
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.window import Window
from tests.privacy.window.seen import said

TURNS = 50
"""How often the event loop turns before it is looked what came of it."""


def failing(word: str) -> Callable[..., object]:
    """Return what fails, whatever it is given, with `word` in its message and in what led to it."""

    def fail(*_given: object, **_named: object) -> None:
        try:
            raise ValueError(f"while looking at {word}")
        except ValueError as error:
            raise KeyError(word, {"typed": word}) from error

    return fail


def in_a_slot(_window: Window, word: str) -> None:
    _soon(failing(word))


def in_an_event(window: Window, word: str) -> None:
    QuestionPage.keyPressEvent = failing(word)  # type: ignore[method-assign, assignment]
    none = Qt.KeyboardModifier.NoModifier
    _post(window.page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none))


def in_painting(window: Window, word: str) -> None:
    Text.paintEvent = failing(word)  # type: ignore[method-assign, assignment]
    window.update()
    _soon(lambda: delattr(Text, "paintEvent"))


def in_a_filter(window: Window, word: str) -> None:
    window.watch.eventFilter = failing(word)  # type: ignore[method-assign, assignment]
    window.page.installEventFilter(window.watch)
    _post(window.page, QEvent(QEvent.Type.User))


def in_the_desk(window: Window, word: str) -> None:
    Sitting.answer = failing(word)  # type: ignore[method-assign, assignment]
    _answer(window)


def in_the_store(window: Window, word: str) -> None:
    Records.append = failing(word)  # type: ignore[method-assign, assignment]
    _answer(window)


def in_a_page(window: Window, word: str) -> None:
    QuestionForm.__init__ = failing(word)  # type: ignore[method-assign, assignment]
    _answer(window)


def in_going(window: Window, word: str) -> None:
    QuestionPage.leave = failing(word)  # type: ignore[method-assign, assignment]
    _soon(window.way.home)


def in_the_page_of_faults(_window: Window, word: str) -> None:
    AsidePages._trouble = failing(word)  # type: ignore[method-assign, assignment]
    _soon(failing(word))


def in_every_page(window: Window, word: str) -> None:
    Pages.build = failing(word)  # type: ignore[method-assign, assignment]
    _answer(window)


def in_letting_go(_window: Window, word: str) -> None:
    kind = type("Held", (), {"__del__": failing(word), "__repr__": lambda _self: word})
    held = kind()
    del held
    gc.collect()


def as_a_refusal(_window: Window, word: str) -> None:
    def refuse() -> None:
        raise Refusal(word, word)

    _soon(refuse)


def in_closing(window: Window, word: str) -> None:
    window._session.lock = failing(word)  # type: ignore[method-assign, assignment]
    _soon(window.close)


PLACES: dict[str, Callable[[Window, str], None]] = {
    act.__name__.replace("_", " "): act
    for act in (
        *(in_a_slot, in_an_event, in_painting, in_a_filter, in_the_desk, in_the_store, in_a_page),
        *(in_going, in_the_page_of_faults, in_every_page, in_letting_go, as_a_refusal, in_closing),
    )
}


def _answer(window: Window) -> None:
    given = Answer(QuestionId("danger"), (OptionId("no"),))
    _soon(lambda: window.way.confirmed(given))


def _soon(act: Callable[[], object]) -> None:
    """Do `act` from the event loop, as Qt does what a person asks for."""
    QTimer.singleShot(0, act)


def _post(to: QWidget, event: QEvent) -> None:
    QApplication.postEvent(to, event)


class Story:
    """What happens once the event loop runs: the fault, some turns of the loop, and the end."""

    def __init__(self, window: Window, place: str, word: str) -> None:
        self._window = window
        self._happens = partial(PLACES[place], window, word)
        self._turns = 0

    def turn(self) -> None:
        """Take one turn of the loop."""
        if self._turns == 0:
            self._happens()
        self._turns += 1
        if self._turns < TURNS:
            _soon(self.turn)
            return
        print(said() if self._window.isVisible() else "")
        QApplication.exit()


def main(home: Path, place: str, word: str) -> None:
    """Open a window on `home`, let it fail at `place`, and print what is to be seen then."""
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    app = QApplication(["guidance-app"])
    app.setQuitOnLastWindowClosed(False)
    desk = desk_at(home)
    desk.settings = Settings(met=True)
    trouble = Trouble()
    trouble.watch()
    window = Window(Session(desk))
    trouble.happened.connect(window.trouble)
    window.show()
    desk.practise()
    window.way.begun(Beginning(PackId("england"), word))
    story = Story(window, place, word)
    _soon(story.turn)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
