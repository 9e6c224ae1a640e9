"""What does not fit in a property is said with its place, and such a property is not proved."""

import pytest

from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Pack, Permits
from guidance_app.core.problem import Problem
from guidance_app.packs.nodes import Keyed
from guidance_app.packs.properties_claim import Claim, Mode, Property, Strength
from guidance_app.packs.properties_shape import shape_properties
from guidance_app.packs.reader import read
from guidance_app.packs.shape import shape
from tests.packs.small import PACK, line_of


@pytest.fixture(scope="module")
def small() -> Pack:
    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    return pack


def shaped(pack: Pack, text: str) -> tuple[tuple[Property, ...], list[Problem]]:
    problems: list[Problem] = []
    root, found = read("p.yaml", text.encode())
    assert not found
    assert isinstance(root, Keyed)
    node = root.get("properties")
    assert node is not None
    return shape_properties(node, pack, problems), problems


FULL = """\
properties:
  - id: P1
    name: Found only where sought
    whenever: {outcome: one-look, permits: [one-look]}
    expect:
      purpose: [find, feel]
      at-most-questions: 3
    mode: never
    strength: should
    reason: Invented.
"""


def test_a_property_is_read_as_it_is_written(small: Pack) -> None:
    (claimed,), problems = shaped(small, FULL)
    assert problems == []
    assert (claimed.id, claimed.name, claimed.reason) == (
        "P1",
        "Found only where sought",
        "Invented.",
    )
    assert (claimed.mode, claimed.strength) == (Mode.NEVER, Strength.SHOULD)
    looked = frozenset({OutcomeId("one-look")})
    answers = ((QuestionId("purpose"), frozenset(map(OptionId, ("find", "feel")))),)
    whenever = Claim(outcome=looked, permits=frozenset({Permits.ONE_LOOK}))
    assert claimed.cases == ((whenever, Claim(answers=answers, at_most=3)),)


def test_left_out_a_property_must_hold_always_and_for_every_walk(small: Pack) -> None:
    (claimed,), problems = shaped(small, "properties: [{name: A, expect: {first: danger}}]")
    assert problems == []
    assert (claimed.mode, claimed.strength) == (Mode.ALWAYS, Strength.MUST)
    assert claimed.cases == ((Claim(), Claim(first=QuestionId("danger"))),)


def test_any_of_several_beginnings_expects_the_same(small: Pack) -> None:
    text = "properties: [{name: A, any-of-whenever: [{danger: 'yes'}, {told: 'no'}], %s}]"
    (claimed,), problems = shaped(small, text % "expect: {permits: nothing}")
    assert problems == []
    assert len(claimed.cases) == 2
    assert len({expect for _, expect in claimed.cases}) == 1


def test_each_case_expects_its_own(small: Pack) -> None:
    case = "{whenever: {danger: '%s'}, expect: {asked: [%s]}}"
    cases = f"{case % ('yes', 'danger')}, {case % ('no', 'purpose')}"
    (claimed,), problems = shaped(small, f"properties: [{{name: A, cases: [{cases}]}}]")
    assert problems == []
    assert len({expect for _, expect in claimed.cases}) == 2


WRONG = [
    ("outcome: one-look,", "outcome: one-lok,", "bad-expectation", "one-lok"),
    ("purpose: [find, feel]", "purpos: [find, feel]", "bad-expectation", "purpos"),
    ("purpose: [find, feel]", "purpose: [find, fel]", "bad-expectation", "fel"),
    ("purpose: [find, feel]", "carrying: ask-tham", "bad-expectation", "ask-tham"),
    ("purpose: [find, feel]", "carrying-none: [x]", "bad-expectation", "x"),
    ("purpose: [find, feel]", "asked: [tolt]", "bad-expectation", "tolt"),
    ("purpose: [find, feel]", "first: tolt", "bad-expectation", "tolt"),
    ("purpose: [find, feel]", "purpose: []", "bad-expectation", "purpose"),
    ("purpose: [find, feel]", "outcome: []", "bad-expectation", "outcome"),
    ("purpose: [find, feel]", "outcome-not: tolt", "bad-expectation", "tolt"),
    ("purpose: [find, feel]", "look-outcomes: []", "misplaced-key", "look-outcomes"),
    ("purpose: [find, feel]", "level: opn", "bad-value", "opn"),
    ("purpose: [find, feel]", "purpose: [[find]]", "wrong-kind", "purpose"),
    ("permits: [one-look]", "permits: [all]", "bad-value", "all"),
    ("permits: [one-look]", "together-outcomes: []", "misplaced-key", "together-outcomes"),
    ("at-most-questions: 3", "at-most-questions: few", "bad-value", "few"),
    ("mode: never", "mode: sometimes", "bad-value", "sometimes"),
    ("strength: should", "strength: shall", "bad-value", "shall"),
    ("reason: Invented.", "because: Invented.", "unknown-key", "because"),
    ("reason: Invented.", "any-of-whenever: [{told: 'no'}]", "misplaced-key", "whenever"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "named"), WRONG)
def test_what_does_not_fit_is_said_at_its_line_and_named(
    small: Pack, right: str, wrong: str, code: str, named: str
) -> None:
    text = FULL.replace(right, wrong)
    properties, (problem,) = shaped(small, text)
    assert problem.code == code
    assert problem.place.line == line_of(text, "whenever: {" if named == "whenever" else wrong)
    assert f"'{named}'" in problem.message
    assert problem.hint
    assert properties == ()


def test_an_id_in_a_list_is_said_at_its_own_line(small: Pack) -> None:
    text = "properties:\n  - name: A\n    expect:\n      asked:\n        - told\n        - tolt\n"
    _, (problem,) = shaped(small, text)
    assert (problem.place.line, problem.hint) == (6, "Did you mean 'told'?")


def test_one_property_that_does_not_fit_leaves_the_others(small: Pack) -> None:
    text = "properties: [{name: A, expect: {first: tolt}}, {name: B, expect: {first: told}}]"
    properties, problems = shaped(small, text)
    assert [claimed.name for claimed in properties] == ["B"]
    assert len(problems) == 1


def test_a_property_that_expects_nothing_always_is_refused(small: Pack) -> None:
    _, (problem,) = shaped(small, "properties: [{name: A, whenever: {danger: 'yes'}, expect: {}}]")
    assert (problem.code, problem.message) == (
        "bad-expectation",
        "The property 'A' expects nothing, and so proves nothing.",
    )


def test_a_property_without_name_or_expectation_says_what_is_missing(small: Pack) -> None:
    _, problems = shaped(small, "properties: [{whenever: {danger: 'yes'}}]")
    assert {problem.code for problem in problems} == {"missing-key"}
    assert ["'name'" in p.message or "'expect'" in p.message for p in problems] == [True, True]
