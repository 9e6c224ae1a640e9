"""Walks that come to the same question twice: where they close, and the shortest of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from guidance_app.core.ids import NodeId

from .flow_arrows import gathered, rings
from .flow_search import NOWHERE, Reach, WalkShown

MOST_LOOPS = 50
"""The most loops that are told apart in one pack: to mend one is to see the others change."""


@dataclass(frozen=True, slots=True)
class Loop:
    """An answer at `source` that leads back to `back_to`.

    Where `options` is empty, passing the question over does. `walk` is the shortest that comes
    round, the answer that closes it included.
    """

    source: NodeId
    options: tuple[str, ...]
    line: int
    back_to: NodeId
    walk: WalkShown

    @property
    def asks(self) -> int:
        """How many questions the walk asks."""
        return len({question for question, _ in self.walk})


def loops(reach: Reach) -> tuple[Loop, ...]:
    """Return the loops of `reach`: none exactly where every walk ends."""
    ringed = {node for ring in rings(reach.graph.arrows) for node in ring}
    if not ringed:
        return ()
    closing = _closing(reach, ringed)
    found = [_round(reach, back_to, (node, turn)) for node, turn, back_to in closing[:MOST_LOOPS]]
    if not found and (again := _met_again(reach, ringed)) is not None:
        found = [_round(reach, again)]
    told = [loop for loop in found if loop is not None]
    shortest = _shortest(reach, ringed)
    if told and shortest is not None and shortest.asks < min(loop.asks for loop in told):
        told.insert(0, shortest)
    return tuple(told)


def _shortest(reach: Reach, ringed: set[NodeId]) -> Loop | None:
    """Return the loop that comes round after the fewest questions, to one of the first nodes."""
    met = sorted(ringed & reach.at.keys(), key=lambda node: reach.states[reach.at[node][0]].depth)
    rounds = (_round(reach, node) for node in met[:MOST_LOOPS])
    return min((loop for loop in rounds if loop), key=lambda loop: loop.asks, default=None)


def _closing(reach: Reach, ringed: set[NodeId]) -> list[tuple[NodeId, int, NodeId]]:
    """Return each arrow that closes a loop, as question, place of the move and target.

    Every way is gone once.
    """
    found: dict[tuple[NodeId, int, NodeId], None] = {}
    seen: set[int] = set()
    for root in (i for node, at in reach.at.items() if node in ringed for i in at):
        if root in seen:
            continue
        seen.add(root)
        way, on_way = [(root, 0)], {reach.states[root].node}
        while way:
            at, turn = way.pop()
            here = reach.states[at]
            if turn == len(here.moves):
                on_way.discard(here.node)
                continue
            way.append((at, turn + 1))
            to = here.moves[turn].to
            node = "" if to == NOWHERE else reach.states[to].node
            if node in on_way:
                found[here.node, turn, node] = None
            elif node in ringed and to not in seen:
                seen.add(to)
                on_way.add(node)
                way.append((to, 0))
    return list(found)


def _met_again(reach: Reach, ringed: set[NodeId]) -> NodeId | None:
    """Return a question that some walk meets again in another state than before, or None."""
    numbers = {node: number for number, node in enumerate(sorted(ringed))}
    states = enumerate(reach.states)
    own = {i: 1 << numbers[state.node] for i, state in states if state.node in ringed}
    arrows = {i: tuple(to for to in reach.arrows[i] if to in own) for i in own}
    ahead = gathered(arrows, own)
    again = (i for i, onward in arrows.items() if any(ahead[to] & own[i] for to in onward))
    first = min(again, key=lambda i: reach.states[i].depth, default=None)
    return None if first is None else reach.states[first].node


def _round(reach: Reach, back_to: NodeId, by: tuple[NodeId, int] | None = None) -> Loop | None:
    """Return the loop back to `back_to` after the fewest questions, by the move `by` if given."""
    nearest = {i: reach.states[i].depth for i in reach.at[back_to]}
    came: dict[int, tuple[int, int]] = {}
    heap = [(length, i, NOWHERE) for i, length in nearest.items()]
    heapify(heap)
    while heap:
        length, at, closing = heappop(heap)
        if closing != NOWHERE:
            return _loop(reach, back_to, came, at, closing)
        if length > nearest[at]:
            continue
        here = reach.states[at]
        for turn, move in enumerate(here.moves):
            if move.to == NOWHERE:
                continue
            further = length + move.asked
            if reach.states[move.to].node == back_to:
                if by is None or by == (here.node, turn):
                    heappush(heap, (further, at, turn))
            elif further < nearest.get(move.to, further + 1):
                nearest[move.to] = further
                came[move.to] = (at, turn)
                heappush(heap, (further, move.to, NOWHERE))
    return None


def _loop(
    reach: Reach, back_to: NodeId, came: Mapping[int, tuple[int, int]], last: int, turn: int
) -> Loop:
    here = reach.states[last]
    closing = here.moves[turn]
    moves, at = [(last, closing)], last
    while at in came:
        at, turn = came[at]
        moves.append((at, reach.states[at].moves[turn]))
    onward = tuple(
        (str(reach.states[number].node), str(option))
        for number, move in reversed(moves)
        for option in move.options
    )
    return Loop(here.node, closing.options, closing.line, back_to, reach.walk_to(at) + onward)
