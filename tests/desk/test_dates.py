"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.days import write_date
from guidance_app.desk.dates import read_date


@pytest.mark.parametrize(
    "typed",
    [
        "23 11 2026",
        "23/11/2026",
        "23.11.2026",
        "23-11-2026",
        "23 Nov 2026",
        "23 november 2026",
        " 2026-11-23 ",
    ],
)
def test_a_date_typed_in_any_usual_way_is_read(typed: str) -> None:
    assert read_date(typed) == "2026-11-23"


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "31 02 2026", "23 Foo 2026", "11/2026", "1 1 26"]
)
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed) == ""


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_date_written_for_people_is_read_back(day: date) -> None:
    assert read_date(write_date(day.isoformat())) == day.isoformat()


def test_what_is_no_date_is_shown_as_it_is() -> None:
    assert write_date("soon") == "soon"
