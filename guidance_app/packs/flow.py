"""What can be proved about every walk through a pack; the search behind it is in `flow_search`."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem, in_order

from .codes import Code
from .flow_arrows import rings
from .flow_ends import duty_order, end_conditions, look_without_reason
from .flow_facts import Facts
from .flow_figures import Figures, figures, figures_of, wide_figures
from .flow_graph import graph_of
from .flow_idle import idle
from .flow_lines import lines
from .flow_possible import Possible
from .flow_search import Reach, TooWide, explore, most_states
from .flow_searched import Searched
from .flow_ways import Places, endless, left_standing, unreachable
from .places import near

__all__ = ["Figures", "Flow", "figures", "figures_of", "flow_of", "flow_problems"]


@dataclass(frozen=True, slots=True)
class Flow:
    """What one search over the walks of a pack says: what is wrong, and how large the pack is."""

    problems: tuple[Problem, ...]
    figures: Figures


def flow_of(pack: Pack, places: Places) -> Flow:
    """Return what is wrong with where walks through `pack` go, and how many walks there are."""
    if pack.start not in pack.questions:
        return Flow(flow_problems(pack, places), figures(pack))
    possible, reach = possible_in(pack)
    problems = in_order(tuple(problems_of(possible, reach, places)))
    return Flow(problems, figures_of(reach) if reach is not None else wide_figures(pack))


def flow_problems(pack: Pack, places: Places) -> tuple[Problem, ...]:
    """Return what is wrong with where walks through `pack` go, each with the shortest to show it.

    Decided exactly, for every walk there is. What is pointed at and does not exist is left to
    `references`: a condition on it holds for nobody, and a walk led to it goes nowhere. Where the
    walks begin at nothing that is asked, there are none to speak of.
    """
    if pack.start in pack.outcomes:
        says = f"The walk begins at the outcome '{pack.start}', so nothing is ever asked."
        hint = "Let 'start' be the first question."
        return (Code.UNKNOWN_QUESTION.at(near(places, ("start",)), says, hint),)
    if pack.start not in pack.questions:
        return ()
    return in_order(tuple(problems_of(*possible_in(pack), places)))


def possible_in(pack: Pack) -> tuple[Possible, Reach | None]:
    """Return who can say what walks do, and every state of the search where there are not too many.

    Nearly all packs are searched. One that is wide, as a flat list of questions that read each
    other far apart, has more states than can be; it is left to a solver.
    """
    facts = Facts(pack)
    graph = graph_of(facts, {})
    if rings(graph.arrows):  # what is answered before what is not plain from the arrows
        reach = explore(graph)
        return Searched(facts, reach), reach
    try:
        reach = explore(graph, most=most_states(pack))
    except TooWide:
        from .flow_solved import Solved

        return Solved(pack), None
    return Searched(facts, reach), reach


def problems_of(possible: Possible, reach: Reach | None, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with where walks go, by whoever can say it."""
    pack = possible.pack
    yield from unreachable(possible, places)
    yield from endless(reach, places) if reach is not None else ()
    yield from left_standing(possible, places)
    yield from lines(possible, places)
    yield from duty_order(pack, places)
    yield from end_conditions(possible, places)
    yield from look_without_reason(possible, places)
    yield from idle(pack, places)
