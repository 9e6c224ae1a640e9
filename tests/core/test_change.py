"""What a change would do is known before it is made."""

from hypothesis import given

from guidance_app.core.change import preview
from guidance_app.core.ids import OptionId
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.replay import stand
from guidance_app.core.turns import turned_on
from guidance_app.core.walk import Answer, walk_of
from tests.strategies import packs_and_answers

Drawn = tuple[Pack, list[Answer]]


@given(packs_and_answers())
def test_a_preview_shows_where_the_change_then_leads(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers[:-1])
    for answer in answers[-1:]:
        change = preview(pack, walk, answer)
        assert change.before == stand(pack, walk)
        assert change.after == stand(pack, walk.answer(answer))


@given(packs_and_answers())
def test_a_preview_names_exactly_what_leaves_the_path_and_what_comes_onto_it(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers[:-1])
    for answer in answers[-1:]:
        change = preview(pack, walk, answer)
        was, now = set(change.before.asked), set(change.after.asked)
        assert set(change.set_aside) == was - now - {answer.question}
        assert set(change.brought_back) == now - was - {answer.question}


@given(packs_and_answers())
def test_giving_the_same_answer_again_moves_nothing(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    for answer in walk.answers:
        change = preview(pack, walk, answer)
        assert not change.moves
        assert change.before == change.after


@given(packs_and_answers())
def test_an_outcome_turned_on_exactly_the_answers_that_would_have_ended_elsewhere(
    drawn: Drawn,
) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    now = stand(pack, walk).outcome
    for turn in turned_on(pack, walk):
        for option, outcome in turn.otherwise:
            other = walk.answer(Answer(turn.question, (OptionId(option),)))
            assert stand(pack, other).outcome == outcome != now


@given(packs_and_answers())
def test_nothing_turned_on_an_answer_that_was_set_aside(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    on_path = set(stand(pack, walk).asked)
    assert {turn.question for turn in turned_on(pack, walk)} <= on_path


@given(packs_and_answers())
def test_what_an_outcome_turned_on_is_what_walking_every_other_way_finds(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    now = stand(pack, walk)
    expected = [
        (step.question, option.id, end)
        for step in (now.path if now.outcome is not None else ())
        for option in pack.questions[step.question].options
        if pack.questions[step.question].kind is Kind.ONE and option.id not in step.answer.options
        if (end := stand(pack, walk.answer(Answer(step.question, (option.id,)))).outcome)
        and end != now.outcome
    ]
    turns = turned_on(pack, walk)
    assert [(turn.question, *other) for turn in turns for other in turn.otherwise] == expected
