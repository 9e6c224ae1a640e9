"""The council's periods: kept only where they can be, and never lost in silence."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_app.desk.settings import Retention, Theme
from guidance_app.ui.pages.periods import Periods
from guidance_app.ui.pages.settings import SettingsPage
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.text import Text
from tests.ui.building import Opened

HELD = Retention("Until 25", "Six years", "Three years", 30)


def keep(periods: Periods) -> list[str]:
    """Press the button, and return what is said then."""
    next(b for b in periods.findChildren(Button) if b.text() == "Keep these periods").click()
    QApplication.processEvents()
    return [text.text() for text in periods.findChildren(Text) if text.isVisible()]


@pytest.fixture
def periods(qtbot: QtBot) -> Periods:
    shown = Periods(HELD)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.mark.parametrize(("days", "number"), [("45", 45), ("", 0), (" 7 ", 7)])
def test_what_is_kept_is_said(qtbot: QtBot, periods: Periods, days: str, number: int) -> None:
    periods._days.write(days)
    with qtbot.waitSignal(periods.chosen) as told:
        said = keep(periods)
    assert told.args == [Retention("Until 25", "Six years", "Three years", number)]
    assert "These hold from now on." in said


@pytest.mark.parametrize("days", ["abc", "30x", "-1", "1.5", "999999"])
def test_what_is_no_number_of_days_is_refused_and_stays_to_be_put_right(
    qtbot: QtBot, periods: Periods, days: str
) -> None:
    periods._days.write(days)
    with qtbot.assertNotEmitted(periods.chosen):
        said = keep(periods)
    assert any(text.startswith("Not kept: write a number of days") for text in said)
    assert periods._days.words == days


def test_another_choice_loses_no_period(opened: Opened) -> None:
    """What is half typed there neither holds nor takes the place of what does."""
    opened.window.way.aside(Spot.SETTINGS)
    page = opened.window.page
    assert isinstance(page, SettingsPage)
    page._periods.chosen.emit(HELD)
    page._periods._days.write("abc")
    page._theme.choose((Theme.DARK.value,))
    page._theme.chosen.emit(page._theme.ids)
    assert opened.session.settings.theme is Theme.DARK
    assert opened.session.settings.retention == HELD
