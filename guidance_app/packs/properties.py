"""Proves properties over every walk there is, by the states of the search and not by walks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidance_app.core.condition import Answered, Carries
from guidance_app.core.ids import NodeId, OutcomeId, QuestionId
from guidance_app.core.pack import Outcome, Pack, Permits
from guidance_app.core.problem import Problem

from .codes import Code
from .finding import Failed, Findings
from .flow_facts import ALWAYS, NEVER, Facts, Formula, Reading, opposite
from .flow_graph import graph_of
from .flow_search import Reach, explore
from .properties_shape import Claim, Mode, Property, Strength, shape_properties

__all__ = ["Proof", "Property", "prove", "shape_properties"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Which properties hold and which do not, and what was noticed of those that say nothing."""

    findings: Findings
    problems: tuple[Problem, ...] = ()


def prove(pack: Pack, properties: Sequence[Property]) -> Proof:
    """Return what is true of `properties`. A walk that never ends is no walk here."""
    failed: list[Failed] = []
    noticed: list[Problem] = []
    for claimed in properties:
        applies = False
        for whenever, expect in claimed.cases:
            case = _Case(pack, whenever, expect)
            applies = applies or bool(case.matching)
            why = case.fails(claimed.mode)
            if why:
                must = claimed.strength is Strength.MUST
                failed.append(Failed(claimed.name, why, claimed.place, case.shown, must))
                break
        if not applies and claimed.mode is not Mode.POSSIBLE:
            says = f"No walk is one that the property '{claimed.name}' is about."
            hint = "Mend its 'whenever', or delete it: as it stands it proves nothing."
            noticed.append(Code.PROPERTY_NEVER_APPLIES.at(claimed.place, says, hint))
    names = {failure.place for failure in failed}
    held = sum(claimed.place not in names for claimed in properties)
    return Proof(Findings(held, tuple(failed)), tuple(noticed))


class _Case:
    """One case of a property, with the ends of every walk that it is about.

    `matching` are the states in which those walks end, the shortest first; `shown` is the walk that
    shows what `fails` says.
    """

    def __init__(self, pack: Pack, whenever: Claim, expect: Claim) -> None:
        self.pack = pack
        self.expect = expect
        self.shown: tuple[tuple[str, str], ...] = ()
        facts = Facts(pack)
        limit = max(whenever.at_most or 0, expect.at_most or 0)
        self.limits = (whenever.at_most, expect.at_most)
        claims = (whenever, replace(expect, looks=None, together=None))
        self.read: dict[NodeId, tuple[Reading, ...]] = {
            outcome.id: tuple(_reading(facts, claim, outcome) for claim in claims)
            for outcome in pack.outcomes.values()
        }
        self.reach = explore(graph_of(facts, self.read), limit + 1 if limit else 0)
        first = _first(self.reach)
        self.firsts = tuple(claim.first is None or claim.first == first for claim in claims)
        self.matching = sorted(
            (state for state in self._ends() if self._holds(state, 0)),
            key=lambda state: self.reach.states[state].depth,
        )

    def fails(self, mode: Mode) -> str:
        """Return why the case does not hold, or nothing where it does."""
        if self.expect.looks is not None or self.expect.together is not None:
            return " ".join(self._sets())
        keeping = [state for state in self.matching if self._holds(state, 1)]
        if mode is Mode.POSSIBLE:
            return "" if keeping else "No walk does what it says can be done."
        breaking = keeping if mode is Mode.NEVER else _without(self.matching, keeping)
        if not breaking:
            return ""
        self.shown = self.reach.walk_to(breaking[0])
        end = self.reach.states[breaking[0]].node
        return f"A walk that ends at '{end}' does not keep it."

    def _ends(self) -> Iterator[int]:
        for outcome in self.pack.outcomes:
            yield from self.reach.at.get(outcome, ())

    def _holds(self, number: int, claim: int) -> bool:
        """Say whether the first or the second claim is true of the walks that end in a state."""
        state = self.reach.states[number]
        most = self.limits[claim]
        short = most is None or state.count <= most
        return short and self.firsts[claim] and self.read[state.node][claim].holds(state.facts)

    def _sets(self) -> Iterator[str]:
        """Yield what differs in which outcomes permit something at all."""
        reached = {OutcomeId(self.reach.states[state].node) for state in self.matching}
        for permits, claimed in (
            (Permits.ONE_LOOK, self.expect.looks),
            (Permits.TOGETHER, self.expect.together),
        ):
            if claimed is None:
                continue
            found = {o for o in reached if self.pack.outcomes[o].permits is permits}
            if found != claimed:
                names = ", ".join(f"'{name}'" for name in sorted(found ^ claimed))
                yield f"Outcomes that permit '{permits.value}' differ from what is said: {names}."


def _without(states: list[int], some: list[int]) -> list[int]:
    left_out = set(some)
    return [state for state in states if state not in left_out]


def _reading(facts: Facts, claim: Claim, outcome: Outcome) -> Reading:
    """Return when `claim` is true of a walk that ends at `outcome`, as far as answers tell."""
    settled = (
        (claim.outcome is None or outcome.id in claim.outcome)
        and outcome.id not in claim.outcome_not
        and (claim.permits is None or outcome.permits in claim.permits)
        and (claim.level is None or outcome.level in claim.level)
    )
    return facts.whole(facts.every(*_parts(facts, claim)) if settled else NEVER)


def _parts(facts: Facts, claim: Claim) -> Iterator[Formula]:
    yield ALWAYS
    for question, options in claim.answers:
        yield facts.formula(Answered(question, options))
    for duty in sorted(claim.carrying):
        yield facts.formula(Carries(frozenset({duty})))
    for duty in sorted(claim.carrying_none):
        yield opposite(facts.formula(Carries(frozenset({duty}))))
    for question in sorted(claim.asked):
        yield facts.asked(question)


def _first(reach: Reach) -> QuestionId | None:
    """Return the question that every walk asks first; with no answer yet, all are led alike."""
    asked = [state for state in reach.states if state.asks and state.depth == 0]
    return QuestionId(asked[0].node) if asked else None
