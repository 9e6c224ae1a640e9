"""The page that comes next is made while somebody still reads the one before."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.pages.outcome import OutcomePage
from guidance_app.ui.pages.page import Page
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.place import Spot
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.choice import Radio
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.window import Window
from tests.ui.building import OneShelf, Opened, begun, done, small_pack


def choose(opened: Opened, option: str) -> None:
    """Choose as a click does."""
    group = opened.window.page.findChildren(Radio)
    page = opened.window.page
    assert isinstance(page, QuestionPage)
    names = [o.id for o in opened.session.pack.questions[page.form.answer.question].options]
    group[names.index(option)].click()  # type: ignore[arg-type]  # an OptionId is a str


def ahead(opened: Opened) -> Page | None:
    """Return the page that is kept ahead, once nothing was chosen for a moment."""
    opened.window.ahead.rest.stop()
    opened.window.ahead._tell()
    return opened.window.ahead._page


def go_on(opened: Opened) -> None:
    page = opened.window.page
    assert isinstance(page, QuestionPage)
    page.go_on.click()


def pages(opened: Opened) -> list[Page]:
    """Return all pages that there are, seen or not."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return opened.window.findChildren(Page)


def test_it_is_made_by_itself_once_something_is_chosen(qtbot: QtBot, opened: Opened) -> None:
    begun(opened)
    choose(opened, "no")
    qtbot.waitUntil(lambda: opened.window.ahead._page is not None)
    page = opened.window.ahead._page
    assert page is not None
    assert not page.isVisible()
    go_on(opened)
    assert opened.window.page is page
    assert page.isVisible()
    assert page.title == "Does the person know, or can you ask them?"


def test_it_is_not_shown_where_something_else_was_chosen(opened: Opened) -> None:
    begun(opened)
    choose(opened, "yes")
    page = ahead(opened)
    assert page is not None
    choose(opened, "no")
    go_on(opened)
    assert opened.window.page is not page
    assert opened.window.page.title == "Does the person know, or can you ask them?"
    assert page not in pages(opened)


def test_words_typed_since_do_not_matter_and_are_kept(opened: Opened) -> None:
    begun(opened)
    opened.answer("danger", "no")
    choose(opened, "agrees")
    page = ahead(opened)
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("She said so.")
    go_on(opened)
    assert opened.window.page is page
    assert opened.session.standing.path[-1].answer.reason == "She said so."


def test_nothing_is_kept_before_continue_is_pressed(opened: Opened) -> None:
    begun(opened)
    choose(opened, "yes")
    assert isinstance(ahead(opened), OutcomePage)
    assert opened.session.record.reached is None
    assert opened.session.standing.path == ()


def test_none_is_made_for_a_question_that_is_only_changed(opened: Opened) -> None:
    done(opened)
    opened.window.way.change(opened.session.standing.asked[0])
    choose(opened, "yes")
    assert ahead(opened) is None


def test_none_stays_when_the_records_are_locked(qtbot: QtBot, desk: Desk) -> None:
    desk.settings = Settings(met=True)
    session = Session(desk)
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    window.way.passphrase_chosen("seven green canaries sang")
    window.way.code_kept()
    opened = begun(Opened(desk, session, window))
    choose(opened, "no")
    page = ahead(opened)
    session.lock()
    assert window.ahead._page is None
    assert page not in pages(opened)
    assert page is None or not isValid(page)


def test_none_stays_when_the_text_gets_another_size(opened: Opened) -> None:
    begun(opened)
    choose(opened, "no")
    page = ahead(opened)
    assert page is not None
    opened.session.choose(replace(opened.session.settings, text_size=150))
    go_on(opened)
    assert opened.window.page is not page


def test_hiding_leaves_one_page_the_hidden_one(opened: Opened) -> None:
    begun(opened)
    choose(opened, "no")
    ahead(opened)
    opened.window.way.hide()
    assert pages(opened) == [opened.window.page]


