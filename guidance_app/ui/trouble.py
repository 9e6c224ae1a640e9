"""What happens when something is our fault: a report that holds no word of a case."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler
from shiboken6 import isValid

from guidance_app.trace import report

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

__all__ = ["Trouble", "report"]


class Trouble(QObject):
    """Catches what nobody else has.

    Signals:
        happened: carries the report; a fault while it is being told is only written down.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._telling = False

    def watch(self) -> None:
        """Begin to catch faults, and to keep Qt's chatter to its warnings."""
        sys.excepthook = self.caught
        sys.unraisablehook = self.let_go
        qInstallMessageHandler(_said_by_qt)

    def caught(
        self,
        kind: type[BaseException],
        value: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Tell of a fault; Ctrl+C in a terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            _write(kind.__name__)  # and not what it interrupted, which may hold words of a case
            return
        said = report(kind, trace)
        if self._telling or not isValid(self):  # the program may be ending
            _write(said)
            return
        self._telling = True
        try:
            self.happened.emit(said)
        finally:
            self._telling = False

    def let_go(self, fault: sys.UnraisableHookArgs) -> None:
        """Write down where it happened, for a fault that no code could have taken."""
        _write(report(fault.exc_type, fault.exc_traceback))


def _write(said: str) -> None:
    if sys.stderr is not None:
        print(said, file=sys.stderr)


def _said_by_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Pass Qt's warnings on to the terminal, if there is one; nothing is written down."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and sys.stderr is not None:
        print(f"Qt: {words}", file=sys.stderr)
