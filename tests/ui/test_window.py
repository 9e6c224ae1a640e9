"""The window: which page follows which, what is kept on the way, and what is hidden."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, PackId, QuestionId
from guidance_app.core.record import State
from guidance_app.core.refusal import NotKept
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.desk.exchange import Form
from guidance_app.desk.settings import Settings, Theme
from guidance_app.ui import dialogs
from guidance_app.ui.actions import Deed
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.ui.building import Opened

CANARY = "Canary 4471"


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
    """Return every word that can be seen."""
    seen = [w.text() for w in within.findChildren(QLabel) if w.isVisible()]
    seen += [w.text() for w in within.findChildren(QLineEdit) if w.isVisible()]
    seen += [w.toPlainText() for w in within.findChildren(QPlainTextEdit) if w.isVisible()]
    return "\n".join((within.windowTitle(), *seen))


def test_the_first_start_says_what_it_is(qtbot: QtBot, desk: Desk) -> None:
    window = Window(Session(desk))
    qtbot.addWidget(window)
    window.way.begin()
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


def test_the_record_says_that_the_outcome_was_shown(opened: Opened) -> None:
    assert done(opened).session.record.reached == "look"


def test_danger_leads_to_its_outcome_after_one_answer(opened: Opened) -> None:
    begun(opened).answer("danger", "yes")
    assert opened.session.standing.outcome == "help"


def test_a_change_that_moves_the_outcome_is_shown_before_it_is_made(opened: Opened) -> None:
    done(opened).answer("danger", "yes")
    assert spot(opened) is Spot.CHANGE
    assert opened.session.standing.outcome == "look"


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


def test_help_is_one_press_away_and_back_leads_to_the_question(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.danger()
    assert "Ring 999." in words(opened.window)
    opened.window.way.back()
    assert opened.window.way.place.question == "openness"


def test_help_now_needs_no_unlocking(qtbot: QtBot, desk: Desk) -> None:
    window = Window(Session(desk))
    qtbot.addWidget(window)
    window.show()
    window.way.begin()
    window.way.danger()
    assert "Ring 999." in words(window)


@pytest.mark.parametrize("aside", [Deed.SETTINGS, Deed.HELP, Deed.KEYS, Deed.ABOUT])
def test_a_page_aside_leads_back_to_the_question(opened: Opened, aside: Deed) -> None:
    begun(opened).answer("danger", "no")
    opened.window.actions_table.action(aside).trigger()
    assert opened.window.way.place.spot is not Spot.QUESTION
    opened.window.actions_table.action(Deed.BACK).trigger()
    assert opened.window.way.place.question == "openness"


def test_every_page_of_practice_says_that_nothing_is_kept(opened: Opened) -> None:
    begun(opened)
    for go in (opened.window.way.home, opened.window.way.start, opened.window.way.danger):
        go()
        assert "Nothing here is kept" in words(opened.window)


def test_every_page_says_that_the_guidance_is_not_reviewed(opened: Opened) -> None:
    begun(opened)
    assert "No lawyer and no social worker has reviewed" in words(opened.window)


def test_every_page_says_that_it_authorises_nothing(opened: Opened) -> None:
    assert "It does not authorise anything." in words(opened.window)


def test_hiding_shows_no_word_of_the_case(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("A canary sang")
    opened.window.way.hide()
    seen = words(opened.window)
    assert "anary" not in seen
    assert "danger" not in seen.lower()


def test_hiding_keeps_what_is_half_typed(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("A canary sang")
    opened.window.way.hide()
    opened.window.way.show_again()
    box = opened.window.page.findChildren(QPlainTextEdit)[0]
    assert box.toPlainText() == "A canary sang"


def test_hiding_locks_and_unlocking_comes_back(qtbot: QtBot, desk: Desk) -> None:
    desk.settings = Settings(met=True)
    session = Session(desk)
    window = Window(session)
    qtbot.addWidget(window)
    window.way.passphrase_chosen("seven green canaries sang")
    window.way.code_kept()
    window.way.begun(Beginning(PackId("small"), CANARY))
    window.way.hide()
    assert desk.sitting is None
    window.way.show_again()
    session.unlock("seven green canaries sang")
    assert window.way.place.question == "danger"


def test_nothing_can_be_asked_for_while_hidden(opened: Opened) -> None:
    done(opened).window.way.hide()
    table = opened.window.actions_table
    able = {deed for deed in Deed if table.action(deed).isEnabled()}
    assert able == {Deed.QUIT}


def test_esc_three_times_hides(opened: Opened) -> None:
    begun(opened)
    for _ in range(3):
        opened.window.watch.press()
    assert spot(opened) is Spot.HIDDEN


def test_the_title_of_the_window_says_that_something_is_wrong(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.page.set_faulty(True)
    assert opened.window.windowTitle().startswith("Error: ")


def test_a_fault_of_ours_leaves_no_word_of_the_case_on_the_window(opened: Opened) -> None:
    begun(opened)
    opened.window.trouble("KeyError\n  ui/way.py, line 1, in go")
    assert CANARY not in words(opened.window.page)
    assert "has been kept" in words(opened.window.page)


def test_a_larger_text_is_asked_for_by_a_key(qtbot: QtBot, opened: Opened) -> None:
    with qtbot.waitSignal(opened.window.dressed) as told:
        opened.window.actions_table.action(Deed.LARGER).trigger()
    assert told.args is not None
    assert told.args[0].text_size == 110


def test_another_theme_is_told(qtbot: QtBot, opened: Opened) -> None:
    with qtbot.waitSignal(opened.window.dressed):
        opened.session.choose(Settings(met=True, theme=Theme.DARK))


def test_a_note_is_saved_where_it_was_asked_for(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    monkeypatch.setattr(dialogs, "ask_note_file", lambda *_: path)
    done(opened)
    opened.window.page.save_wanted.emit()  # type: ignore[attr-defined]  # an OutcomePage
    assert path.exists()
    assert "note.txt" in opened.window.notice.words


def test_a_note_that_is_not_to_be_saved_after_all_is_not_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_note_file", lambda *_: None)
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert opened.window.notice.words == ""


def test_the_note_is_copied_as_plain_text(opened: Opened) -> None:
    done(opened).window.actions_table.action(Deed.COPY).trigger()
    data = QApplication.clipboard().mimeData()
    assert data.hasText()
    assert not data.hasHtml()


def test_closing_keeps_what_is_half_typed(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    record = opened.session.record.id
    kept: list[str] = []
    records = opened.desk.records
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("Half a thought")
    opened.session.locked.connect(kept.clear)
    opened.window.page.leave()
    assert "Half a thought" in records.drafts(record)[QuestionId("openness")]


def test_the_form_of_a_note_is_a_word_file_unless_asked_otherwise(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Form] = []

    def ask(_parent: object, _folder: str, _name: str, form: Form) -> None:
        asked.append(form)

    monkeypatch.setattr(dialogs, "ask_note_file", ask)
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert asked == [Form.DOCX]


def test_the_focus_begins_on_the_page(opened: Opened) -> None:
    begun(opened)
    focused = opened.window.focusWidget()
    assert focused is not None
    assert opened.window.page.isAncestorOf(focused)


def test_the_page_that_went_is_no_longer_there(qtbot: QtBot, opened: Opened) -> None:
    old = begun(opened).window.page
    with qtbot.waitSignal(old.destroyed):
        opened.answer("danger", "no")


def test_alt_left_goes_back(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(opened.window, Qt.Key.Key_Left, alt)
    assert opened.window.way.place.question == "danger"