class _Asked(QObject):
    """Notes who is asked for other room."""

    def __init__(self) -> None:
        super().__init__()
        self.by: list[tuple[QEvent.Type, QObject]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.by.append((event.type(), watched))
        return False


@pytest.mark.parametrize("option", ["no", "yes"])
def test_neither_page_is_laid_out_when_one_takes_the_place_of_the_other(
    opened: Opened, option: str
) -> None:
    opened.window.resize(1280, 800)
    begun(opened)
    QApplication.processEvents()
    choose(opened, option)
    leaving, coming = opened.window.page, ahead(opened)
    assert coming is not None
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    app, asked = QApplication.instance(), _Asked()
    assert app is not None
    app.installEventFilter(asked)
    go_on(opened)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    app.removeEventFilter(asked)
    assert opened.window.page is coming
    parts = [part for page in (leaving, coming) for part in (page, *page.findChildren(QWidget))]
    again = [part for kind, part in asked.by if kind == QEvent.Type.LayoutRequest if part in parts]
    moved = [part for kind, part in asked.by if kind == QEvent.Type.Resize if part is leaving]
    assert (again, moved) == ([], [])


def test_the_focus_goes_from_page_to_page_and_nowhere_between(opened: Opened) -> None:
    begun(opened)
    choose(opened, "no")
    ahead(opened)
    went: list[object] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        went.append(now)

    app.focusChanged.connect(note)
    go_on(opened)
    app.focusChanged.disconnect(note)
    assert [type(now) for now in went if isinstance(now, Button)] == []
    assert went[-1] is opened.window.page.heading


def test_that_an_outcome_was_seen_is_kept_once_it_was_painted(qtbot: QtBot, opened: Opened) -> None:
    begun(opened)
    choose(opened, "yes")
    go_on(opened)
    assert opened.window.way.place.spot is Spot.OUTCOME
    qtbot.waitUntil(lambda: opened.session.record.reached == "help")


def test_that_an_outcome_was_seen_is_kept_however_soon_it_is_left(opened: Opened) -> None:
    begun(opened).answer("danger", "yes")
    opened.window.way.check()
    assert opened.session.record.reached == "help"


STEPS = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["yes", "no", "agrees"]), st.text("ab ", max_size=9)),
    min_size=1,
    max_size=8,
)
"""Whether one waits after choosing, what is chosen if it can be, and what is typed after it."""


@given(walks=st.lists(STEPS, min_size=1, max_size=3))
@settings(max_examples=30)
def test_what_is_shown_is_what_a_page_made_then_shows(
    walks: list[list[tuple[bool, str, str]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for opened in _windows(folder):
            for walk in walks:
                begun(opened)
                for waits, option, typed in walk:
                    _step(opened, waits=waits, option=option, typed=typed)
                    assert _shown(opened.window.page) == _shown(_anew(opened))


def _windows(folder: str) -> Iterator[Opened]:
    desk = desk_at(Path(folder))
    desk.library = OneShelf(small_pack())  # type: ignore[assignment]  # a double of the library
    desk.settings = Settings(met=True)
    desk.practise()
    session = Session(desk)
    window = Window(session)
    window.show()
    window.way.home()
    yield Opened(desk, session, window)
    window.close()
    window.deleteLater()


def _step(opened: Opened, *, waits: bool, option: str, typed: str) -> None:
    """Choose, type and go on, where the page that is shown lets one."""
    page = opened.window.page
    if not isinstance(page, QuestionPage):
        return
    question = opened.session.pack.questions[page.form.answer.question]
    if question.option(option) is None:
        return
    choose(opened, option)
    if waits:
        ahead(opened)
    for box in page.findChildren(QPlainTextEdit):
        box.setPlainText(typed)
    go_on(opened)
    if isinstance(opened.window.page, OutcomePage):
        opened.window._frame.complete()


def _anew(opened: Opened) -> Page:
    """Return the page of where the window is, made now."""
    place = opened.window.way.place
    if opened.window.page.faulty:
        return opened.window.page
    page = opened.window._pages.build(place).page
    page.complete()
    return page


def _shown(page: Page) -> tuple[str, list[str], list[str], Answer | None]:
    """Return all that a page says and holds."""
    said = [text.text() for text in page.findChildren(Text)]
    offered = [button.text() for button in page.findChildren(Button)]
    form = page.form if isinstance(page, QuestionPage) else None
    return page.title, said, offered, form.answer if form is not None else None
