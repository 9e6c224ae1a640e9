"""Checks of what ends read: conditions of advice and duties, and looks without a reason."""

from collections.abc import Iterator

from guidance_app.core.condition import Carries, Condition, atoms
from guidance_app.core.pack import Outcome, Pack, Permits
from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .flow_lines import always_says, impossible_says
from .flow_possible import AtEnds, Possible
from .flow_ways import Places
from .places import near


def end_conditions(possible: Possible, places: Places) -> Iterator[Problem]:
    """Yield a problem for each condition of advice, or of a duty, that never holds or always does.

    Advice of an outcome that no walk ends in is left to the problem of that outcome.
    """
    said = (*_advice(possible), *_duties(possible))
    truths = possible.at_ends([one for _, _, one in said])
    for (path, what, _), truth in zip(said, truths, strict=True):
        place = near(places, path)
        if not truth.holds:
            yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(what), truth.walk())
        elif not truth.fails:
            yield Code.ALWAYS_TRUE.at(place, *always_says(what), truth.walk())


_Said = tuple[PlacePath, str, AtEnds]


def _advice(possible: Possible) -> Iterator[_Said]:
    for outcome in possible.pack.outcomes.values():
        if possible.reached(outcome.id) is None:
            continue
        for key, number, when in conditions_of(outcome):
            what = f"Line {number + 1} of '{key}' of '{outcome.id}'"
            path = ("outcomes", outcome.id, key, number, "when")
            yield path, what, AtEnds(when, (outcome.id,))


def conditions_of(outcome: Outcome) -> Iterator[tuple[str, int, Condition]]:
    """Yield the key, the place and the condition of each line of advice that has one."""
    lists = {
        "may": outcome.may,
        "must-not": outcome.must_not,
        "talk-to": outcome.talk_to,
        "record": outcome.record,
    }
    for key, lines in lists.items():
        for number, advice in enumerate(lines):
            if advice.when is not None:
                yield key, number, advice.when


def _duties(possible: Possible) -> Iterator[_Said]:
    outcomes = possible.pack.outcomes
    ends = tuple(outcome for outcome in outcomes if possible.reached(outcome) is not None)
    for duty in possible.pack.raised if ends else ():
        path, what = ("duties", duty.id, "when"), f"The duty '{duty.id}'"
        yield path, what, AtEnds(duty.id, ends, anywhere=True)


def duty_order(pack: Pack, places: Places) -> Iterator[Problem]:
    """Yield a problem for each duty whose condition reads a duty that is only raised after it."""
    later = {duty.id for duty in pack.raised}
    for duty in pack.raised:
        read = (atom for atom in atoms(duty.when) if isinstance(atom, Carries)) if duty.when else ()
        unseen = sorted({name for atom in read for name in atom.duties if name in later})
        later.discard(duty.id)
        if unseen:
            named = ", ".join(f"'{name}'" for name in unseen)
            says = f"The duty '{duty.id}' is raised by {named}, which is not raised before it."
            hint = "Put the duties in the order in which they raise each other."
            yield Code.DUTY_ORDER.at(near(places, ("duties", duty.id, "when")), says, hint)


def look_without_reason(possible: Possible, places: Places) -> Iterator[Problem]:
    """Yield a problem for each look that a walk can end in without any reason in words."""
    for outcome in possible.pack.outcomes.values():
        shown = possible.unreasoned(outcome.id) if outcome.permits is Permits.ONE_LOOK else None
        walk = () if shown is None else shown()
        if not walk:
            continue
        question, option = walk[-1]
        says = (
            f"A walk ends in '{outcome.id}' with '{option}' of '{question}', "
            "and nobody has had to write a reason."
        )
        hint = "Let a question on the way have 'reason: required'."
        place = near(places, ("questions", question, "options", option))
        yield Code.LOOK_WITHOUT_REASON.at(place, says, hint, walk)
