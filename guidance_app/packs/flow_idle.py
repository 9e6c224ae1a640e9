"""Checks of what changes nothing: questions whose answers come to the same, idle options."""

from collections.abc import Iterator

from guidance_app.core.condition import Answered, Condition, atoms
from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Kind, Option, Pack, Question
from guidance_app.core.problem import Problem

from .codes import Code
from .flow_ends import conditions_of
from .flow_facts import has_options
from .flow_graph import routing
from .flow_ways import Places
from .places import near


def idle(pack: Pack, places: Places) -> Iterator[Problem]:
    """Yield a problem for each question, and each option of a `several`, that changes nothing.

    A question that also asks for a reason or for fields is kept for what is written there.
    """
    read = _read(pack)
    for question in pack.questions.values():
        if not has_options(question) or not question.options:
            continue
        here = read.get(question.id, set())
        idle_options = [o for o in question.options if not o.adds and o.id not in here]
        if len(idle_options) == len(question.options) and _one_way(question):
            yield _idle_question(question, places)
        elif question.kind is Kind.SEVERAL:
            yield from (_idle_option(question, o, places) for o in idle_options if not o.exclusive)


def _read(pack: Pack) -> dict[QuestionId, set[OptionId]]:
    """Return the options that some condition reads, by question."""
    found: dict[QuestionId, set[OptionId]] = {}
    for condition in _conditions(pack):
        for atom in atoms(condition):
            if isinstance(atom, Answered):
                found.setdefault(atom.question, set()).update(atom.options)
    return found


def _conditions(pack: Pack) -> Iterator[Condition]:
    yield from routing(pack)
    yield from (duty.when for duty in pack.raised if duty.when is not None)
    for outcome in pack.outcomes.values():
        yield from (when for _, _, when in conditions_of(outcome))


def _one_way(question: Question) -> bool:
    """Say whether every option leads on in the same way."""
    if question.kind is Kind.SEVERAL:
        return len(question.routes) <= 1
    return len({option.routes for option in question.options}) == 1


def _idle_question(question: Question, places: Places) -> Problem:
    named = ", ".join(f"'{option.id}'" for option in question.options)
    several = len(question.options) > 1
    lead = "lead the same way, add nothing and are" if several else "adds nothing and is"
    says = f"'{question.id}' changes nothing: {named} {lead} not read."
    hint = "Let an answer lead elsewhere or add a duty, or delete the question."
    return Code.CHANGES_NOTHING.at(near(places, ("questions", question.id)), says, hint)


def _idle_option(question: Question, option: Option, places: Places) -> Problem:
    says = f"'{option.id}' of '{question.id}' changes nothing: it adds nothing and is not read."
    hint = "Let it add a duty, read it in a condition, or delete it."
    place = near(places, ("questions", question.id, "options", option.id))
    return Code.CHANGES_NOTHING.at(place, says, hint)
