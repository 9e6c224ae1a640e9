"""A walk stands where its answers on the path lead, and nothing else counts."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Pack
from guidance_app.core.replay import fits, stand, stand_again
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, Walk, walk_of
from tests.strategies import packs_and_answers

Drawn = tuple[Pack, list[Answer]]


@given(packs_and_answers())
def test_the_path_and_what_is_set_aside_are_together_exactly_what_was_given(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    standing = stand(pack, walk)
    told = [step.answer for step in standing.path] + list(standing.aside)
    assert sorted(told, key=repr) == sorted(walk.answers, key=repr)


@given(packs_and_answers())
def test_an_answer_that_is_set_aside_changes_nothing(drawn: Drawn) -> None:
    pack, answers = drawn
    standing = stand(pack, walk_of(answers))
    without = stand(pack, walk_of([step.answer for step in standing.path]))
    assert (without.path, without.question, without.outcome, without.duties) == (
        standing.path,
        standing.question,
        standing.outcome,
        standing.duties,
    )


@given(packs_and_answers(), st.randoms())
def test_the_order_in_which_answers_were_given_does_not_matter(
    drawn: Drawn, random: Random
) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    mixed = list(walk.answers)
    random.shuffle(mixed)
    assert stand(pack, walk_of(mixed)).path == stand(pack, walk).path


@given(packs_and_answers())
def test_a_walk_never_stands_at_a_question_and_at_an_outcome(drawn: Drawn) -> None:
    pack, answers = drawn
    standing = stand(pack, walk_of(answers))
    assert standing.question is None or standing.outcome is None


@given(packs_and_answers())
def test_no_question_is_on_the_path_twice(drawn: Drawn) -> None:
    pack, answers = drawn
    asked = stand(pack, walk_of(answers)).asked
    assert len(set(asked)) == len(asked)


@given(packs_and_answers())
def test_what_does_not_fit_is_never_on_the_path(drawn: Drawn) -> None:
    pack, answers = drawn
    path = stand(pack, walk_of(answers)).path
    assert all(fits(pack.questions[step.question], step.answer) for step in path)


@given(packs_and_answers())
def test_every_duty_carried_says_which_answers_on_the_path_added_it(drawn: Drawn) -> None:
    pack, answers = drawn
    standing = stand(pack, walk_of(answers))
    added = {duty for step in standing.path for duty in step.adds}
    raised = {duty.id for duty in pack.raised}
    assert {c.duty for c in standing.duties} - raised <= added
    assert all(set(c.because) <= set(standing.asked) for c in standing.duties)


@given(packs_and_answers())
def test_what_was_set_aside_comes_back_when_the_change_is_taken_back(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    for before in walk.answers:
        other = Answer(before.question, (OptionId("a"),))
        assert stand(pack, walk.answer(other).answer(before)) == stand(pack, walk)


def test_an_answer_given_anew_keeps_its_place_among_the_answers() -> None:
    first, second = (Answer(QuestionId(name), (OptionId("a"),)) for name in ("q0", "q1"))
    anew = Answer(QuestionId("q0"), (OptionId("b"),))
    assert walk_of([first, second]).answer(anew).answers == (anew, second)


@given(packs_and_answers(), st.randoms())
def test_answers_given_one_by_one_make_the_walk_that_they_make_at_once(
    drawn: Drawn, random: Random
) -> None:
    _, answers = drawn
    mixed = random.choices(answers, k=3 * len(answers)) if answers else []
    walk = Walk()
    for answer in mixed:
        walk = walk.answer(answer)
        assert walk.given(answer.question) == answer
    assert walk == walk_of(mixed)
    assert list(walk.answers) == list({answer.question: answer for answer in mixed}.values())
    for answer in walk.answers:
        assert walk.without(answer.question) == walk_of(a for a in walk.answers if a != answer)


@given(packs_and_answers())
def test_going_on_from_where_one_stands_is_the_same_as_walking_all_of_it(drawn: Drawn) -> None:
    pack, answers = drawn
    walk = Walk()
    standing = stand(pack, walk)
    for answer in answers:
        walk = walk.answer(answer)
        standing = stand_again(pack, standing, walk, answer.question)
        assert _all(standing) == _all(stand(pack, walk))


@given(packs_and_answers(), st.data())
def test_taking_an_answer_back_stands_where_walking_without_it_does(
    drawn: Drawn, data: st.DataObject
) -> None:
    pack, answers = drawn
    walk = walk_of(answers)
    for _ in range(len(walk.answers)):
        standing = stand(pack, walk)
        question = data.draw(st.sampled_from([a.question for a in walk.answers]))
        walk = walk.without(question)
        assert _all(stand_again(pack, standing, walk, question)) == _all(stand(pack, walk))


def _all(standing: Standing) -> tuple[object, ...]:
    """Return everything that a standing holds, the order of its parts included."""
    again = (standing.given, standing.added, standing.passed)
    return (standing, standing.duties, *(list(part.items()) for part in again))
