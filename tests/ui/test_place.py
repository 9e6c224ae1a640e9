"""Where Back leads, as a value: no window is needed to know."""

import pytest

from guidance_app.core.change import preview
from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Pack
from guidance_app.core.replay import stand
from guidance_app.core.walk import Answer, Walk, walk_of
from guidance_app.ui.place import HOME, Place, Spot, after, back_from, stands_at

DANGER, OPENNESS = QuestionId("danger"), QuestionId("openness")


def walk(*options: tuple[QuestionId, str]) -> Walk:
    return walk_of(Answer(q, (OptionId(o),)) for q, o in options)


BOTH = walk((DANGER, "no"), (OPENNESS, "agrees"))


def test_a_walk_stands_at_the_question_asked_next(pack: Pack) -> None:
    assert stands_at(stand(pack, walk((DANGER, "no")))) == Place(Spot.QUESTION, OPENNESS)


def test_a_walk_that_is_done_stands_at_its_outcome(pack: Pack) -> None:
    assert stands_at(stand(pack, BOTH)) == Place(Spot.OUTCOME)


def test_back_from_a_question_is_the_question_before(pack: Pack) -> None:
    standing = stand(pack, walk((DANGER, "no")))
    assert back_from(Place(Spot.QUESTION, OPENNESS), standing) == Place(Spot.QUESTION, DANGER)


def test_back_from_the_first_question_is_home(pack: Pack) -> None:
    assert back_from(Place(Spot.QUESTION, DANGER), stand(pack, Walk())) == HOME


def test_back_from_the_outcome_is_the_last_question(pack: Pack) -> None:
    assert back_from(Place(Spot.OUTCOME), stand(pack, BOTH)) == Place(Spot.QUESTION, OPENNESS)


def test_back_from_a_page_aside_is_where_one_was(pack: Pack) -> None:
    here = Place(Spot.QUESTION, OPENNESS)
    aside = Place(Spot.SETTINGS, came_from=here)
    assert back_from(aside, stand(pack, walk((DANGER, "no")))) == here


def test_back_never_leads_to_an_outcome_that_is_no_longer_there(pack: Pack) -> None:
    place = Place(Spot.QUESTION, OPENNESS, came_from=Place(Spot.CHECK))
    assert back_from(place, stand(pack, walk((DANGER, "no")))) == Place(Spot.QUESTION, DANGER)


@pytest.mark.parametrize("spot", [Spot.HOME, Spot.UNLOCK, Spot.HIDDEN, Spot.RECOVERY])
def test_there_is_no_way_back_from_a_page_that_begins(spot: Spot) -> None:
    assert back_from(Place(spot), None) is None


def test_after_a_question_comes_the_next_on_the_path(pack: Pack) -> None:
    assert after(DANGER, stand(pack, BOTH)) == Place(Spot.QUESTION, OPENNESS)


def test_after_the_last_question_comes_the_outcome(pack: Pack) -> None:
    assert after(OPENNESS, stand(pack, BOTH)) == Place(Spot.OUTCOME)


def test_a_hidden_place_holds_no_words_of_a_case(pack: Pack) -> None:
    answer = Answer(DANGER, (OptionId("yes"),), reason="A canary sang.")
    place = Place(Spot.CHANGE, DANGER, preview(pack, BOTH, answer), words="A canary sang.")
    assert "canary" not in repr(place.quiet())
