"""A property is proved by states exactly where going every walk, one after the other, agrees."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import DutyId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Level, Pack, Permits
from guidance_app.core.problem import Place
from guidance_app.packs.properties import Proof, prove
from guidance_app.packs.properties_claim import Claim, Mode, Property
from guidance_app.packs.properties_ends import ended
from guidance_app.packs.shape import shape
from tests.bench.ladders import ladder
from tests.packs.small import PACK
from tests.strategies import DUTIES, OPTIONS, OUTCOMES, QUESTIONS, packs
from tests.walker import Met, every_moment


def names(of: tuple[str, ...], least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(of), min_size=least, max_size=2)


answers = st.lists(
    st.tuples(st.sampled_from(QUESTIONS), st.frozensets(st.sampled_from(OPTIONS), min_size=1)),
    max_size=2,
    unique_by=lambda pair: pair[0],
).map(tuple)

claims = st.builds(
    Claim,
    answers=answers,
    outcome=st.none() | st.frozensets(st.sampled_from(OUTCOMES), min_size=1),
    outcome_not=st.just(frozenset()) | st.frozensets(st.sampled_from(OUTCOMES), max_size=1),
    permits=st.none() | st.frozensets(st.sampled_from(Permits), min_size=1),
    level=st.none() | st.none() | st.frozensets(st.sampled_from(Level), min_size=1),
    carrying=names(DUTIES),
    carrying_none=names(DUTIES),
    asked=names(QUESTIONS),
    first=st.none() | st.none() | st.sampled_from(QUESTIONS),
    at_most=st.none() | st.none() | st.integers(1, 4),
)
"""What a property may say; the sets of outcomes are said of all walks, and tested by example."""


def true_of(claim: Claim, pack: Pack, walk: Met) -> bool:
    """Say whether `claim` is true of one walk that has ended, by looking at the walk alone."""
    outcome = pack.outcomes[OutcomeId(walk.node)]
    return (
        all(walk.given.get(q, frozenset()) & chosen for q, chosen in claim.answers)
        and (claim.outcome is None or outcome.id in claim.outcome)
        and outcome.id not in claim.outcome_not
        and (claim.permits is None or outcome.permits in claim.permits)
        and (claim.level is None or outcome.level in claim.level)
        and claim.carrying <= walk.duties
        and not claim.carrying_none & walk.duties
        and claim.asked <= {question for question, _ in walk.path}
        and (claim.first is None or claim.first == (walk.path[0][0] if walk.path else None))
        and (claim.at_most is None or len(walk.path) <= claim.at_most)
    )


@settings(max_examples=400)
@given(packs(), claims, claims, st.sampled_from(Mode))
def test_the_same_properties_hold(pack: Pack, whenever: Claim, expect: Claim, mode: Mode) -> None:
    moments = list(every_moment(pack))
    assume(not any(moment.met == "loop" for moment in moments))
    about = [m for m in moments if m.met == "end" and true_of(whenever, pack, m)]
    kept = [walk for walk in about if true_of(expect, pack, walk)]
    holds = {
        Mode.ALWAYS: len(kept) == len(about),
        Mode.NEVER: not kept,
        Mode.POSSIBLE: bool(kept),
    }[mode]
    claimed = Property("Drawn", Place("drawn.yaml"), ((whenever, expect),), mode)
    proof = prove(pack, [claimed])
    assert (proof.findings.failed == ()) == holds
    none_is_claimed = mode is Mode.NEVER and expect == Claim()
    idle = not about and mode is not Mode.POSSIBLE and not none_is_claimed
    assert bool(proof.problems) == idle


@settings(max_examples=150)
@given(packs(), claims)
def test_a_walk_that_breaks_a_property_is_a_shortest_one(pack: Pack, whenever: Claim) -> None:
    moments = list(every_moment(pack))
    assume(not any(moment.met == "loop" for moment in moments))
    lengths = [len(m.path) for m in moments if m.met == "end" and true_of(whenever, pack, m)]
    nothing = Claim(outcome=frozenset())
    claimed = Property("Drawn", Place("drawn.yaml"), ((whenever, nothing),))
    shown = [
        len({question for question, _ in failed.walk})
        for failed in prove(pack, [claimed]).findings.failed
    ]
    counted = [n for n in (min(lengths, default=None),) if n is not None]
    assert shown == counted


@pytest.fixture(scope="module")
def small() -> Pack:
    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    return pack


def proved(pack: Pack, whenever: Claim, expect: Claim, mode: Mode = Mode.ALWAYS) -> Proof:
    return prove(pack, [Property("Tried", Place("p.yaml"), ((whenever, expect),), mode)])


LOOKS = frozenset({OutcomeId("one-look")})
IDLE = ((QuestionId("purpose"), frozenset({OptionId("idle")})),)


def test_the_outcomes_that_permit_a_look_are_exactly_those_named(small: Pack) -> None:
    exact = Claim(looks=LOOKS, together=frozenset())
    assert proved(small, Claim(), exact).findings.passed == 1


def test_an_outcome_that_permits_a_look_and_is_not_named_is_shown(small: Pack) -> None:
    (failed,) = proved(small, Claim(), Claim(looks=frozenset())).findings.failed
    assert failed.why == "It does not name 'one-look', where 'one-look' is permitted."
    assert failed.walk == (("danger", "no"), ("purpose", "find"), ("told", "yes"))


def test_an_outcome_that_is_named_and_permits_no_look_is_named(small: Pack) -> None:
    more = Claim(looks=LOOKS | {OutcomeId("leave-it")})
    (failed,) = proved(small, Claim(), more).findings.failed
    assert failed.why == "It names 'leave-it', where no walk is permitted 'one-look'."


def test_what_is_expected_beside_a_set_of_outcomes_is_proved_too(small: Pack) -> None:
    both = Claim(looks=LOOKS, asked=frozenset({QuestionId("told")}))
    assert proved(small, Claim(), both).findings.failed


def test_a_question_that_was_not_asked_does_not_match(small: Pack) -> None:
    told = Claim(answers=((QuestionId("told"), frozenset(map(OptionId, ("yes", "no")))),))
    assert proved(small, Claim(answers=IDLE), told, Mode.POSSIBLE).findings.failed


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        (Claim(outcome=LOOKS), "A walk ends at 'leave-it', not at 'one-look'."),
        (Claim(outcome_not=frozenset({OutcomeId("leave-it")})), "A walk ends at 'leave-it'."),
        (
            Claim(permits=frozenset({Permits.ONE_LOOK})),
            "A walk ends at 'leave-it', which permits 'nothing'.",
        ),
        (
            Claim(level=frozenset({Level.OPEN})),
            "A walk ends at 'leave-it', which is of the level 'stop'.",
        ),
        (
            Claim(answers=((QuestionId("danger"), frozenset({OptionId("yes")})),)),
            "A walk ends at 'leave-it' without 'yes' given to 'danger'.",
        ),
        (
            Claim(carrying=frozenset({DutyId("ask-them")})),
            "A walk ends at 'leave-it' and does not carry 'ask-them'.",
        ),
        (
            Claim(asked=frozenset({QuestionId("told")})),
            "A walk ends at 'leave-it' and never asks 'told'.",
        ),
        (
            Claim(first=QuestionId("told")),
            "A walk ends at 'leave-it' and does not begin with 'told'.",
        ),
        (Claim(at_most=1), "A walk ends at 'leave-it' after more than 1 question."),
    ],
)
def test_what_is_not_met_is_said_in_a_sentence(small: Pack, expect: Claim, why: str) -> None:
    (failed,) = proved(small, Claim(answers=IDLE), expect).findings.failed
    assert failed.why == why
    assert failed.walk == (("danger", "no"), ("purpose", "idle"))


def test_a_duty_that_should_not_be_carried_is_named(small: Pack) -> None:
    none = Claim(carrying_none=frozenset({DutyId("stop-when-found")}))
    (failed,) = proved(small, Claim(outcome=LOOKS), none).findings.failed
    assert failed.why == "A walk ends at 'one-look' and carries 'stop-when-found'."


def test_a_property_about_no_walk_holds_with_a_warning(small: Pack) -> None:
    nobody = Claim(outcome=LOOKS, answers=IDLE)
    proof = proved(small, nobody, Claim(at_most=1))
    assert proof.findings.passed == 1
    assert [problem.code for problem in proof.problems] == ["property-never-applies"]


def test_that_there_never_is_such_a_walk_is_a_claim_of_its_own(small: Pack) -> None:
    nobody = Claim(outcome=LOOKS, answers=IDLE)
    proof = proved(small, nobody, Claim(), Mode.NEVER)
    assert (proof.findings.passed, proof.problems) == (1, ())


def test_only_the_case_that_is_about_no_walk_is_noticed(small: Pack) -> None:
    nobody = Claim(outcome=LOOKS, answers=IDLE)
    first = Claim(first=QuestionId("danger"))
    claimed = Property("Tried", Place("p.yaml"), ((Claim(), first), (nobody, first)))
    (problem,) = prove(small, [claimed]).problems
    assert "case 2" in problem.message


def test_a_property_of_all_of_many_duties_is_proved_without_telling_every_mixture_apart() -> None:
    pack = shape(ladder(200)).pack
    assert pack is not None
    duties = tuple(DutyId(f"d{n}") for n in range(7))
    whenever = Claim(outcome=frozenset({OutcomeId("end-open")}))
    parts = tuple(Claim(carrying=frozenset({duty})) for duty in duties)
    states = len(ended(pack, whenever, *parts[:4]).reach.states)
    assert states < 200 * 2**4 * 2
    assert proved(pack, whenever, Claim(carrying=frozenset(duties))).findings.failed
