"""Whether a pack can be used: what is pointed at is there, every walk ends, an overlay tightens."""

from collections.abc import Sequence

from guidance_app.core.problem import Problem, Severity, has_errors

from .flow import flow_problems
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
    return loosened(under, shaped.pack, shaped.places)


def sound_problems(shaped: Shaped) -> tuple[Problem, ...]:
    """Return what stops a pack from being used, apart from its own tests."""
    if shaped.pack is None:
        return shaped.problems
    problems = shaped.problems + reference_problems(shaped.pack, shaped.places)
    problems += flow_problems(shaped.pack, shaped.places)
    problems += overlay_problems(shaped, problems)
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
