"""Around the walk: help, hiding, the keys, and what every page says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import PackId
from guidance_app.desk.desk import Desk
from guidance_app.desk.settings import Settings, Theme
from guidance_app.ui.actions import Deed
from guidance_app.ui.bars import TopBar
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.ui.building import CANARY, Opened, begun, done, spot, words


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
    window.way.home()
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


def test_words_to_find_go_with_the_lock(opened: Opened) -> None:
    box = opened.window.findChild(TopBar).find_box
    box.setText(CANARY)
    opened.session.lock()
    assert box.text() == ""


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


def test_unlocking_shows_a_recovery_code_until_it_was_said_to_be_safe(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.settings = Settings(met=True)
    window = Window(Session(desk))
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    window.way.passphrase_chosen("correct horse battery")
    first = window.way.place.words
    assert "opens nothing now" not in words(window)
    desk.lock()
    window.way.home()
    window.page.passphrase_given.emit("correct horse battery")  # type: ignore[attr-defined]  # unlock
    assert spot_of(window) is Spot.RECOVERY
    assert window.way.place.words not in ("", first)
    assert "opens nothing now" in words(window)
    window.way.code_kept()
    assert spot_of(window) is Spot.HOME
    window.close()


def spot_of(window: Window) -> Spot:
    return window.way.place.spot
