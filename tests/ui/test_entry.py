"""What takes a day says when it takes what was typed for none; nothing is cut or refused."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from guidance_app.core.kinds import Kind
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.entry import Entry
from tests.ui.building import words

NONE = "No day can be read from this."


@pytest.mark.parametrize(
    ("kind", "typed", "given", "none"),
    [
        (Kind.DATE, "18 11 2026", "2026-11-18", False),
        (Kind.DATE, "soon", "soon", True),
        (Kind.DATE, "31 2 2026", "31 2 2026", True),
        (Kind.DATE, "", "", False),
        (Kind.LINE, "soon", "soon", False),
    ],
)
def test_what_is_no_day_is_said_to_be_none_once_it_was_left(
    shown: Callable[[QWidget], QWidget], kind: Kind, typed: str, given: str, none: bool
) -> None:
    page, entry, button = QWidget(), Entry(kind, "When is this looked at again?"), Button("On")
    layout = QVBoxLayout(page)
    layout.addWidget(entry)
    layout.addWidget(button)
    shown(page)
    entry.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), typed)
    assert NONE not in words(page)
    QApplication.processEvents()
    high = entry.height()
    button.setFocus()
    QApplication.processEvents()
    assert entry.height() == high
    assert (NONE in words(page)) is none
    assert entry.words == given
    entry.write("2026-11-18" if kind is Kind.DATE else "now")
    assert NONE not in words(page)
    assert entry.height() == high  # nothing moved under a mouse that is held down
    entry.write(given)
    assert (NONE in words(shown(Entry(kind, "When?", given)))) is none
