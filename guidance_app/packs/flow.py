"""What can be proved about every walk through a pack; the search behind it is in `flow_search`."""

from collections.abc import Iterator

from guidance_app.core.ids import OutcomeId
from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem, in_order
from guidance_app.core.walk import Walk, stand

from .flow_ends import duty_order, end_conditions, look_without_reason
from .flow_facts import NO_OPTION, Facts
from .flow_figures import Figures, figures, figures_of
from .flow_graph import graph_of
from .flow_idle import idle
from .flow_lines import lines
from .flow_search import explore
from .flow_ways import Places, endless, left_standing, unreachable

__all__ = ["Figures", "ends_from", "figures", "figures_of", "flow_problems"]


def flow_problems(pack: Pack, places: Places) -> tuple[Problem, ...]:
    """Return what is wrong with where walks through `pack` go, each with the shortest to show it.

    Decided exactly, for every walk there is. What is pointed at and does not exist is left to
    `references`: a condition on it holds for nobody, and a walk led to it goes nowhere.
    """
    return in_order(tuple(_problems(pack, places)))


def _problems(pack: Pack, places: Places) -> Iterator[Problem]:
    facts = Facts(pack)
    reach = explore(graph_of(facts, {}))
    yield from unreachable(reach, places)
    yield from endless(reach, places)
    yield from left_standing(reach, places)
    yield from lines(reach, places)
    yield from duty_order(pack, places)
    yield from end_conditions(reach, facts, places)
    yield from look_without_reason(reach, facts, places)
    yield from idle(pack, places)


def ends_from(pack: Pack, walk: Walk) -> frozenset[OutcomeId]:
    """Return the outcomes in which `walk` can still end, its answers so far kept."""
    standing = stand(pack, walk)
    if standing.outcome is not None:
        return frozenset({standing.outcome})
    if standing.question is None:
        return frozenset()
    facts = Facts(pack)
    graph = graph_of(facts, {})
    reach = explore(graph, start=(standing.question, _shown(facts, walk)))
    return frozenset(o for o in pack.outcomes if o in reach.at)


def _shown(facts: Facts, walk: Walk) -> int:
    """Return the facts that the answers on the path show."""
    shown = 0
    for step in stand(facts.pack, walk).path:
        for option in step.answer.options or (NO_OPTION,):
            shown |= facts.shows.get((step.question, option), 0)
    return shown
