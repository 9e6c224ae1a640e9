"""Walks through a pack in the window as a person does, and takes the time of every step."""

import random
import time

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guidance_app.core.ids import OptionId, PackId
from guidance_app.core.kinds import Kind
from guidance_app.core.pack import Question
from guidance_app.ui.first_paint import FirstPaint
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.window import Window

UNMEASURED = 10
"""How many steps go before those that are measured."""

COUNT = 20_000
"""How far is counted after each step: the time tells how quick the machine is by then."""


class Walker(QObject):
    """Fills each page in, presses Ctrl+Enter, and waits until the next page has been painted.

    The key is pressed once the program is idle, as it is long before a person who has chosen comes
    to press it; or, if `at_once`, in the same turn of the event loop, before anything was made
    ahead.
    """

    def __init__(self, app: QApplication, window: Window, pack: str, *, at_once: bool) -> None:
        super().__init__()
        self._window = window
        self._pack, self._at_once = PackId(pack), at_once
        self._loop = QEventLoop()
        self._chance = random.Random(7)
        self._times: list[float] = []
        self._whole: list[float] = []
        self._counted: list[float] = []
        self._wanted = 0
        self._begun = 0
        window.ahead.rest.setInterval(0)
        app.setDoubleClickInterval(0)  # no press comes too soon after a page: see Presses

    @property
    def whole(self) -> list[float]:
        """The milliseconds until what stands beside each page was painted too."""
        return self._whole[UNMEASURED:]

    @property
    def counted(self) -> list[float]:
        """The milliseconds that a fixed count took after each step: how quick the machine was."""
        return self._counted[UNMEASURED:]

    def walk(self, steps: int) -> list[float]:
        """Return the milliseconds of so many steps; after a walk that has ended comes another."""
        self._wanted = steps + UNMEASURED
        self._window.way.home()
        tell = FirstPaint._tell
        walker = self

        def painted(page: FirstPaint) -> None:
            walker._painted()
            tell(page)

        FirstPaint._tell = painted  # type: ignore[method-assign]  # before anything else follows
        try:
            QTimer.singleShot(0, self._turn)
            self._loop.exec()
        finally:
            FirstPaint._tell = tell  # type: ignore[method-assign]
        return self._times[UNMEASURED:]

    def _painted(self) -> None:
        """Take the time: the page, and all that is painted with it, has been painted."""
        if self._begun:
            self._times.append(self._since())
            QTimer.singleShot(0, self._await_paint)

    def _await_paint(self) -> None:
        """Wait until what stands beside the page, put in by now, is painted too."""
        QTimer.singleShot(0, self._settled)

    def _settled(self) -> None:
        self._whole.append(self._since())
        self._counted.append(_count())
        self._begun = 0
        QTimer.singleShot(0, self._turn)

    def _since(self) -> float:
        return (time.perf_counter_ns() - self._begun) / 1e6

    def _turn(self) -> None:
        if len(self._times) == self._wanted:
            self._loop.quit()
            return
        if not isinstance(self._window.page, QuestionPage):
            self._window.way.begun(Beginning(self._pack, "CASE-1"))
        self._await_question()

    def _await_question(self) -> None:
        """Wait until the question, and all that stands beside it, is there to be read."""
        if self._window._frame._awaited is not None:
            QTimer.singleShot(0, self._await_question)
            return
        page = self._window.page
        assert isinstance(page, QuestionPage)
        fill(page, self._window, self._chance)
        if self._at_once:
            self._press()
        else:
            QTimer.singleShot(0, self._await_idle)

    def _await_idle(self) -> None:
        busy = self._window.ahead.rest.isActive()
        QTimer.singleShot(0, self._await_idle if busy else self._press)

    def _press(self) -> None:
        """Press Ctrl+Enter: the window gets the key, as from the screen."""
        window = self._window.windowHandle()
        assert window is not None
        self._begun = time.perf_counter_ns()
        QTest.keyPress(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _count() -> float:
    """Count in Python, always as far, and return the milliseconds that it took."""
    begun = time.perf_counter_ns()
    for _ in range(COUNT):
        pass
    return (time.perf_counter_ns() - begun) / 1e6


def fill(page: QuestionPage, window: Window, chance: random.Random) -> None:
    """Choose and write whatever the page asks for."""
    sitting = window._session.open_sitting
    question = sitting.pack.questions[page.form.answer.question]
    form = page.form
    if form._group is not None:
        form._group.choose((_option(question, chance),))
        form._group.chosen.emit(form._group.ids)
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
