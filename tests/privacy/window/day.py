"""A day of work in the real window, by keys, with words of an invented case typed everywhere.

The other half of `test_canaries.py`. Each step is taken from the event loop, as a person's would
be; what is to be told goes to standard output as JSON, and all that is logged to the error stream.
"""

import json
import logging
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from unittest import mock

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from guidance_app.core.ids import QuestionId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Kind
from guidance_app.desk.desk import Desk
from guidance_app.desk.forms import Form
from guidance_app.desk.places import places
from guidance_app.desk.ports import Ports
from guidance_app.ui import dialogs
from guidance_app.ui.app import run
from guidance_app.ui.pages.fields import FieldsPage
from guidance_app.ui.pages.recovery import RecoveryPage
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.window import Window
from tests.privacy.folders import Folders
from tests.privacy.typed import TYPED
from tests.privacy.window.hands import print_to, save_by_dialog, walk
from tests.privacy.window.scenes import while_open
from tests.privacy.window.seen import settle
from tests.ui.england import TODAY, england
from tests.ui.keyboard import Key, Keyboard

Step = Callable[[], None]

OPENNESS = QuestionId("openness")
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

DAYS_END = 3
"""The exit status of a day on which a step could not be taken."""


class Day:
    """What a person does from the first start to closing the window, step by step."""

    def __init__(self, desk: Desk, folders: Folders, kind: str) -> None:
        self._desk = desk
        self._folders = folders
        self._steps: Iterator[Step] = iter(self._plan(kind))
        self.told: dict[str, object] = {"meanwhile": []}

    def go(self) -> None:
        """Take the next step, and look through all files once it is done."""
        step = next(self._steps, None)
        if step is None:
            return
        try:
            step()
            self._look(step.__name__)
        except BaseException:  # noqa: BLE001 – the program would show its own page for it
            traceback.print_exc(file=sys.stdout)
            QApplication.exit(DAYS_END)
            return
        QTimer.singleShot(0, self.go)

    def _plan(self, kind: str) -> tuple[Step, ...]:
        """Return the steps of a whole day, or of less: an answer, a note, or a note on paper."""
        begin = (self._come_in, self._begin)
        rest = (self._half, self._change, self._fields)
        save = (self._copy, self._save, self._save_by_dialog)
        paper = (self._preview, self._print)
        out = (self._fail, self._after, self._seek, self._hide, self._mistype, self._unlock)
        last = (self._resume, self._settings, self._backups, self._idle, self._unlock, self._close)
        return {
            "answer": (*begin, self._answer, self._close),
            "note": (*begin, self._walk, self._fields, self._copy, self._save_one, self._close),
            "paper": (*begin, self._walk, self._fields, *paper, self._close),
            "day": (*begin, self._walk, *rest, *save, *paper, *out, *last),
        }[kind]

    @property
    def _window(self) -> Window:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window))

    @property
    def _keys(self) -> Keyboard:
        keys = Keyboard(self._window)
        settle()  # after a dialog the window is not at once the active one again
        return keys

    def _look(self, step: str) -> None:
        found = self._folders.found(TYPED.words)
        told = self.told["meanwhile"]
        assert isinstance(told, list)
        told += [f"after {step}: {hit}" for hit in found]

    def _come_in(self) -> None:
        keys = self._keys
        keys.push("Continue")
        keys.write("New passphrase", TYPED.passphrase)
        keys.write("The same passphrase again", TYPED.passphrase)
        keys.push("Continue")
        assert isinstance(self._window.page, RecoveryPage)
        labels = self._window.page.findChildren(Text)
        self.told["code"] = next(t.text() for t in labels if t.property("role") == "code")
        keys.push("it is safe")
        keys.push("Continue")
        keys.write("Your name", "Jo Tran (invented)")
        keys.push("Continue")

    def _begin(self) -> None:
        keys = self._keys
        keys.push("Start")
        keys.write("Your reference", TYPED.reference)
        keys.push("Continue")

    def _answer(self) -> None:
        walk(self._keys, 1)

    def _walk(self) -> None:
        walk(self._keys)
        assert self._window.way.place.spot is Spot.OUTCOME

    def _half(self) -> None:
        """Type half a thought in place of a reason, and go back without giving it."""
        self._window.way.change(OPENNESS)
        self._write_reason(TYPED.half)
        self._keys.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert self._window.way.place.question != OPENNESS

    def _change(self) -> None:
        """Give another answer with another reason, look what it would do, and keep the first."""
        self._window.way.change(OPENNESS)
        keys = self._keys
        keys.choose(plain(england().questions[OPENNESS].options[-1].say))
        self._write_reason(TYPED.other)
        keys.push("See what changes")
        assert self._window.way.place.spot is Spot.CHANGE
        keys.push("Keep")
        keys.control(Key.Key_Z)
        keys.press(Key.Key_Z, CTRL_SHIFT)

    def _write_reason(self, words: str) -> None:
        self._keys.write(plain(england().questions[OPENNESS].reason_asks), words)

    def _fields(self) -> None:
        self._window.way.fields()
        page = self._window.page
        assert isinstance(page, FieldsPage)
        for field in self._desk.sitting.fields() if self._desk.sitting else ():
            if field.kind is Kind.TEXT:
                page.entry(field.id).write(TYPED.standing)
        self._window.way.note()
        settle()

    def _copy(self) -> None:
        self._keys.press(Key.Key_C, CTRL_SHIFT)
        assert TYPED.reason in QApplication.clipboard().text()

    def _save_one(self) -> None:
        self._save((Form.DOCX,))

    def _save(self, forms: Iterable[Form] = tuple(Form)) -> None:
        for form in forms:
            path = self._folders.export / f"note{form.suffix}"
            with mock.patch.object(dialogs, "ask_note_file", return_value=path):
                self._window.page.save_wanted.emit(form)  # type: ignore[attr-defined]  # a NotePage
            assert path.exists()

    def _save_by_dialog(self) -> None:
        """Save a note in the dialog, in a folder and under a name of one's own."""
        folder = self._folders.export / TYPED.folder
        folder.mkdir()
        save_by_dialog(self._keys, folder, f"{TYPED.file}.docx")
        assert (folder / f"{TYPED.file}.docx").exists()

    def _preview(self) -> None:
        keys = self._keys
        seen: list[str] = []
        while_open(lambda: keys.control(Key.Key_P), lambda: seen.append("preview"))
        assert seen

    def _print(self) -> None:
        to_pdf = partial(print_to, self._folders.export / "printed.pdf")
        with mock.patch.object(dialogs, "ask_print", to_pdf):
            self._keys.control(Key.Key_P)
        assert (self._folders.export / "printed.pdf").exists()

    def _fail(self) -> None:
        def fail() -> None:
            raise KeyError(TYPED.fault)

        QTimer.singleShot(0, fail)

    def _after(self) -> None:
        assert self._window.way.place.spot is Spot.TROUBLE
        self._keys.push("Copy the report")
        self._keys.push("Go on from Home")

    def _seek(self) -> None:
        self._keys.control(Key.Key_F)
        self._keys.type(TYPED.sought)
        settle()

    def _hide(self) -> None:
        self._keys.control(Key.Key_L)
        assert self._window.way.place.spot is Spot.HIDDEN

    def _mistype(self) -> None:
        keys = self._keys
        keys.push("Show again")
        keys.write("Passphrase", TYPED.wrong)
        keys.push("Unlock")
        keys.push("Use the recovery code instead")
        keys.write("Recovery code", TYPED.code)
        keys.push("Unlock")
        keys.push("Use the passphrase instead")

    def _unlock(self) -> None:
        if self._window.way.place.spot is Spot.HIDDEN:
            self._keys.push("Show again")
        self._keys.write("Passphrase", TYPED.passphrase)
        self._keys.push("Unlock")
        assert self._window.way.place.spot is not Spot.UNLOCK

    def _resume(self) -> None:
        self._window.way.home()
        self._window.way.resume(self._desk.kept()[0].id)

    def _settings(self) -> None:
        """Try to change the passphrase with a wrong one, then change it and change it back."""
        keys = self._keys
        keys.press(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        for old, new in (
            (TYPED.wrong, TYPED.another),
            (TYPED.passphrase, TYPED.another),
            (TYPED.another, TYPED.passphrase),
        ):
            keys.write("The passphrase you have now", old)
            keys.write("New passphrase", new)
            keys.write("The same new passphrase again", new)
            keys.push("Change the passphrase")

    def _backups(self) -> None:
        self._window.way.backups()
        for typed in (TYPED.wrong, TYPED.passphrase):
            self._keys.write("Your passphrase, or your recovery code", typed)
            self._keys.push("See what it gives back")
        self._window.way.back()

    def _idle(self) -> None:
        self._window.watch.idled.emit()
        assert self._window.way.place.spot is Spot.HIDDEN

    def _close(self) -> None:
        self.told["clipboard"] = QApplication.clipboard().text()
        print(json.dumps(self.told))
        self._window.close()


def main(base: Path, kind: str) -> int:
    """Run the program as it is started, with a person at its keys; return its exit status."""
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    app = QApplication(["guidance-app"])
    desk = Desk(places(), Ports(now=lambda: TODAY))
    day = Day(desk, Folders(base), kind)
    QTimer.singleShot(0, app, day.go)
    return run(desk)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
