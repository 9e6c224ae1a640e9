"""What a page looks like is drawn before it comes; it is what the page looks like when it has."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from guidance_app.core.ids import PackId
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.pages.page import Page
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.choice import Radio
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.likeness import Likeness
from guidance_app.ui.window import Window
from tests.bench.walker import fill
from tests.ui.building import Opened, begun
from tests.ui.painted import Painted
from tests.ui.test_ahead import ahead, choose, go_on


def coming(opened: Opened, *, wide: int = 1280, high: int = 800) -> tuple[Page, Likeness]:
    """Return the page that comes next and what covers it, once it has come and nothing more."""
    opened.window.resize(wide, high)
    begun(opened)
    opened.window._frame.complete()
    QApplication.processEvents()
    choose(opened, "no")
    page = ahead(opened)
    assert page is not None
    likeness = page.likeness
    assert likeness is not None
    go_on(opened)
    assert opened.window.page is page
    return page, likeness


def step(window: Window, chance: random.Random) -> Likeness | None:
    """Answer by chance, in a walk that begins if none goes on; return what covers what follows."""
    if not isinstance(window.page, QuestionPage):
        window.way.begun(Beginning(PackId("england"), "CASE-1"))
    page = window.page
    assert isinstance(page, QuestionPage)
    window._frame.complete()
    QApplication.processEvents()
    fill(page, window, chance)
    window.ahead.rest.stop()
    window.ahead._tell()
    page.go_on.click()
    return window.page.likeness


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("size", "wide", "high"), [(100, 1280, 800), (150, 900, 700)])
def test_it_is_the_page_to_the_pixel(
    qtbot: QtBot,
    tmp_path: Path,
    look: Callable[..., None],
    theme: str,
    size: int,
    wide: int,
    high: int,
) -> None:
    look(theme, size)
    desk = desk_at(tmp_path)
    desk.settings = Settings(met=True)
    desk.practise()
    window = Window(Session(desk), time.monotonic)
    qtbot.addWidget(window)
    window.resize(wide, high)
    with qtbot.waitExposed(window):
        window.show()
    window.way.home()
    chance, compared = random.Random(size), 0
    for _ in range(40):
        likeness = step(window, chance)
        if likeness is not None:
            seen = picture(likeness)
            window.page.uncover()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            assert picture(window.page) == seen, window.page.title
            compared += 1
    assert compared == 40
    window.close()


def test_it_is_all_that_is_painted_of_a_page_that_comes(qtbot: QtBot, opened: Opened) -> None:
    page, likeness = coming(opened)
    painted = Painted(lambda: page.likeness is likeness)
    for part in (page, *page.findChildren(QWidget)):
        part.installEventFilter(painted)
    qtbot.waitUntil(lambda: page.likeness is None)
    assert set(painted.parts) == {likeness}


def test_the_page_itself_is_seen_once_it_was_painted(qtbot: QtBot, opened: Opened) -> None:
    page, likeness = coming(opened)
    painted = Painted()
    radio = page.findChildren(Radio)[0]
    radio.installEventFilter(painted)
    qtbot.waitUntil(lambda: radio in painted.parts)
    assert page.likeness is None
    assert likeness._drawn.isNull()
    qtbot.waitUntil(lambda: not isValid(likeness))


def test_what_is_pressed_is_the_page(opened: Opened) -> None:
    page, likeness = coming(opened)
    assert page.heading.hasFocus()
    radio = page.findChildren(Radio)[0]
    at = radio.mapTo(page, QPoint(5, 5))
    assert likeness.geometry().contains(at)
    assert page.childAt(at) is radio


def test_a_page_of_another_size_is_not_covered(qtbot: QtBot, opened: Opened) -> None:
    page, likeness = coming(opened)
    opened.window.resize(1100, 760)
    opened.window.notice.tell("There is less room for the page now.")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert likeness.size() != page.size()
    assert page.likeness is None
    assert not likeness.isVisible()
    qtbot.waitUntil(lambda: opened.window._frame._awaited is None, timeout=2_000)  # ms: it goes on


def test_a_page_that_is_scrolled_is_not_covered(opened: Opened) -> None:
    page, likeness = coming(opened, wide=500, high=300)
    bar = page.column.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(20)
    assert page.likeness is None
    assert not likeness.isVisible()


def test_a_page_that_has_come_to_another_screen_is_not_covered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page("A screen")
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.draw_ahead()
    assert page.likeness is not None
    monkeypatch.setattr(Page, "devicePixelRatioF", lambda _: 2.0, raising=False)
    page.show()
    assert page.likeness is None


def test_no_picture_is_kept_of_a_page_that_does_not_come(opened: Opened) -> None:
    begun(opened)
    choose(opened, "no")
    page = ahead(opened)
    assert page is not None
    likeness = page.likeness
    assert likeness is not None
    choose(opened, "yes")
    assert likeness._drawn.isNull()


def test_a_page_that_was_left_does_not_uncover_the_next(opened: Opened) -> None:
    opened.window.resize(1280, 800)
    begun(opened)
    left = opened.window._frame._painting
    assert left is not None
    opened.window.page.repaint()
    assert left._timer.isActive()  # it is to be told in a moment that the first page was painted
    assert left._timer.interval() == 0
    choose(opened, "no")
    ahead(opened)
    go_on(opened)
    assert not left._timer.isActive()
    assert opened.window.page.likeness is not None
    assert opened.window._frame._awaited is not None


def test_a_page_where_something_else_has_the_focus_is_not_covered() -> None:
    class Elsewhere(Page):
        def first_focus(self) -> QWidget:
            return self.column

    page = Elsewhere("A ring would be missing")
    page.resize(300, 200)
    page.draw_ahead()
    assert page.likeness is None


def test_a_page_is_not_covered_where_its_edge_cuts_a_pixel_in_two() -> None:
    class Finer(Page):
        scale = 1.0

        def devicePixelRatioF(self) -> float:
            return self.scale

    for scale, can in ((1.0, True), (1.25, False), (1.5, False), (2.0, True)):
        page = Finer("A screen")
        page.scale = scale
        page.resize(300, 200)
        page.draw_ahead()
        assert (page.likeness is not None) is can
    assert page.likeness is not None
    assert page.likeness._drawn.size() == QSize(600, 400)
    assert isinstance(page.likeness._drawn, QPixmap)


def test_nothing_of_it_is_left_when_somebody_hides(opened: Opened) -> None:
    _, likeness = coming(opened)
    opened.window.way.hide()
    assert likeness._drawn.isNull()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(likeness)
    assert opened.window.findChildren(Likeness) == []


def test_a_heading_looks_the_same_once_it_had_the_focus(
    shown: Callable[[QWidget], QWidget],
) -> None:
    heading = Heading("Is somebody in danger right now?")
    shown(heading)
    before = picture(heading)
    heading.setFocus()
    assert heading.hasFocus()
    assert picture(heading) == before
