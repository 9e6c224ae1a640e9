"""Two packs walked side by side by the same answers: every way in which both can end.

One search over both at once, by the facts that either still needs, so that its cost grows with the
packs and not with the walks. Where one pack asks earlier what the other asks later, the answer is
remembered for as long as it may be asked.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from guidance_app.core.ids import NodeId, OutcomeId, QuestionId
from guidance_app.core.pack import Kind

from .flow_arrows import groups
from .flow_facts import Facts, Formula, Reading
from .flow_graph import Graph, Line, graph_of
from .flow_search import MOST_STATES, TooWide, WalkShown
from .pair_answers import Meant, PairAnswer, Took, pair_answers

NOWHERE = -1
"""In place of a number: there are no such answers."""


class Known(NamedTuple):
    """An answer given in the other pack; `alone` is true where that one did not have it."""

    question: QuestionId
    took: Took | None
    alone: bool


class Side(NamedTuple):
    """Where the walk stands in one of the packs.

    `refused` is true where it was given an answer that the pack does not have: there it stays.
    `known` are answers given in the other pack to what may still be asked here. `void` is true
    where an answer turned out to be one that neither pack takes: nobody can have given it.
    """

    node: NodeId
    facts: int
    refused: bool = False
    known: tuple[Known, ...] = ()
    void: bool = False

    def without(self, kept: tuple[Known, ...]) -> "Side":
        """Return this with only `kept` known: what is dropped will never be asked for."""
        lost = any(known.alone for known in self.known if known not in kept)
        return self._replace(known=kept, void=self.void or lost)

    def stopped(self) -> "Side":
        """Return this after an answer that the pack does not have."""
        return self.without(())._replace(refused=True)


@dataclass(frozen=True, slots=True)
class Ending:
    """Where some answers end in both packs; `walk` are the fewest, `alike` counts them all.

    An outcome is None where that pack does not have one of the answers: `refused` is its question.
    """

    old: OutcomeId | None
    new: OutcomeId | None
    refused: QuestionId | None
    walk: WalkShown
    alike: int
    facts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the two packs made ready; `ahead` is all that may be met from a question on."""

    graph: Graph
    ahead: Mapping[NodeId, frozenset[NodeId]]

    def settled(self, side: Side) -> Side:
        """Return `side` led on as far as no new answer is needed."""
        while (crossing := self.graph.crossings.get(side.node)) and not side.refused:
            if crossing.ask_when is not None and not crossing.ask_when.holds(side.facts):
                side = self.at(side, crossing.otherwise, side.facts)
                continue
            known = next((known for known in side.known if known.question == side.node), None)
            if known is None:
                break
            told = tuple(other for other in side.known if other != known)
            side = self.takes(side._replace(known=told), known.took)
        return side

    def takes(self, side: Side, took: Took | None) -> Side:
        """Return where `side` stands after the answer; None is one that the pack does not have."""
        if took is None:
            return side.stopped()
        crossing = self.graph.crossings[side.node]
        facts = side.facts | took.shows
        one = crossing.question.kind is Kind.ONE
        lines = crossing.ways[took.option].lines if one else crossing.lines
        to = _first(lines, facts)
        return side.stopped() if to is None else self.at(side, to, facts)

    def at(self, side: Side, node: NodeId, facts: int) -> Side:
        """Return `side` moved to `node`, without what is no longer needed there."""
        ahead = self.ahead.get(node, frozenset())
        told = tuple(known for known in side.known if known.question in ahead)
        return side.without(told)._replace(node=node, facts=self.graph.kept(node, facts))

    def wants(self, side: Side) -> QuestionId | None:
        """Return the question asked next, or None where nothing is."""
        open_ = not side.refused and side.node in self.graph.crossings
        return QuestionId(side.node) if open_ else None

    def may_ask(self, side: Side, question: QuestionId) -> bool:
        """Say whether `question` is asked now or may be later."""
        now = self.wants(side)
        return now is not None and question in self.ahead[now]

    def meant(self, question: QuestionId) -> Meant:
        """Return what the pack makes of answers to `question`."""
        return Meant(self.graph.crossings[question], self.graph.reads[question])

    def end(self, side: Side) -> OutcomeId | None:
        """Return the outcome that `side` has come to, or None."""
        return OutcomeId(side.node) if side.node in self.graph.pack.outcomes else None


_Both = tuple[Side, Side]


