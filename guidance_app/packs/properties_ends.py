"""Where the walks of a pack end, told apart as far as some claims can tell them apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Answered, Carries
from guidance_app.core.ids import OutcomeId, QuestionId
from guidance_app.core.pack import Outcome, Pack

from .flow_facts import ALWAYS, NEVER, Facts, Formula, opposite
from .flow_graph import Ends, graph_of
from .flow_search import Reach, WalkShown, explore
from .properties_claim import Claim


@dataclass(frozen=True, slots=True)
class Ended:
    """Every walk of a pack that ends, as states of the search.

    Two walks end in one state only where every one of `claims` is true of both or of neither, so
    that there are as many states as the claims need, however many walks there are.
    """

    claims: tuple[Claim, ...]
    reach: Reach

    def where(self, claim: Claim) -> tuple[int, ...]:
        """Return the states in which `claim`, one of `claims`, is true; the nearest first."""
        number = self.claims.index(claim)
        first = claim.first is None or claim.first == self.first
        found = (state for state in self._all() if first and self._true(number, state))
        return tuple(sorted(found, key=lambda state: self.reach.states[state].depth))

    def outcome(self, state: int) -> OutcomeId:
        """Return where the walks of `state` end."""
        return OutcomeId(self.reach.states[state].node)

    def walk_to(self, state: int) -> WalkShown:
        """Return the shortest walk of `state`."""
        return self.reach.walk_to(state)

    @property
    def first(self) -> QuestionId | None:
        """The question that every walk asks first: before any answer, all are led alike."""
        states = self.reach.states
        return next((QuestionId(s.node) for s in states if s.asks and s.depth == 0), None)

    def _all(self) -> Iterator[int]:
        for outcome in self.reach.graph.pack.outcomes:
            yield from self.reach.at.get(outcome, ())

    def _true(self, number: int, state: int) -> bool:
        at, most = self.reach.states[state], self.claims[number].at_most
        reading = self.reach.graph.ends[at.node][number]
        return (most is None or at.count <= most) and reading.holds(at.facts)


def ended(pack: Pack, *claims: Claim) -> Ended:
    """Return where the walks of `pack` end. A walk that never ends is not there.

    Exact where no walk goes round a loop, which is an error of its own; there, walks that go round
    and answer differently the second time are counted among those that end.
    """
    facts = Facts(pack)
    ends: Ends = {
        outcome.id: tuple(facts.whole(_formula(facts, claim, outcome)) for claim in claims)
        for outcome in pack.outcomes.values()
    }
    most = max((claim.at_most or 0 for claim in claims), default=0)
    return Ended(claims, explore(graph_of(facts, ends), most + 1 if most else 0))


def _formula(facts: Facts, claim: Claim, outcome: Outcome) -> Formula:
    """Return when `claim` is true of a walk that ends at `outcome`, as far as answers tell."""
    possible = (
        (claim.outcome is None or outcome.id in claim.outcome)
        and outcome.id not in claim.outcome_not
        and (claim.permits is None or outcome.permits in claim.permits)
        and (claim.level is None or outcome.level in claim.level)
    )
    return facts.every(*_parts(facts, claim)) if possible else NEVER


def _parts(facts: Facts, claim: Claim) -> Iterator[Formula]:
    yield ALWAYS
    for question, options in claim.answers:
        yield facts.formula(Answered(question, options))
    for duty in sorted(claim.carrying):
        yield facts.formula(Carries(frozenset({duty})))
    if claim.carrying_none:
        yield opposite(facts.formula(Carries(claim.carrying_none)))
    for question in sorted(claim.asked):
        yield facts.asked(question)
