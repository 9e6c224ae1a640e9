"""Whether a pack can be used: what is pointed at is there, every walk ends, an overlay tightens."""

from collections.abc import Iterator, Mapping, Sequence

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Place, PlacePath, Problem, Severity, has_errors

from .codes import Code
from .flow import flow_problems
from .places import near
from .references import reference_problems
from .shape import Shaped
from .tighten import loosened


def overlay_problems(shaped: Shaped, found: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with the pack that is extended, and where this one is looser than it.

    `found` are the problems of this pack: while there are errors among them, nothing is proved.
    """
    under = shaped.base.pack if shaped.base is not None else None
    if shaped.base is None or under is None or shaped.pack is None:
        return ()
    of_base = sound_problems(shaped.base)
    if of_base or has_errors(tuple(found)):
        return of_base
    over, places = shaped.pack, shaped.places
    return (*_own_name(under, over, places), *loosened(under, over, places), *_added(shaped, under))


def _own_name(under: Pack, over: Pack, places: Mapping[PlacePath, Place]) -> Iterator[Problem]:
    if under.id == over.id:
        says = f"This pack is called '{over.id}', as the one that it extends."
        hint = "Give it an id of its own, such as the name of your council."
        yield Code.OVERLAY_FIXED.at(near(places, ("pack",)), says, hint)


def _added(shaped: Shaped, under: Pack) -> Iterator[Problem]:
    """Yield each line that an outcome newly says may be done: words cannot be proved."""
    for outcome in shaped.pack.outcomes.values() if shaped.pack else ():
        known = under.outcomes.get(outcome.id)
        for number, line in enumerate(outcome.may if known is not None else ()):
            if known is not None and line not in known.may:
                says = f"This overlay adds to what may be done at '{outcome.id}': “{line.say}”"
                hint = "Whether it permits more no proof can say: let somebody else read it."
                place = near(shaped.places, ("outcomes", outcome.id, "may", number))
                yield Code.OVERLAY_ADDS_ADVICE.at(place, says, hint)


def sound_problems(shaped: Shaped) -> tuple[Problem, ...]:
    """Return what stops a pack from being used, apart from its own tests."""
    if shaped.pack is None:
        return shaped.problems
    problems = shaped.problems + reference_problems(shaped.pack, shaped.places)
    problems += flow_problems(shaped.pack, shaped.places)
    problems += overlay_problems(shaped, problems)
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