@dataclass(slots=True)
class _Search:
    """The search under way, fewest answers first: each arrow is one answer."""

    lanes: tuple[Lane, Lane]
    numbers: dict[_Both, int] = field(default_factory=dict)
    listed: list[_Both] = field(default_factory=list)
    came: list[tuple[int, WalkShown]] = field(default_factory=list)
    moves: list[list[tuple[int, int]]] = field(default_factory=list)
    todo: deque[int] = field(default_factory=deque)

    def run(self) -> None:
        """Go from the start until nothing new is found."""
        start = (Side(lane.graph.pack.start, 0) for lane in self.lanes)
        self.number((next(start), next(start)), 0, ())
        while self.todo:
            at = self.todo.popleft()
            question = self.asked_at(self.listed[at])
            if question is None:
                continue
            for answer in self.answers(self.listed[at], question):
                both = self.after(self.listed[at], question, answer)
                shown = tuple((str(question), str(option)) for option in answer.options)
                if (to := self.number(both, at, shown)) != NOWHERE:
                    self.moves[at].append((to, answer.alike))

    def number(self, both: _Both, back: int, by: WalkShown) -> int:
        """Return the number of where the two stand, once each was led on as far as it goes."""
        both = (self.lanes[0].settled(both[0]), self.lanes[1].settled(both[1]))
        if both[0].void or both[1].void:
            return NOWHERE
        if both not in self.numbers:
            if len(self.listed) == MOST_STATES:
                raise TooWide
            self.numbers[both] = len(self.listed)
            self.todo.append(len(self.listed))
            self.listed.append(both)
            self.came.append((back, by))
            self.moves.append([])
        return self.numbers[both]

    def asked_at(self, both: _Both) -> QuestionId | None:
        """Return the question to be answered next, or None where neither asks any more.

        What the other may still come to waits for it, so that little has to be remembered.
        """
        was, now = (lane.wants(side) for lane, side in zip(self.lanes, both, strict=True))
        if was is None or now is None or was == now:
            return was or now
        waits = self.lanes[1].may_ask(both[1], was) and not self.lanes[0].may_ask(both[0], now)
        return now if waits else was

    def answers(self, both: _Both, question: QuestionId) -> Iterator[PairAnswer]:
        """Yield the answers to `question` that fit either pack, as far as it will ask for it."""
        meant = (
            lane.meant(question) if lane.may_ask(side, question) else None
            for lane, side in zip(self.lanes, both, strict=True)
        )
        return pair_answers(next(meant), next(meant))

    def after(self, both: _Both, question: QuestionId, answer: PairAnswer) -> _Both:
        """Return where the two stand after `answer`."""
        stood = []
        takes = (answer.old, answer.new)
        for lane, side, took, other in zip(self.lanes, both, takes, takes[::-1], strict=True):
            if lane.wants(side) == question:
                stood.append(lane.takes(side, took))
            elif lane.may_ask(side, question):
                known = (*side.known, Known(question, took, alone=other is None))
                stood.append(side._replace(known=tuple(sorted(known))))
            else:
                stood.append(side)
        return stood[0], stood[1]

    def walk_to(self, at: int) -> WalkShown:
        """Return the fewest answers that lead to where the two stand."""
        shown: WalkShown = ()
        while at:
            at, by = self.came[at]
            shown = by + shown
        return shown

    def counted(self) -> list[int]:
        """Return how many sets of answers lead to each place where the two stand."""
        arrows = {at: tuple(to for to, _ in moves) for at, moves in enumerate(self.moves)}
        ways = [0] * len(self.listed)
        ways[0] = 1
        for (at,) in reversed(groups(arrows)):
            for to, alike in self.moves[at]:
                ways[to] += ways[at] * alike
        return ways


def pair_ends(old: Graph, new: Graph) -> tuple[Ending, ...]:
    """Return every way in which the same answers end in both packs, fewest answers first.

    Two sets of answers are one ending only where everything that either graph reads at its ends is
    the same. Both packs have to be without loops. Raises TooWide where they are.
    """
    lanes = (_lane(old), _lane(new))
    search = _Search(lanes)
    search.run()
    ways = search.counted()
    return tuple(
        Ending(
            old=lanes[0].end(was),
            new=lanes[1].end(now),
            refused=next((QuestionId(s.node) for s in (was, now) if s.refused), None),
            walk=search.walk_to(at),
            alike=ways[at],
            facts=(was.facts, now.facts),
        )
        for at, (was, now) in enumerate(search.listed)
        if search.asked_at((was, now)) is None
    )


@dataclass(frozen=True, slots=True)
class Told:
    """An ending with whether something is true of it in each pack; False where it has no end."""

    ending: Ending
    was: bool
    now: bool


Said = Mapping[OutcomeId, Formula]
"""What is looked at, by outcome; at an outcome that is not named it is false."""


def pair_truths(old: Facts, new: Facts, was: Said, now: Said) -> tuple[Told, ...]:
    """Return every way in which the same answers end in both, told apart by what is looked at."""
    read = tuple(
        {outcome: facts.whole(formula) for outcome, formula in said.items()}
        for facts, said in ((old, was), (new, now))
    )
    graphs = tuple(
        graph_of(facts, {outcome: (reading,) for outcome, reading in said.items()})
        for facts, said in zip((old, new), read, strict=True)
    )
    return tuple(
        Told(
            ending,
            was=_true(read[0], ending.old, ending.facts[0]),
            now=_true(read[1], ending.new, ending.facts[1]),
        )
        for ending in pair_ends(graphs[0], graphs[1])
    )


def _true(read: Mapping[OutcomeId, Reading], outcome: OutcomeId | None, facts: int) -> bool:
    reading = read.get(outcome) if outcome is not None else None
    return reading is not None and reading.holds(facts)


def _first(lines: tuple[Line, ...], facts: int) -> NodeId | None:
    return next((line.to for line in lines if line.when is None or line.when.holds(facts)), None)


def _lane(graph: Graph) -> Lane:
    """Return the graph with all that may be met from each of its questions on."""
    ahead: dict[NodeId, frozenset[NodeId]] = {}
    for ring in groups(graph.arrows):
        onward = {to for node in ring for to in graph.arrows.get(node, ())}
        beyond = onward.union(ring, *(ahead.get(to, frozenset()) for to in onward))
        ahead.update(dict.fromkeys(ring, frozenset(beyond)))
    return Lane(graph, ahead)
