"""How large a pack is: what it holds, how many walks lead through it, and how long they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guidance_app.core.ids import NodeId, OutcomeId, QuestionId
from guidance_app.core.pack import Pack

from .flow_arrows import groups
from .flow_facts import Facts
from .flow_graph import graph_of
from .flow_loops import loops
from .flow_search import NOWHERE, Reach, TooWide, explore, most_states


@dataclass(frozen=True, slots=True)
class Figures:
    """What a pack holds, and its walks: each another sequence of answers that ends in an outcome.

    `walks` is exact, however many they are; None where a walk can go round for ever, or where the
    pack is too `wide` to count them. `longest`, `shortest` and `words` (on the page, on the longest
    walk with most of them) are 0 where no walk ends, and where they are not known.
    """

    questions: int
    options: int
    outcomes: int
    duties: int
    walks: int | None = 0
    longest: int = 0
    shortest: int = 0
    words: int = 0
    walks_to: Mapping[OutcomeId, int] = field(default_factory=dict)
    wide: bool = False


def figures(pack: Pack) -> Figures:
    """Return how large `pack` is."""
    graph = graph_of(Facts(pack), {})
    try:
        return figures_of(explore(graph, most=most_states(pack)))
    except TooWide:
        return wide_figures(pack)


def wide_figures(pack: Pack) -> Figures:
    """Return how large a pack is that is too wide for its walks to be counted."""
    return Figures(*_sizes(pack), walks=None, wide=True)


def figures_of(reach: Reach) -> Figures:
    """Return how large the pack of `reach` is.

    `reach` counts no questions and reads nothing at ends.
    """
    pack = reach.graph.pack
    sizes = _sizes(pack)
    if loops(reach):
        return Figures(*sizes, walks=None, shortest=_shortest(reach))
    ordered = [at for (at,) in groups(reach.arrows)]
    walks = _walks(reach, reversed(ordered))
    length, words = _longest(reach, ordered)
    return Figures(*sizes, sum(walks.values()), length, _shortest(reach), words, walks)


def _sizes(pack: Pack) -> tuple[int, int, int, int]:
    options = sum(len(question.options) for question in pack.questions.values())
    return len(pack.questions), options, len(pack.outcomes), len(pack.duties)


def _ends(reach: Reach) -> list[int]:
    return [i for i, state in enumerate(reach.states) if state.node not in reach.graph.crossings]


def _shortest(reach: Reach) -> int:
    return min((reach.states[i].depth for i in _ends(reach)), default=0)


def _walks(reach: Reach, ordered: Iterable[int]) -> dict[OutcomeId, int]:
    """Return how many walks end in each outcome of the pack.

    In `ordered`, ends come last.
    """
    ways = dict.fromkeys(range(len(reach.states)), 0)
    if ways:
        ways[0] = 1
    for at in ordered:
        for move in reach.states[at].moves:
            if move.to != NOWHERE:
                ways[move.to] += ways[at] * move.alike
    walks = dict.fromkeys(reach.graph.pack.outcomes, 0)
    for end in _ends(reach):
        walks[OutcomeId(reach.states[end].node)] += ways[end]
    return walks


def _longest(reach: Reach, ordered: Iterable[int]) -> tuple[int, int]:
    """Return the most questions that a walk asks, and the most words on a walk of that length.

    In `ordered`, ends come first.
    """
    pack = reach.graph.pack
    ahead: dict[int, tuple[int, int]] = dict.fromkeys(_ends(reach), (0, 0))
    read = {node: words(pack, node) for node in reach.at}
    for at in ordered:
        state = reach.states[at]
        onward = [ahead[move.to] for move in state.moves if move.to in ahead]
        if onward:
            length, more = max(onward)
            ahead[at] = (length + 1, more + read[state.node]) if state.asks else (length, more)
    return ahead.get(0, (0, 0))


def words(pack: Pack, node: NodeId) -> int:
    """Return how many words stand on the page of the question `node` before anything is opened."""
    question = pack.questions.get(QuestionId(node))
    if question is None:
        return 0
    texts = (
        question.ask,
        question.hint,
        question.why,
        *(option.say for option in question.options),
    )
    return sum(len(text.split()) for text in texts)
