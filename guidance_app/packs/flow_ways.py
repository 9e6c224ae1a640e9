"""Checks of where walks go: what none comes to, where they go round or are left standing."""

from collections.abc import Iterator, Mapping

from guidance_app.core.ids import NodeId, OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack, Question, Route
from guidance_app.core.problem import Place, PlacePath, Problem

from .codes import Code
from .flow_facts import NO_OPTION
from .flow_loops import Loop, loops
from .flow_possible import Possible
from .flow_search import NOWHERE, Reach, WalkShown
from .places import near
from .pointers import routes

Places = Mapping[PlacePath, Place]


def unreachable(possible: Possible, places: Places) -> Iterator[Problem]:
    """Yield a problem for each question that no walk asks, and each outcome that none ends in."""
    pointed = _pointed(possible.pack)
    for question in possible.pack.questions:
        if possible.asked(question) is None:
            says = f"No walk ever asks '{question}'."
            hint = _why_not(possible, question, pointed)
            yield Code.UNREACHABLE_QUESTION.at(near(places, ("questions", question)), says, hint)
    for outcome in possible.pack.outcomes:
        if possible.reached(outcome) is None:
            says = f"No walk ever ends in '{outcome}'."
            hint = _why_not(possible, outcome, pointed)
            yield Code.UNREACHABLE_OUTCOME.at(near(places, ("outcomes", outcome)), says, hint)


def _pointed(pack: Pack) -> set[NodeId]:
    """Return everything that a line, an 'otherwise' or the start leads to."""
    pointed = {pack.start}
    for question in pack.questions.values():
        pointed.update(route.to for _, route in routes(question))
        if question.ask_when is not None and question.otherwise is not None:
            pointed.add(question.otherwise)
    return pointed


def _why_not(possible: Possible, node: NodeId, pointed: set[NodeId]) -> str:
    if possible.reached(node) is not None:
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
        place = near(places, _path(reach.graph.pack, loop.source, loop.options, loop.line))
        yield Code.LOOP.at(place, says, hint, loop.walk)


def _closing(loop: Loop) -> str:
    if not loop.options:
        return f"Passing '{loop.source}' over"
    if loop.options == (NO_OPTION,):
        return f"Answering '{loop.source}'"
    named = ", ".join(f"'{option}'" for option in loop.options)
    return f"Answering '{loop.source}' with {named}"


def left_standing(possible: Possible, places: Places) -> Iterator[Problem]:
    """Yield a problem for each question, answer or passing over that leaves some walk standing."""
    for question in possible.pack.questions.values():
        if question.ask_when is not None and not question.otherwise:
            walk = possible.passed(question.id)
            if walk is not None:
                yield _passed_over(places, question.id, walk())
        for option, lines in nexts(question):
            for_everybody = any(line.when is None for line in lines)
            walk = None if for_everybody else possible.stuck(question.id, option)
            if walk is not None:
                yield _no_line(possible.pack, places, question, option, walk())


def nexts(question: Question) -> Iterator[tuple[OptionId, tuple[Route, ...]]]:
    """Yield each 'next' of `question` with the option it belongs to, or `NO_OPTION`."""
    if question.kind is not Kind.ONE:
        yield NO_OPTION, question.routes
        return
    for option in question.options:
        yield option.id, option.routes


def _no_line(
    pack: Pack, places: Places, question: Question, option: OptionId, walk: WalkShown
) -> Problem:
    named = ", ".join(f"'{o}'" for q, o in walk if q == question.id and o != NO_OPTION)
    what = f"{named} of '{question.id}'" if named else f"'{question.id}'"
    says = f"For some walks no line of the 'next' of {what} holds, so they lead nowhere."
    hint = "Let the last line have no 'when'."
    options = (option,) if option else (NO_OPTION,)
    place = near(places, _path(pack, question.id, options, NOWHERE))
    return Code.LEADS_NOWHERE.at(place, says, hint, walk)


def _passed_over(places: Places, question: QuestionId, walk: WalkShown) -> Problem:
    says = f"Walks that pass '{question}' over lead nowhere: it has no 'otherwise'."
    hint = "Add 'otherwise:' with the question or outcome that such walks go on to."
    place = near(places, ("questions", question, "ask-when"))
    return Code.LEADS_NOWHERE.at(place, says, hint, walk)


def _path(pack: Pack, node: NodeId, options: tuple[str, ...], line: int) -> PlacePath:
    """Return the way to the line, or to the whole of 'next' where no line is meant."""
    if not options:
        return ("questions", node, "otherwise")
    by_option = _by_option(pack.questions[QuestionId(node)])
    end: PlacePath = ("next",) if line == NOWHERE else ("next", line)
    return ("questions", node, *(("options", options[0]) if by_option else ()), *end)


def _by_option(question: Question) -> bool:
    """Say whether each option of `question` has lines of its own."""
    return question.kind is Kind.ONE
