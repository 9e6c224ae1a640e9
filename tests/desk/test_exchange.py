"""A note says who agreed on its first page, and misses nothing too soon."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_app.core.ids import FieldId, OptionId, OutcomeId
from guidance_app.core.pack import Kind
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.exchange import note
from guidance_app.desk.forms import Form
from guidance_app.desk.sitting import Sitting
from guidance_app.note.files import render
from tests.ui.england import shortest_walks

AFTER = "What did you find, in neutral words? Or that you found nothing."


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """Return a record of England that has come to one open look."""
    desk = desk_at(tmp_path / "home")
    desk.practise()
    made = desk.begin("england", "CASE-1")
    for question, options in shortest_walks(made.pack)[OutcomeId("one-open-look")]:
        fields = tuple(
            (FieldId(field.id), "2026-11-18" if field.kind is Kind.DATE else "The team manager")
            for field in made.pack.questions[question].fields
        )
        made.answer(Answer(question, tuple(map(OptionId, options)), "", "A reason.", fields))
    made.reached()
    yield made
    desk.lock()


def text(sitting: Sitting) -> str:
    made = note(sitting, "2026-11-23T15:00:00.000+00:00")
    return render(made, Form.TEXT.value).decode()


def test_the_first_page_says_who_agreed_and_when(sitting: Sitting) -> None:
    first = text(sitting).split("What these answers ask for")[0]
    assert "The team manager" in first
    assert "18 November 2026" in first


def test_what_is_found_is_not_missed_before_the_look(sitting: Sitting) -> None:
    assert AFTER not in text(sitting)
    assert "Is anyone at risk today" in text(sitting)


def test_what_was_found_is_missed_once_the_day_of_the_look_is_written_down(
    sitting: Sitting,
) -> None:
    sitting.write(FieldId("looked-on"), "2026-11-23")
    said = text(sitting)
    assert AFTER in said
    assert "NOT WRITTEN DOWN" in said.split(AFTER)[1][:60]


def test_what_was_found_is_told_whenever_it_is_written(sitting: Sitting) -> None:
    sitting.write(FieldId("found"), "Nothing of note.")
    assert "Nothing of note." in text(sitting)
