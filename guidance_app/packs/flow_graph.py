"""The questions of a pack made ready to be walked over, with the facts that matter at each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from guidance_app.core.condition import Condition
from guidance_app.core.ids import NodeId, OptionId
from guidance_app.core.pack import Kind, Pack, Question, Route

from .flow_arrows import Groups, carried, gathered, groups
from .flow_facts import Facts, Reading, answerings

CROWDED = 4
"""Where more facts than this can be true at once, it pays to see which are still needed."""

Ends = Mapping[NodeId, tuple[Reading, ...]]
"""What is to be read at outcomes. All that it reads is kept to the end of the walk."""


@dataclass(frozen=True, slots=True)
class Line:
    """A route made ready: where it leads, and when (None: always)."""

    to: NodeId
    when: Reading | None


@dataclass(frozen=True, slots=True)
class Crossing:
    """A question made ready: the facts that each of its answers shows, and the lines that lead on.

    `ways` has an entry for each option; for a question answered in words, one for `NO_OPTION`.
    `lines` are those of the question itself, where the options have none of their own.
    """

    question: Question
    ask_when: Reading | None
    otherwise: NodeId
    ways: Mapping[OptionId, "Way"]
    lines: tuple[Line, ...]

    def all_lines(self) -> Iterator[Line]:
        """Yield every line of the question and of its options."""
        yield from self.lines
        for way in self.ways.values():
            yield from way.lines


@dataclass(frozen=True, slots=True)
class Way:
    """An option made ready: the facts that giving it shows, and the lines that it is led by."""

    shows: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A pack made ready for the search over its walks.

    `reads` are the facts that anything at or after a node reads, `still` those that can come true
    there or later, and `crowded` the readings to weigh at nodes where many facts meet.
    """

    pack: Pack
    crossings: Mapping[NodeId, Crossing]
    arrows: Mapping[NodeId, tuple[NodeId, ...]]
    ends: Ends
    reads: Mapping[NodeId, int]
    still: Mapping[NodeId, int]
    crowded: Mapping[NodeId, tuple[Reading, ...]]

    def kept(self, node: NodeId, facts: int) -> int:
        """Return those of `facts` that anything at or after `node` still needs."""
        facts &= self.reads.get(node, 0)
        needed = self.crowded.get(node, ())
        if not facts or not needed:
            return facts
        still, kept = self.still[node], 0
        for reading in needed:
            kept |= reading.shown(facts, still) & facts
            if kept == facts:
                break
        return kept


def graph_of(facts: Facts, ends: Ends) -> Graph:
    """Return the pack of `facts` made ready; `ends` are kept and can be read at outcomes."""
    pack = facts.pack
    for condition in routing(pack):
        facts.reading(condition)  # every fact is known before any answer is said to show one
    crossings: dict[NodeId, Crossing] = {q.id: _crossing(q, facts) for q in pack.questions.values()}
    arrows = {node: _onward(crossing, pack) for node, crossing in crossings.items()}
    own = {node: _readings(crossing) for node, crossing in crossings.items()} | dict(ends)
    shows = {n: _union(way.shows for way in c.ways.values()) for n, c in crossings.items()}
    every = {n: arrows.get(n, ()) for n in (*crossings, *ends)}
    ordered = groups(every)
    read = {n: _union(r.reads for r in readings) for n, readings in own.items()}
    reads = gathered(every, read, ordered)
    before = carried(every, shows, ordered)
    busy = {n: met for n in every if (met := reads[n] & before[n]).bit_count() > CROWDED}
    return Graph(
        pack=pack,
        crossings=crossings,
        arrows=arrows,
        ends=ends,
        reads=reads,
        still=gathered(every, shows, ordered),
        crowded=_crowded(busy, every, ordered, own) if busy else {},
    )


def routing(pack: Pack) -> Iterator[Condition]:
    """Yield every condition that decides where a walk goes on."""
    for question in pack.questions.values():
        if question.ask_when is not None:
            yield question.ask_when
        for routes in (question.routes, *(option.routes for option in question.options)):
            yield from (route.when for route in routes if route.when is not None)


def _crossing(question: Question, facts: Facts) -> Crossing:
    def lines(routes: tuple[Route, ...]) -> tuple[Line, ...]:
        return tuple(Line(route.to, ready(route.when)) for route in routes)

    def ready(condition: Condition | None) -> Reading | None:
        return None if condition is None else facts.reading(condition)

    one = question.kind is Kind.ONE
    own = {option.id: lines(option.routes) for option in question.options if one}
    return Crossing(
        question=question,
        ask_when=ready(question.ask_when),
        otherwise=question.otherwise or "",
        ways={
            option: Way(facts.shows.get((name, option), 0), own.get(option, ()))
            for name, option in answerings(question)
        },
        lines=() if one else lines(question.routes),
    )


def _onward(crossing: Crossing, pack: Pack) -> tuple[NodeId, ...]:
    targets = [line.to for line in crossing.all_lines()]
    if crossing.ask_when is not None:
        targets.append(crossing.otherwise)
    known = (to for to in targets if to in pack.questions or to in pack.outcomes)
    return tuple(dict.fromkeys(known))


def _readings(crossing: Crossing) -> tuple[Reading, ...]:
    read = (crossing.ask_when, *(line.when for line in crossing.all_lines()))
    return tuple(dict.fromkeys(reading for reading in read if reading is not None))


def _crowded(
    busy: Mapping[NodeId, int],
    arrows: Mapping[NodeId, tuple[NodeId, ...]],
    ordered: Groups[NodeId],
    own: Mapping[NodeId, tuple[Reading, ...]],
) -> dict[NodeId, tuple[Reading, ...]]:
    """Return, for each node where many facts meet, what at or after it reads any of them."""
    numbers: dict[Reading, int] = {}
    for readings in own.values():
        for reading in readings:
            numbers.setdefault(reading, len(numbers))
    listed = tuple(numbers)
    marks = {n: _union(1 << numbers[r] for r in readings) for n, readings in own.items()}
    ahead = gathered(arrows, marks, ordered)
    readers: dict[int, int] = {}
    for place, reading in enumerate(listed):
        for fact in _bits(reading.reads):
            readers[fact] = readers.get(fact, 0) | 1 << place
    return {
        node: tuple(
            listed[place]
            for place in _bits(ahead[node] & _union(readers[fact] for fact in _bits(met)))
        )
        for node, met in busy.items()
    }


def _bits(mask: int) -> Iterator[int]:
    """Yield the places of the ones in `mask`, from the lowest; quick where there are few."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _union(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)
