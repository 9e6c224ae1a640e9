"""Rules about words are held to the words of a pack, and what does not fit in a rule is said."""

import pytest

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem
from guidance_app.packs.nodes import Keyed
from guidance_app.packs.properties_claim import Strength
from guidance_app.packs.reader import read
from guidance_app.packs.shape import shape
from guidance_app.packs.text_rules import TextRule, hold, shape_text_rules
from tests.packs.small import PACK, line_of


def small(right: str = "", wrong: str = "") -> Pack:
    pack = shape({"pack.yaml": PACK.replace(right, wrong).encode()}).pack
    assert pack is not None
    return pack


def shaped(text: str) -> tuple[tuple[TextRule, ...], list[Problem]]:
    problems: list[Problem] = []
    root, found = read("t.yaml", text.encode())
    assert not found
    assert isinstance(root, Keyed)
    node = root.get("texts")
    assert node is not None
    return shape_text_rules(node, small(), problems), problems


def broken(rule: str, pack: Pack | None = None) -> list[str]:
    rules, problems = shaped(f"texts: [{{name: A, {rule}}}]")
    assert problems == []
    return [failed.why for failed in hold(pack or small(), rules).failed]


def mentions(pattern: str, where: str, *, never: bool = False, parts: str = "") -> str:
    kind = "must-not-mention" if never else "must-mention"
    only = f", parts: [{parts}]" if parts else ""
    return f"kind: {kind}, in: [{where}], pattern: {pattern}{only}"


def test_what_must_be_mentioned_is_looked_for_in_any_case() -> None:
    assert broken(mentions("ring (for )?HELP", "outcomes/get-help")) == []


def test_what_is_not_mentioned_is_named_with_the_entry() -> None:
    assert broken(mentions("999", "outcomes/get-help, outcomes/leave-it")) == [
        "The outcome 'get-help' does not say: 999. The outcome 'leave-it' does not say: 999."
    ]


def test_what_must_not_be_mentioned_is_shown_as_it_is_said() -> None:
    rule = mentions("look (once|twice)", "outcomes/one-look", never=True)
    assert broken(rule) == ["The outcome 'one-look' says: Look once."]


def test_only_the_parts_named_are_searched() -> None:
    assert broken(mentions("ring", "outcomes/get-help", parts="record"))
    assert not broken(mentions("ring", "outcomes/get-help", parts="record, may"))


@pytest.mark.parametrize(
    ("where", "pattern"),
    [
        ("questions/danger", "in danger today"),
        ("questions/purpose", "feel for the family"),
        ("duties/ask-them", "instead"),
        ("outcomes/leave-it", "leave it"),
    ],
)
def test_questions_options_duties_and_titles_are_searched(where: str, pattern: str) -> None:
    assert broken(mentions(pattern, where)) == []


@pytest.mark.parametrize(
    "said",
    [
        '"Ring for **help**."',
        '"Ring [for help|law]."',
        '"Ring for\\nhelp."',
        '"Ring   for help."',
    ],
)
def test_neither_markup_nor_the_end_of_a_line_hides_words(said: str) -> None:
    pack = small("Ring for help.", said)
    assert broken(mentions("ring for help", "outcomes/get-help"), pack) == []


def test_an_apostrophe_is_one_whatever_its_shape() -> None:
    pack = small("Ring for help.", '"Ring the worker\N{RIGHT SINGLE QUOTATION MARK}s manager."')
    assert broken(mentions('"worker\'s manager"', "outcomes/get-help"), pack) == []


def test_a_text_too_long_to_be_searched_breaks_the_rule() -> None:
    pack = small("Ring for help.", "Ring. " * 400)
    (why,) = broken(mentions("ring", "outcomes/get-help"), pack)
    assert why == (
        "The outcome 'get-help' has a text of over 2000 characters, which is not searched."
    )


def test_a_reason_that_is_not_required_is_named() -> None:
    rule = "kind: reason-required, questions: [purpose, told]"
    assert broken(rule) == ["The question 'told' does not require a reason."]


def test_a_rule_that_only_should_hold_says_so() -> None:
    rules, _ = shaped(f"texts: [{{name: A, strength: should, {mentions('x', 'duties/ask-them')}}}]")
    assert [rule.strength for rule in rules] == [Strength.SHOULD]
    assert [failed.must for failed in hold(small(), rules).failed] == [False]


FULL = """\
texts:
  - name: A
    kind: must-mention
    in: [outcomes/get-help]
    parts: [may]
    pattern: help
"""

WRONG = [
    ("in: [outcomes/get-help]", "in: [outcomes/get-halp]", "bad-expectation", "outcomes/get-halp"),
    ("in: [outcomes/get-help]", "in: [outcomes]", "bad-expectation", "outcomes"),
    ("in: [outcomes/get-help]", "in: []", "missing-key", "in"),
    ("parts: [may]", "parts: [mai]", "bad-expectation", "mai"),
    ("parts: [may]", "parts: []", "missing-key", "parts"),
    ("parts: [may]", "questions: [told]", "misplaced-key", "questions"),
    ("parts: [may]", "part: [may]", "unknown-key", "part"),
    ("pattern: help", "pattern: (help", "bad-value", "(help"),
    ("pattern: help", "pattern: (help+)+", "bad-value", "(help+)"),
    ("pattern: help", "pattern: ''", "missing-key", "pattern"),
    ("kind: must-mention", "kind: mentions", "bad-value", "mentions"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "named"), WRONG)
def test_what_does_not_fit_in_a_rule_is_said_and_named(
    right: str, wrong: str, code: str, named: str
) -> None:
    text = FULL.replace(right, wrong)
    rules, (problem,) = shaped(text)
    assert (problem.code, rules) == (code, ())
    assert f"'{named}'" in problem.message
    assert problem.place.line == line_of(text, "- name" if code == "missing-key" else wrong)


def test_a_rule_of_reasons_names_questions_that_exist() -> None:
    _, (problem,) = shaped("texts: [{name: A, kind: reason-required, questions: [tolt]}]")
    assert (problem.code, problem.hint) == ("bad-expectation", "Did you mean 'told'?")


def test_a_rule_that_fits_is_all_there() -> None:
    (rule,), problems = shaped(FULL)
    assert problems == []
    assert rule.about == (("outcomes", "get-help"),)
    assert rule.parts == frozenset({"may"})
