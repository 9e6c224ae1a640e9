"""Pages of an open record, each with words of an invented case on it; and the ways to leave them.

Every word of the case begins with `kestrel`, so that any of them is found.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from guidance_app.core.ids import QuestionId
from guidance_app.ui.actions import Deed
from guidance_app.ui.place import Spot
from tests.privacy.window.seen import settle
from tests.ui.building import Opened, begun

Act = Callable[[Opened], None]

CASE = "kestrel"
"""What every word of the case begins with."""


def walked(opened: Opened) -> Opened:
    """Walk to the outcome, with words of the case in everything that is typed."""
    begun(opened, f"{CASE} reference").answer("danger", "no")
    opened.answer("openness", "agrees", f"{CASE} reason")
    return opened


def question(opened: Opened) -> None:
    begun(opened, f"{CASE} reference").answer("danger", "no")
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText(f"{CASE} half a thought")


def refused(opened: Opened) -> None:
    question(opened)
    opened.window.page.go_on.click()  # type: ignore[attr-defined]  # a QuestionPage


def change(opened: Opened) -> None:
    walked(opened).answer("openness", "no", f"{CASE} other reason")
    assert opened.window.way.place.spot is Spot.CHANGE


def outcome(opened: Opened) -> None:
    walked(opened)


def check(opened: Opened) -> None:
    walked(opened).window.way.check()


def note(opened: Opened) -> None:
    walked(opened).window.way.note()


def earlier(opened: Opened) -> None:
    walked(opened).window.way.change(QuestionId("openness"))


def help_now(opened: Opened) -> None:
    walked(opened).window.way.danger()


def home(opened: Opened) -> None:
    walked(opened).window.way.home()


def found(opened: Opened) -> None:
    home(opened)
    box = next(
        box
        for box in opened.window.findChildren(QLineEdit)
        if box.accessibleName() == "Find in records"
    )
    box.setText(CASE)


def start(opened: Opened) -> None:
    opened.window.way.start()
    opened.window.page.findChildren(QLineEdit)[0].setText(f"{CASE} reference")


def removing(opened: Opened) -> None:
    walked(opened)
    name = opened.session.record.id
    opened.window.way.home()
    opened.window.way.remove(name)


def trouble(opened: Opened) -> None:
    question(opened)
    opened.window.trouble("KeyError\n  ui/way.py, line 1, in go")


PAGES: tuple[Act, ...] = (
    *(question, refused, change, outcome, check, note, earlier),
    *(help_now, home, found, start, removing, trouble),
)


def told(opened: Opened) -> None:
    """Have it said where a note was saved, under a name that somebody chose."""
    walked(opened).window.tell(f"The note is saved as {CASE}.docx, in the folder {Path('notes')}.")


def hide(opened: Opened) -> None:
    """Press Hide now, or its key."""
    opened.window.actions_table.action(Deed.HIDE).trigger()


def idle(opened: Opened) -> None:
    """Let nobody have been there for the time set."""
    opened.window.watch.idled.emit()


def escape(opened: Opened) -> None:
    """Press Esc three times."""
    for _ in range(3):
        opened.window.watch.press()


WAYS: tuple[Act, ...] = (hide, idle, escape)


def while_open(wanted: Callable[[], object], meanwhile: Callable[[], None]) -> None:
    """Open a dialog by `wanted`, do `meanwhile` once it is there, then close it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if dialog is None:
            return
        often.stop()
        settle()
        try:
            meanwhile()
        finally:
            if isValid(dialog):
                dialog.close()

    often = QTimer()
    often.timeout.connect(act)
    often.start(10)
    wanted()
    if often.isActive():  # a menu does not wait: it is there once it was wanted
        act()
    often.stop()
