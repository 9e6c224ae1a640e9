"""A property is proved by states exactly where going every walk, one after the other, agrees."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import DutyId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Level, Pack, Permits
from guidance_app.core.problem import Place
from guidance_app.packs.properties import prove
from guidance_app.packs.properties_shape import Claim, Mode, Property
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
    assert bool(proof.problems) == (not about and mode is not Mode.POSSIBLE)


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


def test_the_outcomes_that_permit_a_look_are_exactly_those_named() -> None:
    from guidance_app.packs.shape import shape
    from tests.packs.small import PACK

    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    exact = Claim(looks=frozenset({OutcomeId("one-look")}), together=frozenset())
    claimed = Property("Looks", Place("p.yaml"), ((Claim(), exact),))
    assert prove(pack, [claimed]).findings.passed == 1
    fewer = replace(claimed, cases=((Claim(), replace(exact, looks=frozenset())),))
    (failed,) = prove(pack, [fewer]).findings.failed
    assert "'one-look'" in failed.why


def test_a_question_that_was_not_asked_does_not_match() -> None:
    from guidance_app.packs.shape import shape
    from tests.packs.small import PACK

    pack = shape({"pack.yaml": PACK.encode()}).pack
    assert pack is not None
    idle = ((QuestionId("purpose"), frozenset({OptionId("idle")})),)
    told = Claim(asked=frozenset({QuestionId("told")}), carrying=frozenset({DutyId("ask-them")}))
    claimed = Property("Idle", Place("p.yaml"), ((Claim(answers=idle), told),), Mode.POSSIBLE)
    assert prove(pack, [claimed]).findings.failed
