"""From process start to the first page painted, beside a bare window with one label."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.store import vault
from tests.bench.plain import fill
from tests.bench.stores import CHEAP, PASSPHRASE
from tests.bench.times import Row, by_turns, row

ROOT = Path(__file__).parents[2]
ROUNDS = 21
RECORDS = 1_000
SLOWER = 1.5
"""How many times as long as a bare window the program may take to its first page."""

LARGER = 1.6
"""How many times as much memory it may have taken by then."""

_TELL = """
import os, re, time
def tell(word):
    took = (time.monotonic_ns() - int(os.environ["BEGUN"])) / 1e6
    with open("/proc/self/status") as status:
        most = int(re.search(r"VmHWM:\\s*(\\d+) kB", status.read())[1])
    print(word, took, most / 1024, flush=True)
"""
_BARE = f"""{_TELL}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    tell("painted")
    os._exit(0)
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("Hello"))
window.show()
app.exec()
"""
FIRST_PAGE = f"""{_TELL}
from guidance_app.__main__ import open_window
from guidance_app.desk.desk import desk_at
desk = desk_at()
if "KEY" in os.environ:
    key = bytes.fromhex(os.environ["KEY"])
    desk.unlock_by(lambda header: key)
import guidance_app.ui.begin
from guidance_app.ui.first_paint import FirstPaint
begin_the_rest = FirstPaint._tell
waited = []
def painted(self):
    waited.append(self)
    if len(waited) == 1:
        tell("painted")
    if "WHOLE" in os.environ:
        begin_the_rest(self)
        if len(waited) < 2:
            return
        tell("whole")
    os._exit(0)
FirstPaint._tell = painted
open_window(desk)
"""
"""Opens the records by the key in KEY, if there is one, and ends once the page is painted."""


def rows() -> Iterator[Row]:
    """Yield the starts and the memory; bytecode is cached by the first, unmeasured turn."""
    with tempfile.TemporaryDirectory() as home:
        key = kept(Path(home), RECORDS)
        programs = ((_BARE, ""), (FIRST_PAGE, key), (FIRST_PAGE, ""))
        bare, ours, locked = by_turns(ROUNDS, *(_started(p, home, k) for p, k in programs))
        told = dict(_told(FIRST_PAGE, home, key, WHOLE="1"))
        plain = dict(_told(_BARE, home))
    records = f"{RECORDS:,} records"
    yield row("Start of a bare PySide6 window", bare)
    yield row(f"Start to Home painted, {records}, by a raw key", ours, than=bare, goal=SLOWER)
    yield row("Start to the page that asks for the passphrase", locked, than=bare, goal=SLOWER)
    yield row("  until all that waited for the painting is done, too", [told["whole"][0]])
    yield row("Peak memory of the bare window, MiB", [plain["painted"][1]])
    most = [told["painted"][1]]
    yield row("Peak memory at Home painted, MiB", most, [plain["painted"][1]], goal=LARGER)


def kept(home: Path, count: int) -> str:
    """Keep records in `home`, as somebody has them who worked before; return their key in hex."""
    desk = desk_at(home)
    desk.choose(Settings(name="An invented name", met=True))
    records, _ = vault.make(home / "records", PASSPHRASE, CHEAP)
    records.remember("recovery code", "kept")
    fill(count, records.read_by(lambda opened: opened))
    assert records.home is not None
    key = records.home.key
    records.close()
    desk.unlock_by(lambda _header: key)
    desk.pack("england")
    desk.lock()
    return key.hex()


def _started(program: str, home: str, key: str = "") -> Callable[[], float]:
    """Return what starts `program` and returns the milliseconds until it has painted."""
    return lambda: dict(_told(program, home, key))["painted"][0]


def _told(
    program: str, home: str, key: str = "", **more: str
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Start `program`, and yield what it tells: a word, milliseconds, and MiB."""
    around = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {
        **around,
        "QT_QPA_PLATFORM": "offscreen",
        "GUIDANCE_APP_HOME": home,
        "PYTHONPATH": str(ROOT),
        **({"KEY": key} if key else {}),
        **more,
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
    for line in done.stdout.splitlines():
        word, took, most = line.split()
        yield word, (float(took), float(most))
