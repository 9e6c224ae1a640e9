"""A scenario holds where everything it expects comes of its answers; else it says why."""

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem
from guidance_app.packs.nodes import Keyed
from guidance_app.packs.reader import read
from guidance_app.packs.scenario import shape_scenarios
from guidance_app.packs.scenarios import Ran, run
from guidance_app.packs.shape import shape
from tests.packs.small import PACK

FIND = '{danger: "no", purpose: find, told: "yes"}'


def pack() -> Pack:
    made = shape({"pack.yaml": PACK.encode()}).pack
    assert made is not None
    return made


def ran(text: str) -> tuple[Ran, list[Problem]]:
    """Run one scenario with `text` under its name; return what came of it and what did not fit."""
    root, problems = read("tests.yaml", f"scenarios:\n  - name: One\n{text}".encode())
    assert isinstance(root, Keyed)
    node = root.get("scenarios")
    found = list(problems)
    assert node is not None
    return run(pack(), shape_scenarios(node, pack(), found), {}), found


def why(given: str, expect: str, more: str = "") -> str:
    came, found = ran(f"    given: {given}\n{more}    expect: {expect}\n")
    assert not found
    return " ".join(failed.why for failed in came.findings.failed)


def test_a_scenario_that_expects_what_comes_of_it_holds() -> None:
    expect = "{outcome: one-look, adds: [stop-when-found], path: [danger, purpose, told]}"
    assert why(FIND, expect) == ""


def test_answers_may_be_given_in_any_order() -> None:
    assert why('{told: "yes", purpose: find, danger: "no"}', "{outcome: one-look}") == ""


def test_another_outcome_is_named() -> None:
    assert "ends at 'one-look'" in why(FIND, "{outcome: leave-it}")


def test_a_walk_that_is_not_finished_says_where_it_stops() -> None:
    assert "stops at 'purpose'" in why('{danger: "no"}', "{outcome: leave-it}")


def test_a_missing_duty_and_one_too_many_are_named() -> None:
    said = why(FIND, "{adds: [ask-them]}")
    assert "Missing as duty: 'ask-them'" in said
    assert "Not expected as duty: 'stop-when-found'" in said


def test_an_empty_list_of_duties_expects_none() -> None:
    assert why(FIND, "{adds: []}") != ""


def test_the_path_is_exact() -> None:
    assert "The path should be" in why(FIND, "{path: [danger, purpose]}")


def test_what_has_to_be_asked_and_what_must_not_be_are_held() -> None:
    assert why(FIND, "{passes: [told], never-asks: []}") == ""
    assert "never ask 'told'" in why(FIND, "{never-asks: [told]}")
    assert "ask 'purpose'" in why('{danger: "yes"}', "{passes: [purpose]}")


def test_what_a_change_sets_aside_is_expected_exactly() -> None:
    change = '    then-change: {danger: "yes"}\n'
    expect = "{outcome: get-help, set-aside: [purpose, told]}"
    assert why(FIND, expect, change) == ""
    assert "'told'" in why(FIND, "{set-aside: [purpose]}", change)


def test_an_answer_with_a_reason_and_fields_is_an_answer() -> None:
    given = '{danger: "no", purpose: {option: idle, reason: "None.", fields: {who: "Me"}}}'
    assert why(given, "{outcome: leave-it}") == ""


def test_an_answer_that_is_never_asked_for_is_noticed() -> None:
    came, _ = ran('    given: {danger: "yes", purpose: find}\n    expect: {outcome: get-help}\n')
    assert [p.message for p in came.problems if p.code == "unused-answer"] == [
        "The scenario 'One' answers 'purpose', which is never asked."
    ]


def test_an_answer_that_does_not_fit_is_a_problem_with_its_place() -> None:
    _, found = ran("    given: {danger: perhaps}\n    expect: {outcome: get-help}\n")
    assert [(p.code, p.place.line) for p in found] == [("unknown-option", 3)]
    _, found = ran("    given: {dangr: perhaps}\n    expect: {outcome: get-help}\n")
    assert [(p.code, p.hint) for p in found] == [("unknown-question", "Did you mean 'danger'?")]


def test_an_expectation_of_what_is_not_there_is_a_problem() -> None:
    _, found = ran(f"    given: {FIND}\n    expect: {{outcome: one-lok, adds: [nothing]}}\n")
    assert [problem.code for problem in found] == ["bad-expectation", "bad-expectation"]


def test_what_was_tried_and_what_was_not_is_counted() -> None:
    came, _ = ran(f"    given: {FIND}\n    expect: {{outcome: one-look}}\n")
    assert came.tried.options.tried == ("danger: no", "purpose: find", "told: yes")
    assert came.tried.outcomes.missing == ("get-help", "leave-it")
    assert came.tried.duties.tried == ("stop-when-found",)
    assert came.tried.lines.missing == ("told yes 1",)


def test_an_outcome_that_was_reached_and_not_expected_is_not_tried() -> None:
    came, _ = ran(f"    given: {FIND}\n")
    assert came.tried.outcomes.tried == ()
