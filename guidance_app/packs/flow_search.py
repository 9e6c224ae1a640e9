"""The exact search: every state that some walk through a pack comes to, and every move from it."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from guidance_app.core.ids import NodeId, OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.refusal import Refusal

from .flow_graph import Crossing, Graph, Line

NOWHERE = -1
"""In place of a state or a line: there is none."""

WalkShown = tuple[tuple[str, str], ...]
"""A walk as pairs of a question and an option; several pairs where several options were chosen."""

Shown = Callable[[], WalkShown]
"""A walk that is there, and is written out where it is shown: most never are."""

_State = tuple[NodeId, int, int]


@dataclass(frozen=True, slots=True)
class Move:
    """A way on from a state: an answer, or passing the question over.

    `alike` counts the answers that come to the same; `options` are the shortest of them. `line` is
    the place of the line that won, `to` the state led to; NOWHERE where no line wins, or where it
    leads to nothing that exists.
    """

    options: tuple[OptionId, ...]
    line: int
    to: int
    alike: int = 1
    asked: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """A node with the facts of the walk that still matter there.

    `depth` is the fewest questions with which a walk comes here; `back` and `by` are the last state
    and move of such a walk. `count` counts questions, up to the limit of the search. `asks` is true
    where a question is asked: not passed over, and not an outcome.
    """

    node: NodeId
    facts: int
    count: int
    depth: int
    back: int
    by: Move | None
    moves: tuple[Move, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """Every state that a walk through `graph.pack` comes to, the first of them the start.

    `at` gives the numbers of the states at each node, those with the fewest questions first.
    Two walks are in one state exactly where nothing that can still be read tells them apart. A walk
    that goes round a loop is followed on and on; the loop is a problem of its own.
    """

    graph: Graph
    states: tuple[State, ...]
    at: Mapping[NodeId, tuple[int, ...]]

    @property
    def arrows(self) -> dict[int, tuple[int, ...]]:
        """Where each state leads."""
        return {
            number: tuple(dict.fromkeys(m.to for m in state.moves if m.to != NOWHERE))
            for number, state in enumerate(self.states)
        }

    def asking(self, question: QuestionId) -> int | None:
        """Return the state in which `question` is asked after the fewest others, or None."""
        return next((i for i in self.at.get(question, ()) if self.states[i].asks), None)

    def walk_to(self, state: int, *last: OptionId) -> WalkShown:
        """Return the shortest walk to `state`, and on with the options `last` given there."""
        here = self.states[state]
        shown = [(str(here.node), str(option)) for option in reversed(last)]
        while here.by is not None:
            move, here = here.by, self.states[here.back]
            if move.asked:
                shown.extend((str(here.node), str(option)) for option in reversed(move.options))
        return tuple(reversed(shown))


class TooWide(Refusal):
    """The pack has more states than were allowed for."""

    def __init__(self) -> None:
        super().__init__(
            "This pack is too wide for that: its questions read each other too far apart.",
            "Let questions be asked nearer to where they are read, or fewer of them be read.",
        )


MOST_STATES = 150_000
"""How many states are searched where nothing else could be done; it takes some seconds."""


STATES_EACH = 8
"""How many states to a question or outcome a pack may have to be searched; most have a few."""

SOME_STATES = 1_000
"""How many states any pack may have to be searched."""


def most_states(pack: Pack) -> int:
    """Return how many states `pack` may have to be searched, where something else could be done."""
    return SOME_STATES + STATES_EACH * (len(pack.questions) + len(pack.outcomes))


def explore(graph: Graph, limit: int = 0, most: int = MOST_STATES) -> Reach:
    """Return every state that a walk through `graph` comes to; questions are counted up to `limit`.

    Raises TooWide where there are more than `most` states.
    """
    search = _Search(graph, limit, most)
    search.run(graph.pack.start, 0)
    return search.reach()


@dataclass(slots=True)
class _Search:
    """The search under way: fewest questions first; passing a question over costs nothing."""

    graph: Graph
    limit: int
    most: int = MOST_STATES
    numbers: dict[_State, int] = field(default_factory=dict)
    listed: list[_State] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    came: list[tuple[int, Move | None]] = field(default_factory=list)
    moves: dict[int, tuple[Move, ...]] = field(default_factory=dict)
    todo: deque[int] = field(default_factory=deque)

    def run(self, node: NodeId, facts: int) -> None:
        """Go from the start until nothing new is found. States are finished in order of depth."""
        start = self.number(node, facts, 0)
        if start == NOWHERE:
            return
        self.todo.append(start)
        self.depth[start] = 0
        while self.todo:
            at = self.todo.popleft()
            if at in self.moves:
                continue
            self.moves[at] = tuple(self.moves_from(at))
            for move in self.moves[at]:
                self.come(at, move)

    def come(self, at: int, move: Move) -> None:
        """Note that `move` leads on from the state `at`, where nothing shorter is known."""
        depth = self.depth[at] + move.asked
        if move.to == NOWHERE or move.to in self.moves or 0 <= self.depth[move.to] <= depth:
            return
        self.depth[move.to] = depth
        self.came[move.to] = (at, move)
        if move.asked:
            self.todo.append(move.to)
        else:
            self.todo.appendleft(move.to)

    def moves_from(self, at: int) -> Iterator[Move]:
        """Yield every move from the state numbered `at`."""
        node, facts, count = self.listed[at]
        crossing = self.graph.crossings.get(node)
        if crossing is None:
            return
        if crossing.ask_when is not None and not crossing.ask_when.holds(facts):
            yield Move((), NOWHERE, self.number(crossing.otherwise, facts, count), asked=False)
            return
        count = min(count + 1, self.limit)
        for options, shown, alike in answers(crossing, facts, self.graph.reads[node], self.most):
            one = crossing.question.kind is Kind.ONE
            line, to = _winner(crossing.ways[options[0]].lines if one else crossing.lines, shown)
            yield Move(options, line, self.number(to, shown, count), alike)

    def number(self, node: NodeId, facts: int, count: int) -> int:
        """Return the number of the state at `node`; NOWHERE where there is no such node."""
        pack = self.graph.pack
        if node not in self.graph.crossings and node not in pack.outcomes:
            return NOWHERE
        state = (node, self.graph.kept(node, facts), count)
        if state not in self.numbers:
            if len(self.listed) == self.most:
                raise TooWide
            self.numbers[state] = len(self.listed)
            self.listed.append(state)
            self.depth.append(NOWHERE)
            self.came.append((NOWHERE, None))
        return self.numbers[state]

    def reach(self) -> Reach:
        """Return what was found."""
        states = tuple(
            State(*state, self.depth[i], *self.came[i], self.moves[i], self.asks(i))
            for i, state in enumerate(self.listed)
        )
        at: dict[NodeId, list[int]] = defaultdict(list)
        for number in self.moves:
            at[states[number].node].append(number)
        return Reach(self.graph, states, {node: tuple(found) for node, found in at.items()})

    def asks(self, at: int) -> bool:
        """Say whether a question is asked in the state numbered `at`."""
        asked = all(move.asked for move in self.moves[at])
        return asked and self.listed[at][0] in self.graph.crossings


def answers(
    crossing: Crossing, facts: int, relevant: int, most: int = MOST_STATES
) -> Iterator[tuple[tuple[OptionId, ...], int, int]]:
    """Yield each answer as its options, the facts it leaves, and how many others show the same.

    Where several options may be chosen, answers that show the same facts are counted, not listed:
    options that nothing reads do not multiply the work. Raises TooWide where more than `most` of
    them show something else.
    """
    if crossing.question.kind is not Kind.SEVERAL:
        for option, way in crossing.ways.items():
            yield (option,), facts | way.shows, 1
        return
    alone = tuple(option.id for option in crossing.question.options if option.exclusive)
    groups: dict[int, tuple[tuple[OptionId, ...], int]] = {facts: ((), 1)}
    for option, way in crossing.ways.items():
        if option in alone:
            continue
        for shown, (chosen, alike) in tuple(groups.items()):
            _pool(groups, shown | way.shows & relevant, (*chosen, option), alike)
        if len(groups) > most:
            raise TooWide
    _choose_something(groups, facts, crossing, relevant)
    for option in alone:
        _pool(groups, facts | crossing.ways[option].shows & relevant, (option,), 1)
    for shown, (chosen, alike) in groups.items():
        yield chosen, shown, alike


def _choose_something(
    groups: dict[int, tuple[tuple[OptionId, ...], int]],
    facts: int,
    crossing: Crossing,
    relevant: int,
) -> None:
    """Take from `groups` the answer that chooses nothing: it is no answer."""
    _, alike = groups.pop(facts)
    if alike > 1:
        without = (
            option.id
            for option in crossing.question.options
            if not option.exclusive and not crossing.ways[option.id].shows & relevant & ~facts
        )
        groups[facts] = ((next(without),), alike - 1)


def _pool(
    groups: dict[int, tuple[tuple[OptionId, ...], int]],
    shown: int,
    options: tuple[OptionId, ...],
    alike: int,
) -> None:
    best, known = groups.get(shown, (options, 0))
    groups[shown] = (best if len(best) <= len(options) else options, known + alike)


def _winner(lines: tuple[Line, ...], facts: int) -> tuple[int, NodeId]:
    """Return the place of the first of `lines` that holds and where it leads, or NOWHERE."""
    for place, line in enumerate(lines):
        if line.when is None or line.when.holds(facts):
            return place, line.to
    return NOWHERE, ""
