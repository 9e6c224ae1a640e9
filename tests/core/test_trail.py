"""Answers can be taken back and given again, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.trail import Trail
from guidance_app.core.walk import Answer
from tests.strategies import packs_and_answers

answers = packs_and_answers().map(lambda drawn: drawn[1])


def trail_of(given_answers: list[Answer]) -> Trail:
    trail = Trail()
    for answer in given_answers:
        trail = trail.answer(answer)
    return trail


@given(answers)
def test_undoing_every_answer_leads_back_to_the_beginning(given_answers: list[Answer]) -> None:
    trail = trail_of(given_answers)
    for _ in given_answers:
        trail = trail.undo()
    assert trail.walk == Trail().walk
    assert not trail.can_undo


@given(answers, st.integers(0, 10))
def test_redoing_gives_back_what_was_undone(given_answers: list[Answer], steps: int) -> None:
    trail = trail_of(given_answers)
    steps = min(steps, len(given_answers))
    back = trail
    for _ in range(steps):
        back = back.undo()
    for _ in range(steps):
        back = back.redo()
    assert back == trail


@given(answers, answers)
def test_an_answer_after_an_undo_leaves_nothing_to_redo(
    given_answers: list[Answer], more: list[Answer]
) -> None:
    trail = trail_of(given_answers).undo()
    for answer in more:
        assert not trail.answer(answer).can_redo


def test_there_is_nothing_to_undo_or_redo_at_the_beginning() -> None:
    assert Trail().undo() == Trail() == Trail().redo()
