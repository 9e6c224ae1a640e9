"""An overlay is refused wherever it would loosen the pack that it extends."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Need, Pack
from guidance_app.core.problem import Place
from guidance_app.core.replay import stand
from guidance_app.core.walk import Answer, walk_of
from guidance_app.packs.mutants import mutants
from guidance_app.packs.nodes import Keyed
from guidance_app.packs.places import Places
from guidance_app.packs.tighten import loosened
from tests.packs.overlays import errors, report
from tests.packs.small import PACK
from tests.packs.test_pairs import few
from tests.strategies import packs

Answers = dict[QuestionId, tuple[OptionId, ...]]

LOOSER = {
    "a walk led to a look": (
        'questions:\n  told:\n    options:\n      "no": {next: one-look}\n',
        "permits 'one-look' where it permitted 'nothing'",
    ),
    "an outcome that permits more": (
        "outcomes:\n  leave-it: {permits: one-look}\n",
        "permits 'one-look' where it permitted 'nothing'",
    ),
    "a duty that is gone": (
        "questions:\n  first:\n    ask: Today?\n    before: purpose\n    sources: [law]\n"
        "    options:\n      a: {say: A, next: purpose}\n      b: {say: B, next: leave-it}\n",
        "The duty 'stop-when-found'",
    ),
    "a reason no longer required": (
        "questions:\n  purpose: {reason: invited}\n",
        "The reason of 'purpose' is no longer required.",
    ),
    "a new answer that leads to a look": (
        "questions:\n  purpose:\n    options:\n      also: {say: Also, next: one-look}\n",
        "does not have ends in 'one-look'",
    ),
    "a later review": ("review-by: 2028-01-01\n", "is to be reviewed by 2027-05-01"),
    "an outcome without the follow-up": (
        'questions:\n  danger:\n    options:\n      "yes": {next: other}\n'
        "outcomes:\n  other: {title: O, level: act, permits: nothing, may: [Ring.],"
        " talk-to: [boss], record: [X.], sources: [law]}\n",
        "The follow-up of 'get-help' is gone from 'other'",
    ),
    "an outcome without what must not be done": (
        'questions:\n  danger:\n    options:\n      "yes": {next: other}\n'
        "outcomes:\n  other: {title: O, level: act, permits: nothing, may: [Ring.],"
        " talk-to: [boss], record: [X.], sources: [law], follow-up: Ring again.}\n",
        "no longer told: “Wait.”",
    ),
}
STRICT = PACK.replace(
    "may: [Ring for help.]",
    "may: [Ring for help.]\n    must-not: [Wait.]\n    follow-up: Ring again.",
)


@pytest.mark.parametrize("name", LOOSER)
def test_what_would_be_looser_is_refused(name: str) -> None:
    over, says = LOOSER[name]
    found = [p for p in report(over, STRICT).problems if p.code == "overlay-loosens"]
    assert any(says in problem.message for problem in found), report(over, STRICT).problems
    assert all(problem.place.file == "pack.yaml" for problem in found)


def test_a_stricter_outcome_need_not_repeat_what_belonged_to_the_look() -> None:
    looks = STRICT.replace("may: [Look once.]", "may: [Look once.]\n    must-not: [Come back.]")
    over = 'questions:\n  told:\n    options:\n      "yes": {next: leave-it}\n'
    assert "overlay-loosens" not in [code for code, _ in errors(over, looks)]


def looser(base: Pack, over: Pack) -> bool:
    """Say by replaying every set of answers whether `over` is looser than `base`."""
    for question in base.questions.values():
        if (
            question.reason is Need.REQUIRED
            and over.questions[question.id].reason is not Need.REQUIRED
        ):
            return True
    return any(_looser_here(base, over, leaf.answers) for leaf in few(base, over))


def _looser_here(base: Pack, over: Pack, answers: Answers) -> bool:
    walk = walk_of(Answer(q, chosen) for q, chosen in answers.items())
    was, now = stand(base, walk), stand(over, walk)
    if now.outcome is None:
        return False
    permits = over.outcomes[now.outcome].permits.rank
    if was.outcome is None:
        return permits > 0
    before = base.outcomes[was.outcome]
    required = {q for q in was.asked if base.questions[q].reason is Need.REQUIRED}
    lost = (was.carried & base.duties.keys()) - now.carried
    said = {line.say for line in over.outcomes[now.outcome].must_not if now.holds(line.when)}
    wanted = {line.say for line in before.must_not if was.holds(line.when)}
    as_much = permits >= before.permits.rank
    return (
        permits > before.permits.rank
        or bool(lost)
        or bool(required - set(now.asked))
        or (as_much and bool(wanted - said))
    )


def changed(pack: Pack) -> Iterator[Pack]:
    """Yield packs that an overlay could be: the same ids, with one thing or two changed."""
    first = [mutant.pack for mutant in mutants(pack)]
    yield from first
    for other in first[::7]:
        yield from (mutant.pack for mutant in list(mutants(other))[::11])


@settings(max_examples=400)
@given(packs(forward=True), st.integers(0, 10_000))
def test_for_any_pack_and_any_change_the_proof_agrees_with_replaying_every_walk(
    pack: Pack, number: int
) -> None:
    base = replace(
        pack,
        outcomes={o.id: replace(o, must_not=o.may) for o in pack.outcomes.values()},
    )
    options = list(changed(base))
    over = options[number % len(options)] if options else base
    found = loosened(base, over, Places(Keyed((), _nowhere())))
    assert bool(found) == looser(base, over)


def _nowhere() -> Place:
    return Place("pack.yaml")
