"""What a change of a pack does is told exactly, for any two packs; words are told apart."""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace

from hypothesis import given, settings

from guidance_app.core.ids import DutyId
from guidance_app.core.pack import Pack
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, walk_of
from guidance_app.packs.compare import Comparison, Difference, Kind, compare
from guidance_app.packs.shape import shape
from tests.packs.small import PACK
from tests.packs.test_pairs import few
from tests.strategies import packs


def small(was: str = "", now: str = "") -> Pack:
    assert was in PACK
    pack = shape({"pack.yaml": PACK.replace(was, now).encode()}).pack
    assert pack is not None
    return pack


def after(was: str, now: str) -> Comparison:
    return compare(small(), small(was, now))


def of(found: Comparison, kind: Kind) -> list[tuple[str, str, int]]:
    return [(d.was, d.now, d.sets) for d in found.differences if d.kind is kind]


@settings(max_examples=150)
@given(packs(forward=True), packs(forward=True))
def test_for_any_two_packs_the_differences_are_those_of_replaying_every_set_of_answers(
    old: Pack, new: Pack
) -> None:
    plain: Counter[tuple[Kind, str, str]] = Counter()
    for leaf in few(old, new):
        walk = walk_of(Answer(q, chosen) for q, chosen in leaf.answers.items())
        was, now = stand(old, walk), stand(new, walk)
        if was.outcome and now.outcome:
            plain.update(told(was, now, old.duties.keys() | new.duties.keys()))
    wanted = {Kind.GONE, Kind.ADDED, Kind.ADVICE_GAINED, Kind.ADVICE_LOST}
    found = {
        (d.kind, d.was, d.now): d.sets
        for d in compare(old, new).differences
        if d.kind not in wanted
    }
    assert found == dict(plain)


def told(was: Standing, now: Standing, duties: AbstractSet[DutyId]) -> list[tuple[Kind, str, str]]:
    """Return what is different between two ends of the same answers."""
    ends = [(Kind.ENDS, str(was.outcome), str(now.outcome))] if was.outcome != now.outcome else []
    lost = [(Kind.DUTY_LOST, str(d), "") for d in (was.carried - now.carried) & duties]
    gained = [(Kind.DUTY_GAINED, "", str(d)) for d in (now.carried - was.carried) & duties]
    less = [(Kind.ASKED_LESS, str(q), "") for q in set(was.asked) - set(now.asked)]
    more = [(Kind.ASKED_MORE, "", str(q)) for q in set(now.asked) - set(was.asked)]
    return [*ends, *lost, *gained, *less, *more]


@settings(max_examples=100)
@given(packs(forward=True))
def test_no_pack_is_different_from_itself(pack: Pack) -> None:
    found = compare(pack, pack)
    assert found.same_walks
    assert found.settings == found.words == ()


def test_a_walk_that_ends_elsewhere_is_shown_by_its_answers() -> None:
    found = after("Nothing much, next: leave-it", "Nothing much, next: told")
    assert of(found, Kind.ENDS) == [("leave-it", "get-help", 1)]
    assert of(found, Kind.ASKED_MORE) == [("", "told", 2)]
    (moved,) = (d for d in found.differences if d.kind is Kind.ENDS)
    assert moved == Difference(
        Kind.ENDS,
        "leave-it",
        "get-help",
        1,
        (("danger", "no"), ("purpose", "idle"), ("told", "yes")),
    )


def test_a_new_condition_moves_only_those_who_meet_it() -> None:
    found = after(
        "{to: get-help}", "{when: {purpose: feel}, to: leave-it}\n          - {to: get-help}"
    )
    assert of(found, Kind.ENDS) == [("get-help", "leave-it", 1)]


def test_an_answer_that_is_gone_and_one_that_is_new_are_told() -> None:
    line = "      idle: {say: Nothing much, next: leave-it}\n"
    assert of(after(line, ""), Kind.GONE) == [("leave-it", "purpose", 1)]
    more = after(line, line + "      more: {say: More, next: told}\n")
    assert sorted(of(more, Kind.ADDED)) == [("purpose", "get-help", 1), ("purpose", "leave-it", 1)]


def test_a_line_of_advice_shown_to_others_is_told() -> None:
    with_one = PACK.replace("may: [Ring for help.]", "may: [{say: Ring., when: {purpose: feel}}]")
    old = shape({"pack.yaml": with_one.encode()}).pack
    new = shape({"pack.yaml": with_one.replace(", when: {purpose: feel}", "").encode()}).pack
    assert old is not None
    assert new is not None
    assert of(compare(old, new), Kind.ADVICE_GAINED) == [("", "get-help: may: Ring.", 1)]


def test_words_are_told_apart_from_walks() -> None:
    found = after("Talk to them.", "Talk to them first.")
    assert found.same_walks
    assert found.settings == ()
    assert [(c.was, c.now) for c in found.words] == [
        ("Talk to them.", ""),
        ("", "Talk to them first."),
    ]


def test_what_an_outcome_permits_is_a_setting() -> None:
    old = small()
    look = old.outcomes[next(o for o in old.outcomes if o == "one-look")]
    new = replace(old, outcomes={**old.outcomes, look.id: replace(look, title="A look")})
    assert [c.name for c in compare(old, new).words] == ["outcomes/one-look/title"]
    harder = after("reason: required", "reason: invited")
    assert [c.name for c in harder.settings] == ["questions/purpose/reason"]
