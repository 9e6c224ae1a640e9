"""What walks can do, found by the search over states."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from guidance_app.core.condition import Answered, atoms
from guidance_app.core.ids import NodeId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Need, Pack

from .flow_arrows import carried, gathered
from .flow_facts import NO_OPTION, Facts, Reading
from .flow_graph import Ends, graph_of, routing
from .flow_possible import AtEnds, Truths
from .flow_search import NOWHERE, Move, Reach, Shown, answers, explore


@dataclass(frozen=True)
class Searched:
    """Says what walks can do, by every state that some walk comes to."""

    facts: Facts
    reach: Reach

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self.facts.pack

    def reached(self, node: NodeId) -> Shown | None:
        """Return a walk that comes to the question or outcome, asked or not."""
        return self._first(self.reach.at.get(node, ()))

    def asked(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is asked."""
        return self._first(self._asking(question))

    def passed(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is passed over."""
        at = self.reach.at.get(question, ())
        return self._first(tuple(i for i in at if not self.reach.states[i].asks))

    def answered(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer."""
        return self._moved(self._moves(question, option))

    def stuck(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer, and is led on by no line."""
        return self._moved(x for x in self._moves(question, option) if x[1].line == NOWHERE)

    def won(self, question: QuestionId, option: OptionId) -> frozenset[int]:
        """Return the lines by which some walk is led on."""
        return frozenset(m.line for _, m in self._moves(question, option)) - {NOWHERE}

    def line(
        self, question: QuestionId, option: OptionId, number: int, *, holds: bool
    ) -> Shown | None:
        """Return a walk on which the condition of a line holds, or on which it does not."""
        crossing = self.reach.graph.crossings[question]
        lines = crossing.lines if option == NO_OPTION else crossing.ways[option].lines
        when = lines[number].when
        relevant = self.reach.graph.reads[question]
        for at in self._asking(question):
            for options, facts, _ in answers(crossing, self.reach.states[at].facts, relevant):
                if option != NO_OPTION and options != (option,):
                    continue
                if (when is None or when.holds(facts)) is holds:
                    return partial(self.reach.walk_to, at, *options)
        return None

    def before(self, other: QuestionId, question: QuestionId, *, asked: bool) -> bool:
        """Say whether a walk can have answered `other` when it comes to `question`, or is asked."""
        at = self._asking(question) if asked else self.reach.at.get(question, ())
        number = self._read[other]
        return any(self._before[i] >> number & 1 for i in at)

    def at_ends(self, said: Sequence[AtEnds]) -> Sequence[Truths]:
        """Return what is true of each of `said`.

        What walks that end alike cannot tell apart is looked at in a search of its own for each set
        of facts: they do not multiply each other.
        """
        readings = [self._reading(one) for one in said]
        alike: dict[int, list[int]] = defaultdict(list)
        for number, reading in enumerate(readings):
            alike[reading.reads].append(number)
        truths: dict[int, Truths] = {}
        for group in alike.values():
            ends: dict[NodeId, tuple[Reading, ...]] = defaultdict(tuple)
            for number in group:
                for node in said[number].outcomes:
                    ends[node] += (readings[number],)
            found = explore(graph_of(self.facts, ends))
            truths.update((n, _truths(found, said[n], readings[n])) for n in group)
        return tuple(truths[number] for number in range(len(said)))

    def unreasoned(self, outcome: OutcomeId) -> Shown | None:
        """Return a walk to `outcome` on which no reason was required."""
        found = self._reasons
        ends = found.at.get(outcome, ())
        bare = (end for end in ends if not self._reasoned.holds(found.states[end].facts))
        end = next(bare, None)
        return None if end is None else partial(found.walk_to, end)

    @cached_property
    def _reasoned(self) -> Reading:
        asked = [q.id for q in self.pack.questions.values() if q.reason is Need.REQUIRED]
        return self.facts.whole(self.facts.some(*(self.facts.asked(q) for q in asked)))

    @cached_property
    def _reasons(self) -> Reach:
        """Every state, with whether a reason was required on the way."""
        ends: Ends = dict.fromkeys(self.pack.outcomes, (self._reasoned,))
        return explore(graph_of(self.facts, ends))

    def _first(self, states: Sequence[int]) -> Shown | None:
        return partial(self.reach.walk_to, states[0]) if states else None

    def _moved(self, moves: Iterator[tuple[int, Move]]) -> Shown | None:
        first = next(moves, None)
        return None if first is None else partial(self.reach.walk_to, first[0], *first[1].options)

    def _asking(self, question: QuestionId) -> tuple[int, ...]:
        return tuple(i for i in self.reach.at.get(question, ()) if self.reach.states[i].asks)

    def _moves(self, question: QuestionId, option: OptionId) -> Iterator[tuple[int, Move]]:
        for at in self._asking(question):
            for move in self.reach.states[at].moves:
                if option == NO_OPTION or move.options == (option,):
                    yield at, move

    def _reading(self, said: AtEnds) -> Reading:
        if isinstance(said.when, str):
            return self.facts.raising(said.when)
        return self.facts.reading(said.when)

    @cached_property
    def _read(self) -> dict[QuestionId, int]:
        """The questions that any condition of the way reads, numbered."""
        read = (atom for condition in routing(self.pack) for atom in atoms(condition))
        asked = {atom.question: None for atom in read if isinstance(atom, Answered)}
        return {q: number for number, q in enumerate(asked) if q in self.pack.questions}

    @cached_property
    def _before(self) -> dict[int, int]:
        """The questions that a walk can have answered before each state, as bits: exact."""
        own = {
            at: 1 << number
            for question, number in self._read.items()
            for at in self.reach.at.get(question, ())
            if self.reach.states[at].asks
        }
        return carried(self.reach.arrows, own)


def _truths(reach: Reach, said: AtEnds, reading: Reading) -> Truths:
    ends = [i for node in said.outcomes for i in reach.at.get(node, ())]
    where = _on_the_way(reach, ends) if said.anywhere else ends
    return Truths(
        holds=any(reading.holds(reach.states[i].facts) for i in where),
        fails=not all(reading.holds(reach.states[i].facts) for i in ends),
        walk=lambda: reach.walk_to(min(ends, key=lambda i: reach.states[i].depth)) if ends else (),
    )


def _on_the_way(reach: Reach, ends: list[int]) -> list[int]:
    """Return the states from which a walk can still come to one of `ends`; facts are kept there."""
    leads = gathered(reach.arrows, dict.fromkeys(ends, 1))
    return [state for state, to_an_end in leads.items() if to_an_end]
