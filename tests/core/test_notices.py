"""What an overlay changed, and law that is past its review, is said beside the words themselves."""

import pytest

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.notices import of_outcome, of_pack, of_question, of_walk
from guidance_app.core.pack import Pack
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, walk_of
from guidance_app.packs.overlay import pin
from guidance_app.packs.shape import shape
from tests.packs.small import PACK

TODAY = "2026-11-23"
WAS = pin("Have you told them that you would look?")
OVER = f"""\
format: 1
pack: local
title: A local pack
version: 0.1.0
extends: small
owner: An invented council
questions:
  told:
    ask: Do they know?
    replaces: {{ask: {WAS}}}
    options:
      maybe: {{say: Perhaps, next: leave-it, adds: [ask-again]}}
duties:
  ask-again: {{say: Ask them again., sources: [law]}}
outcomes:
  leave-it: {{must-not: [Look anyway.]}}
"""


def local(base: str = PACK) -> Pack:
    pack = shape({"pack.yaml": OVER.encode(), "small/pack.yaml": base.encode()}).pack
    assert pack is not None
    return pack


def stood(pack: Pack, **given: str) -> Standing:
    answers = (Answer(QuestionId(q), (OptionId(o),)) for q, o in given.items())
    return stand(pack, walk_of(answers))


def test_a_question_says_who_changed_it_and_what() -> None:
    said = of_question(local(), "told", TODAY)
    assert said == ("Changed locally by An invented council: the question, a new answer.",)
    assert of_question(local(), "danger", TODAY) == ()


def test_an_outcome_says_it_of_itself_and_of_its_duties() -> None:
    pack = local()
    said = of_outcome(pack, stood(pack, danger="no", purpose="find", told="maybe"), TODAY)
    assert said[0].startswith("This guidance extends 'A small pack', version 1.0.0")
    assert "Changed locally by An invented council: what must not be done." in said
    assert "“Ask them again.” Added locally by An invented council." in said


def test_a_note_can_name_all_that_the_walk_met() -> None:
    pack = local()
    standing = stood(pack, danger="no", purpose="find", told="maybe")
    said = of_walk(pack, standing.asked, standing.outcome, standing.carried)
    assert said[0] == "Told: Changed locally by An invented council: the question, a new answer."
    assert len(said) == 3


def test_a_pack_of_its_own_says_nothing() -> None:
    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    assert list(of_pack(pack, TODAY)) == []
    assert of_outcome(pack, stood(pack, danger="yes"), TODAY) == ()


@pytest.mark.parametrize(("today", "late"), [("2027-05-01", False), ("2027-05-02", True)])
def test_a_pack_past_its_review_is_said_the_day_after(today: str, late: bool) -> None:
    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    said = (
        "This guidance was to be reviewed by 1 May 2027. Ask whoever looks after it if it stands."
    )
    assert (said in of_pack(pack, today)) is late


def test_law_past_its_review_is_said_where_it_is_used() -> None:
    text = PACK.replace("by: me}}", "by: me}, review-by: 2026-11-01}")
    pack = shape({"pack.yaml": text.encode()}).pack
    assert pack is not None
    says = "An invented law was to be checked again by 1 November 2026: it may have changed."
    assert of_question(pack, "danger", TODAY) == (says,)
    assert of_outcome(pack, stood(pack, danger="yes"), TODAY) == (says,)
    assert of_question(pack, "danger", "2026-11-01") == ()


def test_withdrawn_guidance_says_so() -> None:
    pack = shape({"pack.yaml": PACK.replace("status: draft", "status: withdrawn").encode()}).pack
    assert pack is not None
    assert any("has been withdrawn" in said for said in of_pack(pack, TODAY))
