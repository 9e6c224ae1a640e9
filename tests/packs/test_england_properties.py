"""The England pack keeps every property and every rule about words, and would be caught if not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidance_app.core.ids import DutyId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Need, Option, Outcome, Pack, Permits, Question, Route
from guidance_app.core.problem import Problem
from guidance_app.packs.properties import Proof, Property, prove, shape_properties
from guidance_app.packs.shape import Shaped
from guidance_app.packs.shelf import Shelf
from guidance_app.packs.text_rules import TextRule, hold, shape_text_rules

RULES = Path(__file__).parents[2] / "rules"


KEPT = """
EP01 EP02 EP03 EP04 EP05 EP07 EP10 EP11 EP12 EP13 EP14 EP15 EP16 EP19 EP20 EP21 EP22 EP23 EP24 EP25
EP26 EP30 EP31 EP32 EP33 EP34 EP35 EP36 EP37 EP38 EP39 EP40 EP41 EP42 EP50 EP51 EP52 EP53 EP60 EP61
EP62 EP63 EP70 EP71 EP72 EP73 EP80 EP81 EP95 EP96
ET01 ET02 ET03 ET04 ET05 ET06 ET07 ET08 ET09 ET10 ET11 ET12 ET13 ET14 ET15 ET16 ET17 ET18 ET19 ET20
ET21 ET22 ER01
"""
"""The fifty properties and 23 rules about words that the pack was promised to keep."""


@pytest.fixture(scope="module")
def england() -> Shaped:
    return Shelf((RULES,)).load("england")


@pytest.fixture(scope="module")
def pack(england: Shaped) -> Pack:
    assert england.pack is not None
    return england.pack


@pytest.fixture(scope="module")
def properties(england: Shaped, pack: Pack) -> tuple[Property, ...]:
    problems: list[Problem] = []
    shaped = shape_properties(england.tests["properties"], pack, problems)
    assert not problems
    return shaped


@pytest.fixture(scope="module")
def rules(england: Shaped, pack: Pack) -> tuple[TextRule, ...]:
    problems: list[Problem] = []
    shaped = shape_text_rules(england.tests["texts"], pack, problems)
    assert not problems
    return shaped


def broken(proof: Proof) -> set[str]:
    return {failed.name for failed in proof.findings.failed}


def test_every_property_is_proved_and_is_about_some_walk(
    pack: Pack, properties: tuple[Property, ...]
) -> None:
    proof = prove(pack, properties)
    assert broken(proof) == set()
    assert proof.problems == ()
    assert proof.findings.passed == len(properties)


def test_every_rule_about_words_is_kept(pack: Pack, rules: tuple[TextRule, ...]) -> None:
    assert hold(pack, rules).failed == ()


def test_the_properties_and_rules_that_the_pack_has_to_keep_are_all_there(
    properties: tuple[Property, ...], rules: tuple[TextRule, ...]
) -> None:
    claimed = [p.id for p in properties] + [r.id for r in rules]
    assert set(KEPT.split()) <= set(claimed)
    assert len(claimed) == len(set(claimed))


def test_every_danger_is_said_of_walks_or_of_words_or_left_to_the_program(
    properties: tuple[Property, ...], rules: tuple[TextRule, ...]
) -> None:
    of_walks = {p.id[:3] for p in properties if p.id.startswith("W")}
    of_words = {r.id.replace("T", "") for r in rules if r.id.startswith("WT")}
    left = {"W13", "W14"}
    assert of_walks | of_words | left == {f"W{n:02}" for n in range(1, 17)}


def test_every_property_and_rule_of_the_pack_says_why_it_is_there(
    properties: tuple[Property, ...], rules: tuple[TextRule, ...]
) -> None:
    assert [claimed.id for claimed in (*properties, *rules) if not claimed.reason] == []


def asked(pack: Pack, name: str, **changes: object) -> Pack:
    question = replace(pack.questions[QuestionId(name)], **changes)  # type: ignore[arg-type]  # by name
    return replace(pack, questions={**pack.questions, question.id: question})


def option(pack: Pack, question: str, name: str, change: Callable[[Option], Option]) -> Pack:
    found: Question = pack.questions[QuestionId(question)]
    options = tuple(change(o) if o.id == OptionId(name) else o for o in found.options)
    return asked(pack, question, options=options)


def led(pack: Pack, question: str, name: str, to: str) -> Pack:
    return option(pack, question, name, lambda o: replace(o, routes=(Route(to),)))


def adding(pack: Pack, question: str, name: str, *duties: str) -> Pack:
    added = tuple(map(DutyId, duties))
    return option(pack, question, name, lambda o: replace(o, adds=added))


def permitting(pack: Pack, name: str, permits: Permits) -> Pack:
    outcome: Outcome = replace(pack.outcomes[OutcomeId(name)], permits=permits)
    return replace(pack, outcomes={**pack.outcomes, outcome.id: outcome})


def silent(pack: Pack, key: str, name: str) -> Pack:
    """Return `pack` with the words of one duty or question gone."""
    if key == "questions":
        options = tuple(
            replace(o, say="Say.", more="") for o in pack.questions[QuestionId(name)].options
        )
        return asked(pack, name, ask="Ask?", hint="", why="", more="", options=options)
    duty = replace(pack.duties[DutyId(name)], say="Do.")
    return replace(pack, duties={**pack.duties, duty.id: duty})


FAULTS: dict[str, Callable[[Pack], Pack]] = {
    "EP01": lambda pack: replace(pack, start="how-it-started"),
    "EP02": lambda pack: led(pack, "danger", "unsure", "how-it-started"),
    "EP04": lambda pack: led(pack, "urgent-check-agreed", "police-doing-it", "one-urgent-check"),
    "EP07": lambda pack: adding(pack, "risk-in-what-came-up", "risk"),
    "EP10": lambda pack: led(pack, "openness", "refused", "audience"),
    "EP21": lambda pack: led(pack, "keeping", "a-note", "sensitive-facts"),
    "EP24": lambda pack: led(pack, "manager-agreement", "not-yet", "one-open-look"),
    "EP30": lambda pack: led(pack, "means", "hidden", "contact"),
    "EP33": lambda pack: led(pack, "audience", "restricted", "means"),
    "EP41": lambda pack: adding(pack, "keeping", "one-item"),
    "EP52": lambda pack: led(pack, "how-it-started", "court-direction", "do-not-look"),
    "EP70": lambda pack: led(pack, "asked-to-get-it", "yes", "use-with-care"),
    "EP95": lambda pack: permitting(pack, "do-not-look", Permits.ONE_LOOK),
    "EP96": lambda pack: permitting(pack, "pause-for-manager", Permits.TOGETHER),
    "W07": lambda pack: led(pack, "openness", "may-be-hiding", "audience"),
    "W15b": lambda pack: led(pack, "manager-agreement", "same-person", "one-open-look"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_breaks_its_property_and_a_walk_shows_it(
    name: str, pack: Pack, properties: tuple[Property, ...]
) -> None:
    (claimed,) = (p for p in properties if p.id == name)
    (failed,) = prove(FAULTS[name](pack), [claimed]).findings.failed
    assert failed.walk


WORDS: dict[str, tuple[str, str]] = {
    "ET01": ("duties", "evidence"),
    "ET07": ("duties", "told-to-look"),
    "ET16": ("questions", "openness"),
    "WT06": ("duties", "child-source"),
}


@pytest.mark.parametrize("name", WORDS)
def test_words_that_are_lost_break_their_rule(
    name: str, pack: Pack, rules: tuple[TextRule, ...]
) -> None:
    key, entry = WORDS[name]
    (rule,) = (r for r in rules if r.id == name)
    (failed,) = hold(silent(pack, key, entry), [rule]).failed
    assert f"'{entry}' does not say" in failed.why


def test_a_reason_that_is_no_longer_required_breaks_its_rule(
    pack: Pack, rules: tuple[TextRule, ...]
) -> None:
    (rule,) = (r for r in rules if r.id == "ER01")
    (failed,) = hold(asked(pack, "purpose", reason=Need.INVITED), [rule]).failed
    assert failed.why == "The question 'purpose' does not require a reason."
