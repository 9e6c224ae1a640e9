"""From a key pressed to the next page painted, over random walks through England and a ladder."""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from guidance_app.core.ids import OptionId, PackId
from guidance_app.core.kinds import Kind
from guidance_app.core.pack import Question
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.app import Wardrobe
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.bench.ladders import ladder
from tests.bench.times import Row, percentile, row

STEPS = 10_000
LENGTHS = (100, 1_000)
"""How many questions the ladders have."""

SHORT = f"ladder-{LENGTHS[0]}"
"""What only shows that the length of a pack is no matter: a fifth of the steps is enough."""

FRAME = 1000 / 60
"""How many milliseconds a picture stands on a screen."""

PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but what is measured here


def rows(steps: int = STEPS) -> Iterator[Row]:
    """Yield the time of a step with its answer kept, encrypted, before the page is shown."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    with tempfile.TemporaryDirectory() as home:
        for length in LENGTHS:
            _put(Path(home) / "rules" / f"ladder-{length}", ladder(length))
        desk = desk_at(Path(home))
        desk.settings = Settings(met=True, lock_after_minutes=0)  # nobody is there all the while
        desk.make_store(PASSPHRASE)
        Wardrobe(app, desk).dress(desk.settings)
        window = Window(Session(desk))
        window.show()
        window.way.home()
        for pack in ("england", *(f"ladder-{length}" for length in LENGTHS)):
            walker = Walker(app, desk, window, pack)
            times = walker.walk(steps // 5 if pack == SHORT else steps)
            size = int(pack.rpartition("-")[2]) if "-" in pack else None
            what = f"{len(times):,} steps, {pack}: key pressed to page painted"
            worst = percentile(times, 99)
            ratio, median = worst / FRAME, statistics.median(times)
            yield Row(what, median, worst, ratio, "a step in the window", size, goal=1.0)
            yield row(f"  and what stands beside the page painted too, {pack}", walker.whole)
            if pack != "england":
                yield from _by_place(pack, times)
        window.close()


def _by_place(pack: str, times: list[float]) -> Iterator[Row]:
    """Yield the first and the last quarter: a walk that has become long is no slower."""
    part = len(times) // 4
    yield row(f"  of these the first quarter, {pack}", times[:part])
    yield row(f"  of these the last quarter, {pack}", times[-part:], than=times[:part])


def _put(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data.replace(b"pack: ladder", f"pack: {folder.name}".encode()))


class Walker(QObject):
    """Fills each page in, presses Ctrl+Enter, and waits until the next page has been painted."""

    def __init__(self, app: QApplication, desk: Desk, window: Window, pack: str) -> None:
        super().__init__()
        self._app, self._desk, self._window = app, desk, window
        self._pack = PackId(pack)
        self._loop = QEventLoop()
        self._chance = random.Random(7)
        self._times: list[float] = []
        self._whole: list[float] = []
        self._wanted = 0
        self._begun = 0
        self._painted = False
        window.way.arrived.connect(self._arrived)

    @property
    def whole(self) -> list[float]:
        """The milliseconds until what stands beside each page was painted too."""
        return self._whole[10:]

    def walk(self, steps: int) -> list[float]:
        """Return the milliseconds of so many steps; a walk that has ended is followed by another.

        Ten more go before them, unmeasured.
        """
        self._wanted = steps + 10
        self._window.way.home()
        QTimer.singleShot(0, self._turn)
        self._loop.exec()
        self._window.way.arrived.disconnect(self._arrived)
        return self._times[10:]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the time once the page, and all that is painted with it, has been painted.

        Before it is taken, what is painted has been handed on: a timer comes after all events.
        """
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._done)
        return False

    def _arrived(self, _place: object) -> None:
        if self._begun:
            self._painted = False
            self._window.page.installEventFilter(self)

    def _done(self) -> None:
        self._times.append((time.perf_counter_ns() - self._begun) / 1e6)
        QTimer.singleShot(0, self._await_sides)

    def _await_sides(self) -> None:
        """Wait until what stands beside the page has been put in, and then until it is painted."""
        waits = self._window._frame._awaited is not None
        QTimer.singleShot(0, self._await_sides if waits else self._await_paint)

    def _await_paint(self) -> None:
        QTimer.singleShot(0, self._settled)

    def _settled(self) -> None:
        self._whole.append((time.perf_counter_ns() - self._begun) / 1e6)
        self._begun = 0
        QTimer.singleShot(0, self._turn)

    def _turn(self) -> None:
        if len(self._times) == self._wanted:
            self._loop.quit()
            return
        page = self._window.page
        if not isinstance(page, QuestionPage):
            self._window.way.begun(Beginning(self._pack, "CASE-1"))
            page = self._window.page
            self._app.processEvents()
        assert isinstance(page, QuestionPage)
        fill(page, self._window, self._chance)
        control = Qt.KeyboardModifier.ControlModifier
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, control)
        self._begun = time.perf_counter_ns()
        self._app.postEvent(page, key)


def fill(page: QuestionPage, window: Window, chance: random.Random) -> None:
    """Choose and write whatever the page asks for."""
    sitting = window._session.open_sitting
    question = sitting.pack.questions[page.form.answer.question]
    form = page.form
    if form._group is not None:
        form._group.choose((_option(question, chance),))
        form._show_fields()
    if form._text is not None:
        form._text.write("2026-11-23" if question.kind is Kind.DATE else "Words.")
    if form._reason is not None:
        form._reason.write("A reason in a few words.")
    for field in question.fields:
        form._fields[field.id].write("2026-11-23" if field.kind is Kind.DATE else "A word.")


def _option(question: Question, chance: random.Random) -> OptionId:
    """Return an option by chance; on a ladder nearly always the one that leads up."""
    up = question.option("a")
    if up is not None and chance.random() < 0.998:
        return up.id
    return chance.choice(question.options).id
