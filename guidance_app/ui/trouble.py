"""What happens when something is our fault: a report that holds no word of a case."""

import sys
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

_PACKAGE = Path(__file__).parents[1]


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where in the program it happened: names of faults, files and functions, and lines.

    Never the fault's own message, which may hold what was typed, nor a path of this computer.
    """
    lines = [kind.__name__]
    for frame, line in walk_tb(trace):
        code = frame.f_code
        path = Path(code.co_filename)
        inside = path.is_relative_to(_PACKAGE)
        where = path.relative_to(_PACKAGE).as_posix() if inside else path.name
        lines.append(f"  {where}, line {line}, in {code.co_name}")
    return "\n".join(lines)


class Trouble(QObject):
    """Catches what nobody else has.

    Signals:
        happened: carries the report.
    """

    happened = Signal(str)

    def watch(self) -> None:
        """Begin to catch faults, and to keep Qt's chatter to its warnings."""
        sys.excepthook = self.caught
        qInstallMessageHandler(_said_by_qt)

    def caught(
        self,
        kind: type[BaseException],
        value: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Tell of a fault; Ctrl+C in a terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        self.happened.emit(report(kind, trace))


def _said_by_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Pass Qt's warnings on to the terminal, if there is one; nothing is written down."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and sys.stderr is not None:
        print(f"Qt: {words}", file=sys.stderr)
