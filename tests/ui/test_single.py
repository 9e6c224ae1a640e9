"""One window on one set of records: a second start raises the first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_app.ui.single import Single


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Single]:
    """Return what knows that it is the first."""
    made = Single(tmp_path)
    assert made.is_first()
    made.listen()
    yield made
    made.close()


@pytest.mark.usefixtures("first")
def test_a_second_start_is_not_the_first(tmp_path: Path) -> None:
    assert not Single(tmp_path).is_first()


def test_a_second_start_calls_the_first(qtbot: QtBot, first: Single, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.called):
        Single(tmp_path).is_first()


@pytest.mark.usefixtures("first")
def test_another_set_of_records_has_a_window_of_its_own(tmp_path: Path) -> None:
    other = Single(tmp_path / "other")
    assert other.is_first()
    other.close()


def test_once_it_is_closed_another_is_the_first(first: Single, tmp_path: Path) -> None:
    first.close()
    again = Single(tmp_path)
    assert again.is_first()
    again.close()
