"""What stands beside a page, and at its end: made once the page has been painted."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Advice, Option, Pack, Question, Route
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, walk_of
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.actions import Deed
from guidance_app.ui.pages.outcome import OutcomePage
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.place import WALKING, Spot
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.answer_row import AnswerRow
from guidance_app.ui.widgets.path_panel import PathPanel, _Row
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.widgets.why_panel import WhyPanel
from guidance_app.ui.window import Window
from tests.ui.building import OneShelf, Opened, begun, done, small_pack, spot, words


def beside(opened: Opened, kind: type[QWidget]) -> list[str]:
    """Return the words in what stands beside the page."""
    panels = [p for p in opened.window.findChildren(kind) if p.isVisible()]
    return [text.text() for panel in panels for text in panel.findChildren(Text)]


def test_it_comes_by_itself_once_the_page_is_painted(qtbot: QtBot, opened: Opened) -> None:
    begun(opened)
    assert beside(opened, WhyPanel) == []
    qtbot.waitUntil(lambda: beside(opened, WhyPanel) != [])
    assert "Danger comes before everything." in beside(opened, WhyPanel)
    assert "You are here" in beside(opened, PathPanel)


def test_it_is_that_of_the_page_shown_however_fast_one_answers(
    qtbot: QtBot, opened: Opened
) -> None:
    begun(opened)
    opened.answer("danger", "no")
    qtbot.waitUntil(lambda: "Openness is the rule." in beside(opened, WhyPanel))
    assert "Danger comes before everything." not in beside(opened, WhyPanel)
    assert "No, nobody that I know of" in beside(opened, PathPanel)


def test_nothing_comes_to_stand_beside_the_hidden_page(qtbot: QtBot, opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    opened.window.way.hide()
    assert spot(opened) is Spot.HIDDEN
    qtbot.wait(50)
    assert beside(opened, WhyPanel) == beside(opened, PathPanel) == []


def test_all_of_it_has_its_room_before_any_of_it_is_painted(opened: Opened) -> None:
    opened.window.resize(1280, 480)
    begun(opened)
    opened.window._frame.complete()
    QApplication.processEvents()
    opened.answer("danger", "no")
    opened.answer("openness", "agrees", "She said so on Monday.")
    opened.window._frame.complete()
    at_once = _rooms(opened)
    for _ in range(5):
        QApplication.processEvents()
    assert at_once == _rooms(opened)
    assert {type(part) for part in at_once} >= {Text, _Row, AnswerRow}


def _rooms(opened: Opened) -> dict[QWidget, QRect]:
    """Return where each part of the page, and of what is beside it, is seen."""
    parts = opened.window._frame.findChildren(QWidget)
    return {part: part.geometry() for part in parts if part.isVisible()}


def test_it_is_made_at_once_where_nothing_is_painted(opened: Opened) -> None:
    opened.window.hide()
    begun(opened)
    assert opened.window.findChildren(WhyPanel)
    assert opened.window.findChildren(PathPanel)


def test_the_drawer_is_opened_with_the_answers_in_it(opened: Opened) -> None:
    opened.window.resize(700, 700)
    QApplication.processEvents()
    begun(opened).answer("danger", "no")
    opened.window.actions_table.action(Deed.ANSWERS).trigger()
    assert "No, nobody that I know of" in beside(opened, PathPanel)


def test_an_outcome_is_whole_once_it_is_painted(qtbot: QtBot, opened: Opened) -> None:
    done(opened)
    said = [text.text() for text in opened.window.page.findChildren(Text)]
    qtbot.waitUntil(lambda: len(opened.window.page.findChildren(Text)) > len(said))
    assert "What this turned on" in [t.text() for t in opened.window.page.findChildren(Text)]


@pytest.mark.parametrize("help_now", [False, True])
def test_a_long_outcome_begins_as_it_is_shown_and_goes_on_below(help_now: bool) -> None:
    """What is added later stands after what was there, and nothing is said twice."""
    pack = small_pack()
    advice = tuple(Advice(f"Sentence {number}. {'And so on. ' * 20}") for number in range(40))
    ends = replace(pack.outcomes[OutcomeId("look")], may=advice, must_not=advice[:20])
    help_id = OutcomeId("look") if help_now else pack.help_now
    pack = replace(pack, outcomes={**pack.outcomes, ends.id: ends}, help_now=help_id)
    page = OutcomePage(pack, _ended(pack), ())
    first = [text.text() for text in page.findChildren(Text)]
    page.complete()
    whole = [text.text() for text in page.findChildren(Text)]
    assert 5 < len(first) < len(whole)
    assert sum(said.startswith("Sentence") for said in whole) == 60
    page.complete()
    assert [text.text() for text in page.findChildren(Text)] == whole


def _ended(pack: Pack) -> Standing:
    answers = (
        Answer(QuestionId("danger"), (OptionId("no"),)),
        Answer(QuestionId("openness"), (OptionId("agrees"),), reason="She said so."),
    )
    return stand(pack, walk_of(answers))


def _row_of(length: int) -> Pack:
    """Return an invented pack of so many questions in a row."""
    questions = {}
    for number in range(length):
        to = f"q{number + 1}" if number + 1 < length else "stop"
        name = QuestionId(f"q{number}")
        options = tuple(Option(OptionId(say), say, (Route(to),)) for say in ("a", "b"))
        questions[name] = Question(
            name,
            f"Is it {number}?",
            short=f"Q {number}",
            why=f"Because of {number}.",
            options=options,
        )
    return replace(small_pack(), questions=questions, start=QuestionId("q0"))


def _after(pack: Pack, count: int, chosen: str) -> Standing:
    given = (Answer(QuestionId(f"q{n}"), (OptionId(chosen[n % 7]),)) for n in range(count))
    return stand(pack, walk_of(given))


@given(
    walks=st.lists(st.tuples(st.integers(0, 60), st.text("ab", min_size=7, max_size=7)), max_size=6)
)
@settings(max_examples=25)
def test_a_panel_that_goes_on_shows_what_a_new_one_shows(
    walks: list[tuple[int, str]],
) -> None:
    pack = _row_of(61)
    panel = PathPanel(pack, _after(pack, 0, "aaaaaaa"), QuestionId("q0"))
    for count, chosen in walks:
        now = _after(pack, count, chosen)
        panel.show_path(now, now.question)
        new = PathPanel(pack, now, now.question)
        assert _shown(panel) == _shown(new)


def test_a_step_on_a_long_walk_makes_two_rows_anew() -> None:
    pack = _row_of(61)
    before, now = _after(pack, 50, "abababa"), _after(pack, 51, "abababa")
    panel = PathPanel(pack, before, before.question)
    kept = set(panel.findChildren(_Row))
    panel.show_path(now, now.question)
    assert len(set(_rows(panel)) - kept) == 2  # the answer given, and where one is now


def _widgets(panel: PathPanel) -> list[QWidget]:
    """Return what is in the panel, in the order in which it stands."""
    layout = panel.layout()
    assert layout is not None
    items = (layout.itemAt(place) for place in range(layout.count()))
    return [w for item in items if item is not None and (w := item.widget()) is not None]


def _rows(panel: PathPanel) -> list[QWidget]:
    return [widget for widget in _widgets(panel) if isinstance(widget, _Row)]


def _shown(panel: PathPanel) -> list[list[str]]:
    return [[text.text() for text in w.findChildren(Text)] for w in _widgets(panel)]


ONWARD = ("a", "a", "b", "events", "events")
ACTS = (*ONWARD, *ONWARD, "back", "undo", "change", "drawer", "narrow", "wide", "hide", "home")
"""What is done, the usual more often."""


@given(acts=st.lists(st.sampled_from(ACTS), min_size=5, max_size=25))
@settings(max_examples=40)
def test_whatever_is_done_without_waiting_the_sides_are_those_of_the_page(
    acts: list[str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_at(Path(folder))
        desk.library = OneShelf(_row_of(61))  # type: ignore[assignment]  # a double of the library
        desk.settings = Settings(met=True)
        desk.practise()
        session = Session(desk)
        window = Window(session)
        opened = Opened(desk, session, window)
        window.show()
        window.way.home()
        begun(opened)
        for act in acts:
            _do(opened, act)
        words(window)
        _holds(opened)
        window.close()
        window.deleteLater()


def _do(opened: Opened, act: str) -> None:
    """Do one thing, where it can be done now, and wait for nothing."""
    window, place = opened.window, opened.window.way.place
    if act == "events":
        QApplication.processEvents()
    elif act in ("narrow", "wide"):
        window.resize(600 if act == "narrow" else 1600, 700)
    elif act in ("hide", "home"):
        getattr(window.way, act)()
    elif place.spot is Spot.HIDDEN:
        window.way.show_again()
    elif place.spot is Spot.HOME:
        begun(opened)
    elif act in ("a", "b") and place.spot is Spot.QUESTION and place.question is not None:
        opened.answer(place.question, act)
    elif act == "change" and (path := opened.session.standing.path):
        window.way.change(path[len(path) // 2].question)
    elif act in ("back", "undo", "drawer"):
        deeds = {"back": Deed.BACK, "undo": Deed.UNDO, "drawer": Deed.ANSWERS}
        window.actions_table.action(deeds[act]).trigger()


def _holds(opened: Opened) -> None:
    """Fail where what stands beside the page is not what a page shown at leisure has there."""
    window = opened.window
    place, page = window.way.place, window.page
    paths = window.findChildren(PathPanel)
    whys = [why for why in window.findChildren(WhyPanel) if why.isVisible()]
    if place.spot not in WALKING:
        assert not any(panel.isVisible() for panel in paths)
        assert not whys
        return
    pack, now = opened.session.pack, opened.session.standing
    (panel,) = paths
    assert _shown(panel) == _shown(PathPanel(pack, now, place.question))
    if isinstance(page, QuestionPage):
        (why,) = whys
        question = next(q for q in pack.questions.values() if q.ask == page.title)
        assert question.why in [text.text() for text in why.findChildren(Text)]
