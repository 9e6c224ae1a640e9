"""An overlay adds to the pack that it extends, and changes nothing in silence."""

from pathlib import Path

import pytest

from guidance_app.core.ids import ContactId, OptionId, OutcomeId, QuestionId
from guidance_app.core.problem import Severity
from guidance_app.core.replay import stand
from guidance_app.core.walk import Answer, walk_of
from guidance_app.packs.check import check
from guidance_app.packs.overlay import pin
from guidance_app.packs.shape import shape
from guidance_app.packs.shelf import Shelf
from guidance_app.shipped import shipped
from tests.packs.overlays import HEAD, LEAD, TODAY, errors, pack_of, report
from tests.packs.small import PACK


def test_an_overlay_that_says_nothing_is_its_base_under_its_own_name() -> None:
    pack, base = pack_of(""), shape({"pack.yaml": PACK.encode()}).pack
    assert base is not None
    assert (pack.id, pack.title, pack.status, pack.review_by) == (
        "local",
        "A local pack",
        "draft",
        base.review_by,
    )
    assert (pack.questions, pack.outcomes, pack.local) == (base.questions, base.outcomes, ())
    assert pack.extends is not None
    assert (pack.extends.version, pack.extends.digest) == (base.version, base.digest)


def test_an_approved_base_does_not_approve_its_overlay() -> None:
    base = PACK.replace("status: draft", "status: approved\napproved: {by: [A, B], on: 2026-11-01}")
    pack = pack_of("", base)
    assert (pack.status, pack.approved.by) == ("draft", ())


def test_a_question_asked_before_an_outcome_takes_every_line_that_led_there() -> None:
    given = {"danger": "no", "purpose": "find", "told": "yes"}
    walk = walk_of(Answer(QuestionId(q), (OptionId(o),)) for q, o in given.items())
    assert stand(pack_of(LEAD), walk).question == "lead"
    assert errors(LEAD) == []


def test_a_contact_that_was_left_open_is_filled_in_without_more() -> None:
    pack = pack_of("contacts:\n  boss: {how: 01632 960001}\n")
    assert pack.contacts[ContactId("boss")].how == "01632 960001"
    assert pack.local == (("contacts", "boss", "how"),)


def test_lists_of_advice_grow() -> None:
    over = "outcomes:\n  one-look:\n    must-not: [Look from home., Look once.]\n"
    said = [line.say for line in pack_of(over).outcomes[OutcomeId("one-look")].must_not]
    assert said == ["Look from home.", "Look once."]


def test_a_text_is_replaced_only_where_it_is_named() -> None:
    over = "questions:\n  told:\n    ask: Do they know?\n"
    assert errors(over) == [("overlay-not-pinned", 9)]
    assert "told" in report(over).problems[0].message
    was = pin("Have you told them that you would look?")
    named = over + f"    replaces: {{ask: {was}}}\n"
    assert errors(named) == []
    assert pack_of(named).questions[QuestionId("told")].ask == "Do they know?"


def test_a_text_that_moved_upstream_is_a_problem_where_it_is_named() -> None:
    was = pin("Have you told them that you would look?")
    over = f"questions:\n  told:\n    ask: Do they know?\n    replaces: {{ask: {was}}}\n"
    moved = PACK.replace("Have you told them", "Have you told each of them")
    assert errors(over, moved) == [("overlay-text-moved", 10)]
    hint = next(p.hint for p in report(over, moved).problems if p.code == "overlay-text-moved")
    assert "Have you told each of them that you would look?" in hint
    assert pin("Have you told each of them that you would look?") in hint


def test_a_pin_for_what_is_not_replaced_is_a_problem() -> None:
    over = "questions:\n  told:\n    short: Told?\n    replaces: {ask: 00000000}\n"
    assert ("bad-value", 10) in errors(over)


@pytest.mark.parametrize(
    "over",
    [
        "outcomes:\n  one-look: {level: stop}\n",
        "questions:\n  told: {kind: several}\n",
        "questions:\n  told: {step: first}\n",
    ],
)
def test_what_kind_of_thing_something_is_cannot_be_changed(over: str) -> None:
    assert ("overlay-fixed") in [code for code, _ in errors(over)]


def test_what_loosens_stands_at_the_line_that_leads_elsewhere() -> None:
    over = 'questions:\n  told:\n    options:\n      "no": {next: one-look}\n'
    found = errors(over)
    assert found
    assert set(found) == {("overlay-loosens", 10)}


