"""Single faults put into a pack: each a slip that an author could make, to see who notices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guidance_app.core.condition import Condition, Not, Some
from guidance_app.core.ids import NodeId
from guidance_app.core.kinds import Need
from guidance_app.core.outcome import Advice, Outcome
from guidance_app.core.pack import Pack
from guidance_app.core.problem import PlacePath
from guidance_app.core.question import Option, Question, Route

from .pointers import routes
from .texts import advice


@dataclass(frozen=True, slots=True)
class Mutant:
    """A pack with one fault in it: what it is, in a sentence, and where it was put."""

    says: str
    path: PlacePath
    pack: Pack


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Yield every single fault of these kinds, in the author's order.

    A line of a `next`, or an `otherwise`, led to each other outcome and to where the question's
    other lines lead; a duty dropped from an option; a condition turned round; two neighbouring
    lines of a `next` swapped; a required reason no longer required.
    """
    for question in pack.questions.values():
        for says, path, changed in _of_question(pack, question):
            yield Mutant(
                says, path, replace(pack, questions={**pack.questions, question.id: changed})
            )
    for duty in pack.raised:
        path = ("duties", duty.id, "when")
        turned = replace(duty, when=_turned(duty.when))
        says = f"The condition of the duty '{duty.id}' is turned round."
        yield Mutant(says, path, replace(pack, duties={**pack.duties, duty.id: turned}))
    for outcome in pack.outcomes.values():
        for says, path, other in _of_outcome(outcome):
            yield Mutant(says, path, replace(pack, outcomes={**pack.outcomes, outcome.id: other}))


_Fault = tuple[str, PlacePath, Question]


def _of_question(pack: Pack, question: Question) -> Iterator[_Fault]:
    way: PlacePath = ("questions", question.id)
    if question.reason is Need.REQUIRED:
        says = f"The reason of '{question.id}' is no longer required."
        yield says, (*way, "reason"), replace(question, reason=Need.INVITED)
    if question.ask_when is not None:
        says = f"The 'ask-when' of '{question.id}' is turned round."
        yield (
            says,
            (*way, "ask-when"),
            replace(question, ask_when=_turned(question.ask_when)),
        )
        for to in _elsewhere(pack, question, question.otherwise or ""):
            says = f"Those who pass '{question.id}' over are led to '{to}'."
            yield says, (*way, "otherwise"), replace(question, otherwise=to)
    yield from (
        (says, (*way, *path), replace(question, routes=changed))
        for says, path, changed in _of_routes(pack, question, f"'{question.id}'", question.routes)
    )
    for option in question.options:
        for says, path, changed in _of_option(pack, question, option):
            options = tuple(changed if o.id == option.id else o for o in question.options)
            yield says, (*way, "options", option.id, *path), replace(question, options=options)


def _of_option(
    pack: Pack, question: Question, option: Option
) -> Iterator[tuple[str, PlacePath, Option]]:
    name = f"'{option.id}' of '{question.id}'"
    for duty in option.adds:
        left = tuple(other for other in option.adds if other != duty)
        yield f"{name} no longer adds '{duty}'.", ("adds",), replace(option, adds=left)
    for says, path, changed in _of_routes(pack, question, name, option.routes):
        yield says, path, replace(option, routes=changed)


def _of_routes(
    pack: Pack, question: Question, name: str, lines: tuple[Route, ...]
) -> Iterator[tuple[str, PlacePath, tuple[Route, ...]]]:
    for number, line in enumerate(lines):
        path: PlacePath = ("next", number)
        for to in _elsewhere(pack, question, line.to):
            says = f"{name} leads to '{to}' and not to '{line.to}'."
            yield says, path, _with(lines, number, replace(line, to=to))
        if line.when is not None:
            says = f"The condition of the line to '{line.to}' of {name} is turned round."
            yield says, path, _with(lines, number, replace(line, when=_turned(line.when)))
        if number and line != lines[number - 1]:
            swapped = (*lines[: number - 1], line, lines[number - 1], *lines[number + 1 :])
            yield f"Lines {number} and {number + 1} of {name} are swapped.", path, swapped


def _with(lines: tuple[Route, ...], number: int, line: Route) -> tuple[Route, ...]:
    return (*lines[:number], line, *lines[number + 1 :])


def _elsewhere(pack: Pack, question: Question, to: NodeId) -> tuple[NodeId, ...]:
    """Return every other outcome, and every other place that `question` leads to."""
    near = (route.to for _, route in routes(question))
    return tuple(other for other in dict.fromkeys((*near, *pack.outcomes)) if other != to)


def _of_outcome(outcome: Outcome) -> Iterator[tuple[str, PlacePath, Outcome]]:
    for key, lines in advice(outcome):
        for number, line in enumerate(lines):
            if line.when is not None:
                turned = replace(line, when=_turned(line.when))
                changed = (*lines[:number], turned, *lines[number + 1 :])
                says = f"The condition of line {number + 1} of '{key}' is turned round."
                path = ("outcomes", outcome.id, key, number, "when")
                yield says, path, _with_lines(outcome, key, changed)


def _with_lines(outcome: Outcome, key: str, lines: tuple[Advice, ...]) -> Outcome:
    match key:
        case "may":
            return replace(outcome, may=lines)
        case "must-not":
            return replace(outcome, must_not=lines)
        case "talk-to":
            return replace(outcome, talk_to=lines)
    return replace(outcome, record=lines)


def _turned(condition: Condition | None) -> Condition:
    """Return what is true where `condition` is not."""
    if isinstance(condition, Not):
        return condition.part
    return Some(()) if condition is None else Not(condition)
