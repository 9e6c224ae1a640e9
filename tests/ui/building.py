"""A small invented pack, a shelf that holds it, and a window with what is behind it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, OutcomeId, PackId, QuestionId
from guidance_app.core.pack import (
    Advice,
    Level,
    Need,
    Option,
    Outcome,
    Pack,
    Permits,
    Question,
    Route,
    Sayings,
)
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.packs.shelf import Listed
from guidance_app.store.records import Records
from guidance_app.ui.frame import Frame
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window

CANARY = "Canary 4471"
"""A reference that no page may show while it is hidden."""


def small_pack() -> Pack:
    """Return an invented pack of two questions and three outcomes."""
    outcomes = (
        _outcome("help", "Get help first", Level.ACT, Permits.NOTHING),
        _outcome("look", "One open look", Level.OPEN, Permits.ONE_LOOK),
        _outcome("stop", "Do not look", Level.STOP, Permits.NOTHING),
    )
    return Pack(
        PackId("small"),
        "Looking at a page",
        "1.0.0",
        "danger",
        digest="ab" * 32,
        applies_in=("England",),
        not_for=("staff vetting",),
        help_now=OutcomeId("help"),
        says=Sayings(unreviewed="No lawyer and no social worker has reviewed this guidance."),
        questions={q.id: q for q in _questions()},
        outcomes={o.id: o for o in outcomes},
    )


def _questions() -> tuple[Question, ...]:
    danger = Question(
        QuestionId("danger"),
        "Is somebody in danger right now?",
        short="Danger",
        why="Danger comes before everything.",
        options=(
            Option(OptionId("yes"), "Yes", (Route("help"),)),
            Option(OptionId("no"), "No, nobody that I know of", (Route("openness"),)),
        ),
    )
    openness = Question(
        QuestionId("openness"),
        "Does the person know, or can you ask them?",
        short="Openness",
        why="Openness is the rule.",
        reason=Need.REQUIRED,
        options=(
            Option(OptionId("agrees"), "They agree, or will show me", (Route("look"),)),
            Option(OptionId("no"), "No", (Route("stop"),)),
        ),
    )
    return danger, openness


def _outcome(name: str, title: str, level: Level, permits: Permits) -> Outcome:
    may = (Advice("Ring 999."),) if name == "help" else ()
    return Outcome(OutcomeId(name), title, level, permits, f"{title}: in a sentence.", may=may)


@dataclass
class OneShelf:
    """A library with one pack on it."""

    lent_pack: Pack = field(default_factory=small_pack)

    def listed(self) -> tuple[Listed, ...]:
        p = self.lent_pack
        return (Listed(p.id, p.title, p.version, p.status, Path("small")),)

    def pack(self, name: str, _records: Records | None = None) -> Pack:
        if name != self.lent_pack.id:
            raise Refusal(f"There is no guidance '{name}'.")
        return self.lent_pack

    def lend(self, name: str, _records: Records) -> Pack:
        return self.pack(name)

    def lent(self, _digest: str, _name: str, _records: Records) -> Pack:
        return self.lent_pack


@dataclass
class Opened:
    """A window with what is behind it."""

    desk: Desk
    session: Session
    window: Window

    def answer(self, question: str, option: str, reason: str = "") -> None:
        """Answer as a page would."""
        ids = (OptionId(option),)
        self.window.way.answered(Answer(QuestionId(question), ids, reason=reason))


def window_on(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    """Yield a window on `desk`, at the first page there is; it is closed after that."""
    session = Session(desk)
    window = Window(session, time.monotonic)
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    yield Opened(desk, session, window)
    window.close()


def begun(opened: Opened, reference: str = CANARY) -> Opened:
    opened.window.way.begun(Beginning(PackId("small"), reference))
    return opened


def done(opened: Opened) -> Opened:
    begun(opened)
    opened.answer("danger", "no")
    opened.answer("openness", "agrees", "She said so on Monday.")
    return opened


def spot(opened: Opened) -> Spot:
    return opened.window.way.place.spot


def words(within: QWidget) -> str:
    """Return every word that can be seen once the page has been painted."""
    for frame in within.findChildren(Frame):
        frame.complete()
    QApplication.processEvents()
    seen = [w.text() for w in within.findChildren(QLabel) if w.isVisible()]
    seen += [w.text() for w in within.findChildren(QLineEdit) if w.isVisible()]
    seen += [w.toPlainText() for w in within.findChildren(QPlainTextEdit) if w.isVisible()]
    return "\n".join((within.windowTitle(), *seen))