def test_an_overlay_is_not_called_as_its_base() -> None:
    found = check(
        shape(
            {
                "pack.yaml": HEAD.replace("pack: local", "pack: small").encode(),
                "small/pack.yaml": PACK.encode(),
            }
        ),
        TODAY,
    )
    assert ("overlay-fixed", 2) in [(p.code, p.place.line) for p in found.problems]


def test_the_scenarios_of_the_base_that_still_hold_count() -> None:
    base = (
        PACK
        + """\
scenarios:
  - {name: Help, given: {danger: "yes"}, expect: {outcome: get-help}}
  - {name: Moved, given: {danger: "no", purpose: idle}, expect: {outcome: get-help}}
"""
    )
    tried = report("", base).tried
    assert tried is not None
    assert set(tried.outcomes.tried) == {"get-help"}


def test_two_questions_before_one_outcome_are_a_problem() -> None:
    second = LEAD.replace("lead:", "lead-two:", 1).split("duties:")[0].removeprefix("questions:\n")
    whole = LEAD.replace("duties:", second + "duties:")
    assert ("bad-value") in [code for code, _ in errors(whole)]


def test_what_the_base_claims_of_every_walk_holds_for_the_overlay_too() -> None:
    claims = PACK + (
        "properties:\n"
        "  - {name: First, whenever: {}, expect: {first: danger}, mode: always}\n"
        "  - {name: Can, whenever: {}, expect: {outcome: one-look}, mode: possible}\n"
    )
    over = "questions:\n  hello:\n    ask: Hello?\n    before: danger\n    sources: [law]\n"
    over += "    options:\n      a: {say: A, next: danger}\n      b: {say: B, next: leave-it}\n"
    assert "broken-property" in [code for code, _ in errors(over, claims)]
    stop = 'questions:\n  told:\n    options:\n      "yes": {next: leave-it}\n'
    assert "broken-property" not in [code for code, _ in errors(stop, claims)]


def test_warnings_about_the_base_are_for_its_own_author() -> None:
    warned = PACK.replace("read: in full", "read: not read")
    assert "source-not-read" not in [p.code for p in report("", warned).problems]


def test_a_base_that_is_not_there_or_cannot_be_used_is_said() -> None:
    alone = shape({"pack.yaml": HEAD.encode()})
    assert alone.pack is None
    assert [p.code for p in alone.problems if p.place.line == 5] == ["unknown-base"]
    broken = PACK.replace("next: purpose", "next: porpoise")
    assert ("unknown-destination", 17) in errors("", broken)


def test_the_base_is_found_beside_the_overlay_inside_it_or_on_the_shelf(tmp_path: Path) -> None:
    for name, text in (("local", HEAD), ("small", PACK)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text(text, "utf-8")
    beside = Shelf([]).load(tmp_path / "local")
    assert beside.pack is not None
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "local").rename(tmp_path / "elsewhere" / "local")
    assert Shelf([]).load(tmp_path / "elsewhere" / "local").pack is None
    on_shelf = Shelf([tmp_path]).load(tmp_path / "elsewhere" / "local").pack
    (tmp_path / "small").rename(tmp_path / "elsewhere" / "local" / "small")
    inside = Shelf([]).load(tmp_path / "elsewhere" / "local").pack
    assert beside.pack == on_shelf == inside


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    for name, other in (("small", "local"), ("local", "small")):
        (tmp_path / name).mkdir()
        text = HEAD.replace("pack: local", f"pack: {name}").replace("small\n", f"{other}\n")
        (tmp_path / name / "pack.yaml").write_text(text, "utf-8")
    found = Shelf([tmp_path]).load("local")
    assert found.pack is None
    assert "unknown-base" in [p.code for p in found.problems]


def test_an_overlay_of_an_overlay_tightens_both() -> None:
    files = {
        "pack.yaml": HEAD.replace("extends: small", "extends: middle").encode(),
        "middle/pack.yaml": (HEAD.replace("pack: local", "pack: middle") + LEAD).encode(),
        "middle/small/pack.yaml": PACK.encode(),
    }
    found = shape(files)
    assert found.pack is not None
    assert "lead" in found.pack.questions
    assert [p.code for p in check(found, TODAY).problems if p.severity is Severity.ERROR] == []


def test_england_can_be_extended(tmp_path: Path) -> None:
    over = HEAD.replace("extends: small", "extends: england") + LEAD.replace(
        "one-look", "one-open-look"
    ).replace("leave-it", "pause-for-manager").replace("[law]", "[ripa]")
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "pack.yaml").write_text(over, "utf-8")
    found = check(Shelf([Path(shipped("rules"))]).load(tmp_path / "local"), TODAY)
    assert [str(p) for p in found.problems if p.severity is Severity.ERROR] == []
    assert found.findings.passed > 100
