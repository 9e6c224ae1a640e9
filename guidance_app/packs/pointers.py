"""Everything in a pack that points at something else by its id, and the way to where it does."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Answered, Carries, Condition, atoms
from guidance_app.core.markup import terms_in
from guidance_app.core.pack import Outcome, Pack, Question, Route
from guidance_app.core.problem import PlacePath

from .codes import Code
from .texts import advice, texts


@dataclass(frozen=True, slots=True)
class Pointer:
    """An id that is named at `path`; `code` is the problem where nothing is called so.

    An option is looked for in the question `of`.
    """

    code: Code
    path: PlacePath
    name: str
    of: str = ""


def pointers(pack: Pack) -> Iterator[Pointer]:
    """Yield every id that `pack` names, in the order of its parts; empty ones were noted before."""
    for pointer in _all(pack):
        if pointer.name:
            yield pointer


def conditions(pack: Pack) -> Iterator[tuple[PlacePath, Condition]]:
    """Yield every condition of `pack` with the way to it."""
    for path, condition in _all_conditions(pack):
        if condition is not None:
            yield path, condition


def _all_conditions(pack: Pack) -> Iterator[tuple[PlacePath, Condition | None]]:
    for question in pack.questions.values():
        yield ("questions", question.id, "ask-when"), question.ask_when
        for path, route in routes(question):
            yield (*path, "when"), route.when
    for duty in pack.duties.values():
        yield ("duties", duty.id, "when"), duty.when
    for outcome in pack.outcomes.values():
        for key, lines in advice(outcome):
            for number, line in enumerate(lines):
                yield ("outcomes", outcome.id, key, number, "when"), line.when


def routes(question: Question) -> Iterator[tuple[PlacePath, Route]]:
    """Yield every line of every `next` of `question` with the way to it."""
    way = ("questions", question.id)
    for number, route in enumerate(question.routes):
        yield (*way, "next", number), route
    for option in question.options:
        for number, route in enumerate(option.routes):
            yield (*way, "options", option.id, "next", number), route


def _all(pack: Pack) -> Iterator[Pointer]:
    yield Pointer(Code.UNKNOWN_DESTINATION, ("start",), pack.start)
    yield Pointer(Code.UNKNOWN_OUTCOME, ("help-now",), pack.help_now or "")
    for question in pack.questions.values():
        yield from _of_question(question)
    for path, condition in conditions(pack):
        yield from _of_condition(path, condition)
    for duty in pack.duties.values():
        yield from _of_sources(("duties", duty.id), duty.sources)
    for outcome in pack.outcomes.values():
        yield from _of_outcome(outcome)
    yield from _of_record(pack)
    for said in texts(pack):
        for term in terms_in(said.text):
            yield Pointer(Code.UNKNOWN_TERM, said.path, term)


def _of_record(pack: Pack) -> Iterator[Pointer]:
    for field in pack.fields.values():
        way = ("fields", field.id)
        for name in sorted(field.for_outcomes):
            yield Pointer(Code.UNKNOWN_OUTCOME, (*way, "for-outcomes"), name)
        for duty in sorted(field.never_with):
            yield Pointer(Code.UNKNOWN_DUTY, (*way, "never-with"), duty)
    yield Pointer(Code.UNKNOWN_FIELD, ("note", "looked"), pack.note.looked or "")
    for section in pack.note.sections:
        for shown in section.shows:
            yield Pointer(Code.UNKNOWN_FIELD, ("note", "sections", section.id, "shows"), shown)


def _of_question(question: Question) -> Iterator[Pointer]:
    way = ("questions", question.id)
    yield Pointer(Code.UNKNOWN_STEP, (*way, "step"), question.step or "")
    yield Pointer(Code.UNKNOWN_DESTINATION, (*way, "otherwise"), question.otherwise or "")
    for path, route in routes(question):
        yield Pointer(Code.UNKNOWN_DESTINATION, (*path, "to"), route.to)
    for option in question.options:
        for duty in option.adds:
            yield Pointer(Code.UNKNOWN_DUTY, (*way, "options", option.id, "adds"), duty)
    for field in question.fields:
        for name in sorted(field.only_for):
            path = (*way, "fields", field.id, "for")
            yield Pointer(Code.UNKNOWN_OPTION, path, name, of=question.id)
    yield from _of_sources(way, question.sources)


def _of_condition(path: PlacePath, condition: Condition) -> Iterator[Pointer]:
    for atom in atoms(condition):
        match atom:
            case Answered(question, options):
                yield Pointer(Code.UNKNOWN_QUESTION, path, question)
                for option in sorted(options):
                    yield Pointer(Code.UNKNOWN_OPTION, path, option, of=question)
            case Carries(duties):
                for duty in sorted(duties):
                    yield Pointer(Code.UNKNOWN_DUTY, path, duty)


def _of_outcome(outcome: Outcome) -> Iterator[Pointer]:
    way = ("outcomes", outcome.id)
    for key, lines in advice(outcome):
        for number, line in enumerate(lines):
            yield Pointer(Code.UNKNOWN_CONTACT, (*way, key, number), line.contact or "")
    yield from _of_sources(way, outcome.sources)


def _of_sources(way: PlacePath, sources: tuple[str, ...]) -> Iterator[Pointer]:
    for source in sources:
        yield Pointer(Code.UNKNOWN_SOURCE, (*way, "sources"), source)
