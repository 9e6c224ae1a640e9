"""Hidden means hidden: nothing of a case is seen, heard, or read off the taskbar."""

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Desk, Keeping
from guidance_app.desk.settings import Settings
from guidance_app.ui.actions import Deed
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.privacy.window.conftest import PASSPHRASE
from tests.privacy.window.scenes import (
    CASE,
    PAGES,
    WAYS,
    Act,
    escape,
    found,
    hide,
    note,
    question,
    told,
)
from tests.privacy.window.seen import picture, said, settle, shown
from tests.ui.building import Opened


@dataclass(frozen=True)
class Blank:
    """What the window is like when it is hidden and there never was a record."""

    looks: QImage
    says: str


def blank(opened: Opened) -> Blank:
    """Hide the window while there is no record, and come back."""
    hide(opened)
    was = Blank(picture(opened.window), said())
    opened.window.way.show_again()
    if not opened.session.practising:
        assert opened.session.unlock(PASSPHRASE)
    settle()
    return was


def pairs() -> list[tuple[Act, Act]]:
    """Return every page with Hide now, and some with the other ways."""
    return [
        (page, way) for page in PAGES for way in WAYS if way is hide or page in (question, note)
    ]


@pytest.mark.parametrize(("page", "way"), pairs())
def test_it_looks_and_sounds_as_if_there_were_no_record(
    opened: Opened, page: Act, way: Act
) -> None:
    was = blank(opened)
    page(opened)
    settle()
    assert CASE in said() or page.__name__ in ("help_now", "trouble")
    way(opened)
    assert picture(opened.window) == was.looks
    assert said() == was.says
    assert [top.windowTitle() for top in shown()] == ["Guidance"]


@pytest.mark.parametrize("way", WAYS)
def test_the_records_are_locked_once_it_is_hidden(opened: Opened, way: Act) -> None:
    question(opened)
    way(opened)
    assert opened.session.keeping is Keeping.LOCKED
    assert opened.window.way.place.spot is Spot.HIDDEN


@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.QUIT])
def test_no_key_leads_out_of_hiding(opened: Opened, deed: Deed) -> None:
    note(opened)
    hide(opened)
    was = picture(opened.window)
    opened.window.actions_table.action(deed).trigger()
    assert picture(opened.window) == was
    assert opened.session.keeping is Keeping.LOCKED


def test_starting_the_program_again_shows_nothing_of_it(opened: Opened) -> None:
    note(opened)
    hide(opened)
    was = picture(opened.window)
    opened.window.raise_up()
    assert picture(opened.window) == was


def test_a_smaller_window_shows_nothing_of_it(opened: Opened) -> None:
    note(opened)
    hide(opened)
    opened.window.resize(700, 500)
    settle()
    assert CASE not in said()


def test_what_was_half_typed_is_there_again_after_unlocking(opened: Opened) -> None:
    question(opened)
    hide(opened)
    opened.window.way.show_again()
    opened.session.unlock(PASSPHRASE)
    settle()
    assert f"{CASE} half a thought" in said()


def test_the_page_that_asks_for_the_passphrase_says_nothing_of_the_case(opened: Opened) -> None:
    found(opened)
    hide(opened)
    opened.window.way.show_again()
    settle()
    assert CASE not in said()


def test_where_a_note_was_saved_is_not_seen_any_more(opened: Opened) -> None:
    was = blank(opened)
    told(opened)
    hide(opened)
    assert picture(opened.window) == was.looks


def test_where_a_note_was_saved_is_not_heard_any_more(opened: Opened) -> None:
    told(opened)
    hide(opened)
    settle()
    assert CASE not in said()


@pytest.fixture
def practising(qtbot: QtBot, desk: Desk) -> Opened:
    """Return a window in practice, at Home."""
    desk.settings = Settings(met=True)
    desk.practise()
    session = Session(desk)
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    return Opened(desk, session, window)


@pytest.mark.parametrize("way", [hide, escape])
@pytest.mark.parametrize("page", [question, note])
def test_practice_is_hidden_as_well(practising: Opened, page: Act, way: Act) -> None:
    was = blank(practising)
    page(practising)
    way(practising)
    assert picture(practising.window) == was.looks
    assert said() == was.says


def test_what_was_looked_for_in_practice_is_not_heard_while_hidden(practising: Opened) -> None:
    found(practising)
    hide(practising)
    settle()
    assert CASE not in said()


@pytest.mark.parametrize("broken", ["draft", "lock"])
def test_a_fault_while_hiding_shows_no_word_of_the_case(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_given: object) -> None:
        raise KeyError(CASE)

    question(opened)
    monkeypatch.setattr(opened.session, broken, fail)
    with qtbot.captureExceptions() as caught:
        hide(opened)
    opened.window.trouble("KeyError")
    settle()
    monkeypatch.undo()
    assert caught
    assert CASE not in said()
