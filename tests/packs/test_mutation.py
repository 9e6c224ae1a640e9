"""Every single fault in a pack is put in, and the tests of the pack are asked who notices."""

from pathlib import Path

from hypothesis import given, settings

from guidance_app.core.pack import Pack
from guidance_app.packs.mutants import mutants
from guidance_app.packs.mutation import Mutation, mutation
from guidance_app.packs.own_tests import OwnTests, own_tests
from guidance_app.packs.shape import shape
from guidance_app.packs.shelf import Shelf
from guidance_app.shipped import shipped
from tests.packs.small import PACK
from tests.strategies import packs

TESTS = """
scenarios:
  - name: Told, to find her
    given: {danger: "no", purpose: find, told: "yes"}
    expect: {outcome: one-look, adds: [stop-when-found], path: [danger, purpose, told]}
properties:
  - name: Danger is met with help
    whenever: {danger: "yes"}
    expect: {outcome: get-help}
    mode: always
"""


def of(tests: str, pack: str = PACK) -> Mutation:
    shaped = shape({"pack.yaml": (pack + tests).encode()})
    assert shaped.pack is not None
    return mutation(shaped.pack, own_tests(shaped.pack, shaped.tests, []))


def said(found: Mutation) -> set[str]:
    return {mutant.says for mutant in found.unnoticed}


def test_without_tests_nobody_notices_anything() -> None:
    found = of("")
    assert (found.noticed, found.score) == (0, 0.0)
    assert len(found.unnoticed) > 20


def test_a_scenario_notices_a_fault_on_its_way_and_no_other() -> None:
    found = said(of(TESTS))
    assert "'find' of 'purpose' no longer adds 'stop-when-found'." not in found
    assert "Lines 1 and 2 of 'yes' of 'told' are swapped." not in found
    assert "'feel' of 'purpose' no longer adds 'ask-them'." in found


def test_a_property_notices_what_no_scenario_meets() -> None:
    assert "'yes' of 'danger' leads to 'leave-it' and not to 'get-help'." not in said(of(TESTS))


def test_only_a_rule_notices_a_reason_that_is_no_longer_required() -> None:
    fault = "The reason of 'purpose' is no longer required."
    assert fault in said(of(TESTS))
    rule = "texts:\n  - {name: R, kind: reason-required, questions: [purpose]}\n"
    assert fault not in said(of(TESTS + rule))


def test_a_condition_of_advice_is_noticed_by_what_a_scenario_shows() -> None:
    advised = PACK.replace("may: [Look once.]", "may: [{say: Look once., when: {purpose: find}}]")
    fault = "The condition of line 1 of 'may' is turned round."
    assert fault in said(of(TESTS, advised))
    shows = TESTS.replace(
        "{outcome: one-look, adds", "{shows: [Look once], outcome: one-look, adds"
    )
    assert fault not in said(of(shows, advised))


def test_two_lines_that_lead_to_the_same_place_are_no_fault_when_swapped() -> None:
    both = PACK.replace("{to: get-help}", "{to: one-look}")
    found = of("", both)
    assert found.alike > 0
    assert "Lines 1 and 2 of 'yes' of 'told' are swapped." not in said(found)


def test_a_test_that_fails_anyway_notices_nothing() -> None:
    wrong = TESTS.replace("expect: {outcome: one-look", "expect: {outcome: leave-it")
    assert of(wrong).noticed < of(TESTS).noticed


@settings(max_examples=100)
@given(packs(forward=True))
def test_each_fault_of_any_pack_is_another_pack(pack: Pack) -> None:
    found = list(mutants(pack))
    assert all(mutant.pack != pack for mutant in found)
    assert len({mutant.pack.id for mutant in found}) <= 1


@settings(max_examples=30)
@given(packs(forward=True))
def test_for_any_pack_without_tests_the_score_is_0_or_there_was_no_fault(pack: Pack) -> None:
    found = mutation(pack, OwnTests())
    assert found.score == (0.0 if found.unnoticed else 1.0)


def test_the_tests_of_england_notice_at_least_95_in_a_hundred_faults() -> None:
    shaped = Shelf([Path(shipped("rules"))]).load("england")
    assert shaped.pack is not None
    found = mutation(shaped.pack, own_tests(shaped.pack, shaped.tests, []))
    assert found.noticed > 3_000
    assert said(found) == set()
