"""From an answer given to the next page painted, over random walks through England."""

import random
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guidance_app.core.ids import FieldId, PackId
from guidance_app.core.pack import Kind, Question
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.app import Wardrobe
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.bench.times import Row, row, timed

STEPS = 300
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but what is measured here


def rows() -> Iterator[Row]:
    """Yield the time of a step with its answer kept, encrypted, before the page is shown."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as home:
        desk = desk_at(Path(home))
        desk.settings = Settings(met=True)
        desk.make_store(PASSPHRASE)
        wardrobe = Wardrobe(app, desk)
        wardrobe.dress(desk.settings)
        session = Session(desk)
        window = Window(session)
        window.show()
        window.way.home()
        times = list(_steps(app, session, window, chance))
        window.close()
    yield row("Answer given to next page painted", times)


def _steps(
    app: QApplication, session: Session, window: Window, chance: random.Random
) -> Iterator[float]:
    """Yield the milliseconds of each step; a walk that has ended is followed by another."""
    taken = 0
    while taken < STEPS:
        window.way.begun(Beginning(PackId("england"), "CASE-1"))
        while (question := session.standing.question) is not None:
            answer = _answer(session.pack.questions[question], chance)
            yield timed(partial(_step, app, window, answer))
            taken += 1


def _step(app: QApplication, window: Window, answer: Answer) -> None:
    window.way.answered(answer)
    app.sendPostedEvents()
    window.repaint()
    app.processEvents()


def _answer(question: Question, chance: random.Random) -> Answer:
    """Return an answer that fits, with a reason and whatever fields go with it."""
    if question.kind not in (Kind.ONE, Kind.SEVERAL):
        return Answer(question.id, text="Words.", reason="A reason.")
    option = chance.choice(question.options)
    fields = tuple(
        (FieldId(field.id), "2026-11-23" if field.kind is Kind.DATE else "A word.")
        for field in question.fields
    )
    return Answer(question.id, (option.id,), reason="A reason in a few words.", fields=fields)
