"""The window says what was changed locally, and which law is past its review, beside the words."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, PackId, QuestionId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.core.test_notices import OVER, local
from tests.packs.small import PACK
from tests.ui.building import words

LATE = "by: me}, review-by: 2026-11-01}"


def test_a_question_page_says_it_without_alarm(shown: Callable[[QWidget], QWidget]) -> None:
    pack = local(PACK.replace("by: me}}", LATE))
    page = QuestionPage(pack, pack.questions[QuestionId("told")], 3, today="2026-11-23")
    shown(page)
    assert "Changed locally by An invented council: the question, a new answer." in words(page)
    assert "An invented law was to be checked again by 1 November 2026" in words(page)
    assert page.messages == ()


def test_a_council_s_own_pack_is_offered_and_told_of_to_the_outcome(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for name, text in (("small", PACK), ("local", OVER)):
        folder = tmp_path / "home" / "rules" / name
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(text, "utf-8")
    desk = desk_at(tmp_path / "home")
    desk.settings = Settings(met=True)
    desk.practise()
    session = Session(desk)
    window = Window(session, time.monotonic)
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    window.way.start()
    offered = " ".join(b.accessibleDescription() for b in window.findChildren(QAbstractButton))
    assert "This guidance extends 'A small pack', version 1.0.0" in offered
    window.way.begun(Beginning(PackId("local"), ""))
    for question, option in (("danger", "no"), ("purpose", "find"), ("told", "maybe")):
        reason = "To write to her." if question == "purpose" else ""
        session.answer(Answer(QuestionId(question), (OptionId(option),), reason=reason))
    window.way.outcome()
    assert "Changed locally by An invented council: what must not be done." in words(window)
    window.close()
