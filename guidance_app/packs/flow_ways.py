"""Checks of where walks go: what none comes to, where they go round or are left standing."""

from collections.abc import Iterator, Mapping

from guidance_app.core.ids import NodeId, OptionId
from guidance_app.core.pack import Kind, Question
from guidance_app.core.problem import Place, PlacePath, Problem

from .codes import Code
from .flow_facts import NO_OPTION
from .flow_loops import Loop, loops
from .flow_search import NOWHERE, Reach
from .places import near

Places = Mapping[PlacePath, Place]


def unreachable(reach: Reach, places: Places) -> Iterator[Problem]:
    """Yield a problem for each question that no walk asks, and each outcome that none ends in."""
    pointed = {to for state in reach.graph.arrows.values() for to in state} | {
        reach.graph.pack.start
    }
    for question in reach.graph.pack.questions:
        if reach.asking(question) is None:
            says = f"No walk ever asks '{question}'."
            hint = _why_not(reach, question, pointed)
            yield Code.UNREACHABLE_QUESTION.at(near(places, ("questions", question)), says, hint)
    for outcome in reach.graph.pack.outcomes:
        if outcome not in reach.at:
            says = f"No walk ever ends in '{outcome}'."
            hint = _why_not(reach, outcome, pointed)
            yield Code.UNREACHABLE_OUTCOME.at(near(places, ("outcomes", outcome)), says, hint)


def _why_not(reach: Reach, node: NodeId, pointed: set[NodeId]) -> str:
    if node in reach.at:
        return "Every walk passes it over: its 'ask-when' never holds. Mend that, or delete it."
    if node not in pointed:
        return "Nothing leads to it. Name it in a 'next', or delete it."
    return (
        "Lines lead to it, but no walk can follow one. Mend what stands in the way, or delete it."
    )


def endless(reach: Reach, places: Places) -> Iterator[Problem]:
    """Yield a problem for each answer that leads a walk round to a question it has met before."""
    for loop in loops(reach):
        says = f"{_closing(loop)} leads back to '{loop.back_to}', so this walk never ends."
        hint = "Lead it on to a later question, or to an outcome."
        place = near(places, _path(reach, loop.source, loop.options, loop.line))
        yield Code.LOOP.at(place, says, hint, loop.walk)


def _closing(loop: Loop) -> str:
    if not loop.options:
        return f"Passing '{loop.source}' over"
    if loop.options == (NO_OPTION,):
        return f"Answering '{loop.source}'"
    named = ", ".join(f"'{option}'" for option in loop.options)
    return f"Answering '{loop.source}' with {named}"


def left_standing(reach: Reach, places: Places) -> Iterator[Problem]:
    """Yield a problem for each question, answer or passing over that leaves some walk standing."""
    for node, at in reach.at.items():
        crossing = reach.graph.crossings.get(node)
        if crossing is None:
            continue
        said: set[OptionId] = set()
        for number in at:
            state = reach.states[number]
            if not state.asks and state.moves[0].to == NOWHERE and not crossing.otherwise:
                yield _passed_over(reach, places, node, number)
                break
            for move in state.moves:
                key = (
                    move.options[0] if move.options and _by_option(crossing.question) else NO_OPTION
                )
                if move.asked and move.line == NOWHERE and key not in said:
                    said.add(key)
                    yield _no_line(reach, places, crossing.question, number, move.options)


def _no_line(
    reach: Reach, places: Places, question: Question, state: int, options: tuple[OptionId, ...]
) -> Problem:
    named = ", ".join(f"'{option}'" for option in options if option != NO_OPTION)
    what = f"{named} of '{question.id}'" if named else f"'{question.id}'"
    says = f"For some walks no line of the 'next' of {what} holds, so they lead nowhere."
    hint = "Let the last line have no 'when'."
    place = near(places, _path(reach, question.id, options, NOWHERE))
    return Code.LEADS_NOWHERE.at(place, says, hint, reach.walk_to(state, *options))


def _passed_over(reach: Reach, places: Places, node: NodeId, state: int) -> Problem:
    says = f"Walks that pass '{node}' over lead nowhere: it has no 'otherwise'."
    hint = "Add 'otherwise:' with the question or outcome that such walks go on to."
    place = near(places, ("questions", node, "ask-when"))
    return Code.LEADS_NOWHERE.at(place, says, hint, reach.walk_to(state))


def _path(reach: Reach, node: NodeId, options: tuple[str, ...], line: int) -> PlacePath:
    """Return the way to the line, or to the whole of 'next' where no line is meant."""
    if not options:
        return ("questions", node, "otherwise")
    by_option = _by_option(reach.graph.crossings[node].question)
    end: PlacePath = ("next",) if line == NOWHERE else ("next", line)
    return ("questions", node, *(("options", options[0]) if by_option else ()), *end)


def _by_option(question: Question) -> bool:
    """Say whether each option of `question` has lines of its own."""
    return question.kind is Kind.ONE
