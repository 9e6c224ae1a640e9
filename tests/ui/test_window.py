"""The window: which page follows which, and what is kept on the way."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import FieldId, OptionId, QuestionId
from guidance_app.core.kinds import State
from guidance_app.core.refusal import NotKept
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.desk.sitting import Sitting
from guidance_app.ui import window
from guidance_app.ui.actions import Deed
from guidance_app.ui.bars import Footer
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.window import Window
from tests.ui.building import CANARY, Opened, begun, done, spot, words


def test_the_first_start_says_what_it_is(qtbot: QtBot, desk: Desk) -> None:
    window = Window(Session(desk))
    qtbot.addWidget(window)
    window.way.home()
    assert window.way.place.spot is Spot.WELCOME


def test_practice_begins_with_who_is_writing(qtbot: QtBot, desk: Desk) -> None:
    session = Session(desk)
    window = Window(session)
    qtbot.addWidget(window)
    session.practise()
    assert window.way.place.spot is Spot.WHO


def test_starting_a_record_asks_the_first_question(opened: Opened) -> None:
    begun(opened)
    assert opened.window.way.place.question == "danger"


def test_an_answer_leads_to_the_next_question(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    assert opened.window.way.place.question == "openness"


def test_an_outcome_is_shown_as_soon_as_it_is_reached(opened: Opened) -> None:
    assert spot(done(opened)) is Spot.OUTCOME


def test_the_record_says_that_the_outcome_was_shown(qtbot: QtBot, opened: Opened) -> None:
    done(opened)
    qtbot.waitUntil(lambda: opened.session.record.reached == "look")


def test_danger_leads_to_its_outcome_after_one_answer(opened: Opened) -> None:
    begun(opened).answer("danger", "yes")
    assert opened.session.standing.outcome == "help"


def test_a_change_that_moves_the_outcome_is_shown_before_it_is_made(opened: Opened) -> None:
    done(opened).answer("danger", "yes")
    assert spot(opened) is Spot.CHANGE
    assert opened.session.standing.outcome == "look"
    table = opened.window.actions_table
    undo, check = table.action(Deed.UNDO), table.action(Deed.CHECK)
    assert not undo.isEnabled()  # nothing has changed yet
    assert not check.isEnabled()  # its key means Continue on other pages
    opened.window.way.kept_as_it_was()
    assert undo.isEnabled()


def test_a_change_that_moves_nothing_is_made_at_once(opened: Opened) -> None:
    done(opened).answer("openness", "agrees", "She said so on Tuesday.")
    assert spot(opened) is Spot.OUTCOME
    kept = opened.session.open_sitting.given(QuestionId("openness"))
    assert kept is not None
    assert kept.reason == "She said so on Tuesday."


def test_a_change_from_the_check_leads_back_to_the_check(opened: Opened) -> None:
    done(opened)
    opened.window.way.check()
    opened.window.way.change(QuestionId("openness"))
    opened.answer("openness", "no", "She said no.")
    opened.window.way.confirmed(Answer(QuestionId("openness"), (OptionId("no"),)))
    assert spot(opened) is Spot.CHECK


def test_keeping_an_answer_as_it_is_keeps_it(opened: Opened) -> None:
    done(opened)
    opened.window.way.change(QuestionId("danger"))
    opened.answer("danger", "yes")
    opened.window.way.kept_as_it_was()
    assert opened.session.standing.outcome == "look"
    assert spot(opened) is Spot.OUTCOME


def test_a_change_that_was_not_made_leaves_no_draft(opened: Opened) -> None:
    done(opened)
    opened.window.way.change(QuestionId("danger"))
    opened.answer("danger", "yes")
    opened.window.way.kept_as_it_was()
    assert not opened.session.open_sitting.drafts()


def test_back_shows_the_answer_before(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.back()
    assert opened.window.way.place.question == "danger"


def test_continue_after_back_leads_on_again(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.back()
    opened.answer("danger", "no")
    assert opened.window.way.place.question == "openness"


def test_half_typed_words_are_kept_on_the_way_back(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("Half a thought")
    opened.window.way.back()
    drafts = opened.session.open_sitting.drafts()
    assert drafts[QuestionId("openness")].reason == "Half a thought"


def test_undo_takes_the_last_answer_back(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.undo()
    assert opened.window.way.place.question == "danger"


def test_redo_gives_it_again(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.undo()
    opened.window.way.redo()
    assert opened.window.way.place.question == "openness"


def test_a_record_is_resumed_from_home_where_it_was_left(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.home()
    opened.window.way.resume(opened.session.kept()[0].id)
    assert opened.window.way.place.question == "openness"


def reference(opened: Opened) -> str:
    return opened.window.page.findChildren(Line)[0].words


def typed_on_start(opened: Opened) -> None:
    opened.window.way.start()
    opened.window.page.findChildren(Line)[0].write(CANARY)


def test_a_reference_that_is_typed_is_still_there_after_a_page_aside(opened: Opened) -> None:
    typed_on_start(opened)
    opened.window.way.aside(Spot.HELP)
    opened.window.way.back()
    assert reference(opened) == CANARY


@pytest.mark.parametrize("leave", ["home", "hide", "begin", "practice"])
def test_a_reference_that_is_typed_is_kept_for_nothing_else(opened: Opened, leave: str) -> None:
    """Not for another record, nor while anybody else may come."""
    way = opened.window.way
    typed_on_start(opened)
    if leave == "home":
        way.home()
    elif leave == "hide":
        way.hide()
        opened.session.lock()
        opened.session.practise()
    elif leave == "begin":
        begun(opened)
        way.home()
    else:
        way.leave_practice()
        opened.session.practise()
    way.start()
    assert reference(opened) == ""


def test_when_a_field_was_kept_is_said_although_no_page_comes(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    foot = done(opened).window.findChildren(Footer)[0]
    monkeypatch.setattr(Sitting, "write", lambda *_: None)
    monkeypatch.setattr(window, "kept_words", lambda *_: "Kept 23:59")
    assert "Kept 23:59" not in words(foot)
    assert opened.session.write(FieldId("seen"), "Nothing.")
    assert "Kept 23:59" in words(foot)


def test_home_lists_the_reference(opened: Opened) -> None:
    begun(opened).window.way.home()
    assert CANARY in words(opened.window)


def test_finding_narrows_the_list(opened: Opened) -> None:
    for reference in ("Case 1", "Case 2"):
        begun(opened, reference).window.way.home()
    QTest.keyClicks(_find_box(opened), "2")
    QApplication.processEvents()
    assert "Case 1" not in words(opened.window)
    assert "Case 2" in words(opened.window)


def test_what_was_looked_for_is_forgotten_with_the_list(opened: Opened) -> None:
    for reference in ("Case 1", "Case 2"):
        begun(opened, reference).window.way.home()
    QTest.keyClicks(_find_box(opened), "2")
    opened.window.way.start()
    opened.window.way.home()
    assert _find_box(opened).text() == ""
    assert "Case 1" in words(opened.window)


def _find_box(opened: Opened) -> QLineEdit:
    boxes = opened.window.findChildren(QLineEdit)
    return next(box for box in boxes if box.accessibleName() == "Find in records")


def test_what_cannot_be_kept_is_said_and_the_page_stays(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(opened)

    def refuse(*_given: object, **_named: object) -> None:
        raise NotKept("The disk is full.", "Make room, then press Continue again.")

    monkeypatch.setattr(opened.desk.records, "append", refuse)
    opened.answer("danger", "no")
    assert opened.window.way.place.question == "danger"
    assert "The disk is full." in opened.window.notice.words


def test_ready_for_supervision_is_kept(opened: Opened) -> None:
    done(opened).window.way.ready()
    assert opened.session.record.state is State.READY
