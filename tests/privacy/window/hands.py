"""What a person's hands do in the window: walk through the England pack, save and print a note."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from guidance_app.core.ids import OutcomeId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Kind
from guidance_app.ui.printing import Printable
from tests.privacy.typed import TYPED
from tests.ui.england import england, shortest_walks
from tests.ui.keyboard import Key, Keyboard

END = OutcomeId("one-open-look")


def walk(keys: Keyboard, most: int = 100) -> None:
    """Answer question after question, at `most` so many, with words of the case in every box."""
    pack = england()
    for name, options in shortest_walks(pack)[END][:most]:
        question = pack.questions[name]
        chosen = question.option(options[0])
        assert chosen is not None
        keys.choose(plain(chosen.say))
        for field in question.fields:
            if not field.only_for or chosen.id in field.only_for:
                date = field.kind is Kind.DATE
                keys.write(plain(field.ask), "18 11 2026" if date else TYPED.field)
        if question.reason.value != "none":
            keys.write(plain(question.reason_asks), TYPED.reason)
        keys.push("Continue")


def save_by_dialog(keys: Keyboard, folder: Path, name: str) -> None:
    """Press Ctrl+S; in the dialog that opens go into `folder`, and save as `name`."""
    lines = iter((str(folder), name))

    def answer() -> None:
        line = QApplication.focusWidget()
        if QApplication.activeModalWidget() is not None and isinstance(line, QLineEdit):
            line.selectAll()
            QTest.keyClicks(line, next(lines))
            QTest.keyClick(line, Key.Key_Return)

    often = QTimer()
    often.timeout.connect(answer)
    often.start(10)
    keys.control(Key.Key_S)
    often.stop()


def print_to(path: Path, _parent: QWidget, paper: Printable) -> bool:
    """Print `paper` as a PDF at `path`, without the dialog that asks for a printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    paper.draw(printer)
    return True
