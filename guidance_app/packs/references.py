"""Checks that everything a pack points at is there, and that everything there is pointed at."""

from collections.abc import Collection, Iterator, Mapping

from guidance_app.core.ids import FieldId, QuestionId
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.problem import Problem

from .codes import Code
from .near_ids import near_ids
from .nearest import nearest
from .places import Places
from .pointers import Pointer, pointers

_READABLE = (Kind.ONE, Kind.SEVERAL)

_NOUNS = {
    Code.UNKNOWN_DESTINATION: "question or outcome",
    Code.UNKNOWN_QUESTION: "question",
    Code.UNKNOWN_DUTY: "duty",
    Code.UNKNOWN_OUTCOME: "outcome",
    Code.UNKNOWN_STEP: "step",
    Code.UNKNOWN_SOURCE: "source",
    Code.UNKNOWN_TERM: "term of the glossary",
    Code.UNKNOWN_CONTACT: "contact",
    Code.UNKNOWN_FIELD: "question or field",
}
_WHERE_TERMS_END = "Square brackets mark a term of the glossary; for anything else use round ones."


def reference_problems(pack: Pack, places: Places) -> tuple[Problem, ...]:
    """Return every reference of `pack` to what does not exist, and what exists for nothing."""
    known = _known(pack)
    named = tuple(pointers(pack))
    problems = list(near_ids(pack, places))
    for pointer in named:
        problems.extend(_missing(pack, pointer, known, places))
    problems.extend(_unreadable(pack, named, places))
    problems.extend(_looked(pack, places))
    problems.extend(_unused(pack, named, places))
    return tuple(problems)


def _known(pack: Pack) -> Mapping[Code, Collection[str]]:
    """Return what each kind of pointer may point at."""
    inner = {field.id for question in pack.questions.values() for field in question.fields}
    return {
        Code.UNKNOWN_DESTINATION: pack.questions.keys() | pack.outcomes.keys(),
        Code.UNKNOWN_QUESTION: pack.questions.keys(),
        Code.UNKNOWN_DUTY: pack.duties.keys(),
        Code.UNKNOWN_OUTCOME: pack.outcomes.keys(),
        Code.UNKNOWN_STEP: pack.steps.keys(),
        Code.UNKNOWN_SOURCE: pack.sources.keys(),
        Code.UNKNOWN_TERM: pack.terms.keys(),
        Code.UNKNOWN_CONTACT: pack.contacts.keys(),
        Code.UNKNOWN_FIELD: pack.questions.keys() | pack.fields.keys() | inner,
    }


def _missing(
    pack: Pack, pointer: Pointer, known: Mapping[Code, Collection[str]], places: Places
) -> Iterator[Problem]:
    """Yield the problem of `pointer` where nothing is called so."""
    if pointer.code is Code.UNKNOWN_OPTION:
        question = pack.questions.get(QuestionId(pointer.of))
        if question is None or question.kind not in _READABLE or question.option(pointer.name):
            return
        names: Collection[str] = [option.id for option in question.options]
        says = f"The question '{pointer.of}' has no option '{pointer.name}'."
    else:
        names = known[pointer.code]
        if pointer.name in names:
            return
        says = f"There is no {_NOUNS[pointer.code]} '{pointer.name}'."
    place = places.near(pointer.path, pointer.name)
    yield pointer.code.at(place, says, _hint(pointer, names))


def _hint(pointer: Pointer, names: Collection[str]) -> str:
    hint = nearest(pointer.name, names)
    if pointer.code is Code.UNKNOWN_TERM and not hint.startswith("Did"):
        return _WHERE_TERMS_END
    return hint


def _unreadable(pack: Pack, named: tuple[Pointer, ...], places: Places) -> Iterator[Problem]:
    """Yield a problem for each condition that reads a question answered in words."""
    for pointer in (p for p in named if p.code is Code.UNKNOWN_QUESTION):
        question = pack.questions.get(QuestionId(pointer.name))
        if question is not None and question.kind not in _READABLE:
            says = f"A condition cannot read '{question.id}', which is answered in words."
            hint = "Read a question of the kind 'one' or 'several'."
            yield Code.NOT_READABLE.at(places.near(pointer.path, pointer.name), says, hint)


def _looked(pack: Pack, places: Places) -> Iterator[Problem]:
    """Yield a problem where the field that says when a look was made is no date."""
    field = pack.fields.get(pack.note.looked or FieldId(""))
    if field is not None and field.kind is not Kind.DATE:
        says = f"'looked' names the field '{field.id}', which is not of the kind 'date'."
        yield Code.BAD_VALUE.at(places.near(("note", "looked")), says, "Name a field with a date.")


def _unused(pack: Pack, named: tuple[Pointer, ...], places: Places) -> Iterator[Problem]:
    """Yield a warning for each duty, source, term and contact that nothing uses."""
    used = {(pointer.code, pointer.name) for pointer in named}
    given = {
        duty
        for question in pack.questions.values()
        for option in question.options
        for duty in option.adds
    }
    for duty in pack.duties.values():
        if duty.id not in given and duty.when is None:
            says = f"No answer adds the duty '{duty.id}'."
            place = places.near(("duties", duty.id))
            yield Code.UNUSED_DUTY.at(
                place, says, "Name it under 'adds' of an option, or delete it."
            )
    for code, unused, key, noun, names in (
        (Code.UNKNOWN_SOURCE, Code.UNUSED_SOURCE, "sources", "source", pack.sources),
        (Code.UNKNOWN_TERM, Code.UNUSED_TERM, "terms", "term", pack.terms),
        (Code.UNKNOWN_CONTACT, Code.UNUSED_CONTACT, "contacts", "contact", pack.contacts),
    ):
        for name in names:
            if (code, name) not in used:
                says = f"Nothing uses the {noun} '{name}'."
                yield unused.at(places.near((key, name)), says, "Use it, or delete it.")
