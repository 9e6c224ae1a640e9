"""The note's page: what is shown is what leaves."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, PackId, QuestionId
from guidance_app.core.kinds import Which
from guidance_app.core.walk import Answer
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.widgets.radio_group import RadioGroup
from tests.ui.building import Opened


def on_the_note(opened: Opened) -> str:
    """Go to the note of a finished walk, and return what is waited for: its title."""
    way = opened.window.way
    way.begun(Beginning(PackId("small"), "Case 4471"))
    way.answered(Answer(QuestionId("danger"), (OptionId("no"),)))
    way.answered(Answer(QuestionId("openness"), (OptionId("agrees"),), reason="Said on Monday."))
    way.note()
    note = opened.session.exports.note()
    assert note is not None
    return note.title


def read(opened: Opened) -> str:
    """Return every word of the page."""
    return "\n".join(label.text() for label in opened.window.page.findChildren(QLabel))


def test_the_preview_holds_the_reason(qtbot: QtBot, opened: Opened) -> None:
    title = on_the_note(opened)
    qtbot.waitUntil(lambda: title in read(opened))
    assert "Said on Monday." in read(opened)


def test_the_part_that_is_chosen_is_the_one_that_leaves(qtbot: QtBot, opened: Opened) -> None:
    on_the_note(opened)
    group = opened.window.page.findChildren(RadioGroup)[0]
    group.button(Which.LEGAL).click()
    qtbot.waitUntil(lambda: "Confidential request for legal advice" in read(opened))
    assert opened.window.way.place.which is Which.LEGAL
