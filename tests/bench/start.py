"""From process start to the first page painted, beside a bare window with one label."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.times import Row, by_turns, row

ROOT = Path(__file__).parents[2]
ROUNDS = 15

_UNTIL_PAINTED = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Painted(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen.isWidgetType():
            QTimer.singleShot(0, self.done)
        return False
    def done(self):
        print((time.monotonic_ns() - int(os.environ["BEGUN"])) / 1e6, flush=True)
        os._exit(0)
app = QApplication([])
painted = Painted()
app.installEventFilter(painted)
"""
_BARE = f"""{_UNTIL_PAINTED}
from PySide6.QtWidgets import QLabel, QMainWindow
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.show()
app.exec()
"""
_OURS = f"""{_UNTIL_PAINTED}
from guidance_app.__main__ import main
main()
"""


def rows() -> Iterator[Row]:
    """Yield the two starts; bytecode is cached by the first, unmeasured turn."""
    with tempfile.TemporaryDirectory() as home:
        bare, ours = by_turns(ROUNDS, _started(_BARE, home), _started(_OURS, home))
    yield row("Start of a bare PySide6 window", bare)
    yield row("Start to first page painted", ours, than=bare)


def _started(program: str, home: str) -> Callable[[], float]:
    """Return what starts `program` and returns the milliseconds until it has painted."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def start() -> float:
        environment = {
            **kept,
            "QT_QPA_PLATFORM": "offscreen",
            "GUIDANCE_APP_HOME": home,
            "PYTHONPATH": str(ROOT),
            "BEGUN": str(time.monotonic_ns()),
        }
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return float(done.stdout.split()[-1])

    return start
