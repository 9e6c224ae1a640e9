"""Proves properties over every walk there is, by the states of the search and not by walks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidance_app.core.pack import Pack, Permits
from guidance_app.core.problem import Problem

from .codes import Code
from .finding import Failed, Findings
from .flow_search import TooWide, WalkShown
from .properties_claim import Claim, Mode, Property, Strength
from .properties_ends import Ended, ended
from .properties_shape import shape_properties
from .properties_words import one_of, unlike

__all__ = ["Proof", "Property", "prove", "shape_properties"]

AT_ONCE = 4
"""How many parts of a claim are proved in one search: each can double the states it comes to."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Which properties hold and which do not, and what was noticed of those that prove nothing."""

    findings: Findings
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """What is true of one case of a property: whether it is about any walk, and how it is broken.

    `why` is empty where it holds; `walk` is the shortest that shows it, if one does.
    """

    about_any: bool
    why: str = ""
    walk: WalkShown = ()


def prove(pack: Pack, properties: Sequence[Property]) -> Proof:
    """Return what is true of `properties`. A walk that never ends is no walk here.

    A case that is about no walk is noticed with a warning, unless that is all that it claims.
    """
    failed: list[Failed] = []
    noticed: list[Problem] = []
    proved = 0
    for claimed in properties:
        try:
            cases = [_proved(pack, claimed.mode, *case) for case in claimed.cases]
        except TooWide as wide:
            says = f"The property '{claimed.name}' is not proved: {wide.says}"
            noticed.append(Code.NOT_PROVED.at(claimed.place, says, wide.hint))
            continue
        proved += 1
        if broken := next((case for case in cases if case.why), None):
            must = claimed.strength is Strength.MUST
            failed.append(Failed(claimed.name, broken.why, claimed.place, broken.walk, must))
        noticed += _idle(claimed, cases)
    return Proof(Findings(proved - len(failed), tuple(failed)), tuple(noticed))


def _idle(claimed: Property, cases: Sequence[_Case]) -> Iterator[Problem]:
    """Yield a problem for each case of `claimed` that is about no walk, and so proves nothing."""
    for number, ((_, expect), case) in enumerate(zip(claimed.cases, cases, strict=True), 1):
        none_is_claimed = claimed.mode is Mode.NEVER and expect == Claim()
        if case.about_any or none_is_claimed or claimed.mode is Mode.POSSIBLE:
            continue
        which = f"case {number} of " if len(cases) > 1 else ""
        says = f"No walk is one that {which}the property '{claimed.name}' is about."
        hint = "Mend its 'whenever', or delete it: as it stands it proves nothing."
        yield Code.PROPERTY_NEVER_APPLIES.at(claimed.place, says, hint)


def _proved(pack: Pack, mode: Mode, whenever: Claim, expect: Claim) -> _Case:
    """Return what is true of the case in which walks of `whenever` are to meet `expect`."""
    if mode is Mode.ALWAYS:
        return _always(pack, whenever, expect)
    walks = ended(pack, whenever, expect)
    about, meeting = walks.where(whenever), frozenset(walks.where(expect))
    met = next((state for state in about if state in meeting), None)
    if mode is Mode.POSSIBLE:
        return _Case(bool(about), "" if met is not None else "No walk does what it says one can.")
    if met is None:
        return _Case(bool(about))
    why = f"A walk that ends at '{walks.outcome(met)}' does what none should."
    return _Case(True, why, walks.walk_to(met))


def _always(pack: Pack, whenever: Claim, expect: Claim) -> _Case:
    """Return what is true of the case; a few parts of `expect` are proved at a time."""
    parts = tuple(expect.parts())
    about_any = False
    for begin in range(0, max(len(parts), 1), AT_ONCE):
        some = parts[begin : begin + AT_ONCE]
        walks = ended(pack, whenever, *some)
        about_any = bool(walks.where(whenever))
        for part in some:
            why, walk = _unmet(pack, walks, whenever, part)
            if why:
                return _Case(about_any, why, walk)
    return _Case(about_any)


def _unmet(pack: Pack, walks: Ended, whenever: Claim, part: Claim) -> tuple[str, WalkShown]:
    """Return how a walk of `whenever` does not meet `part`, and that walk; or nothing."""
    if part.looks is not None or part.together is not None:
        return _sets(pack, walks, whenever, part)
    meeting = frozenset(walks.where(part))
    breaking = next((state for state in walks.where(whenever) if state not in meeting), None)
    if breaking is None:
        return "", ()
    return unlike(part, pack.outcomes[walks.outcome(breaking)]), walks.walk_to(breaking)


def _sets(pack: Pack, walks: Ended, whenever: Claim, part: Claim) -> tuple[str, WalkShown]:
    """Return which outcomes permit something and should not, or should and do not; or nothing."""
    reached = {walks.outcome(state): state for state in reversed(walks.where(whenever))}
    permits = Permits.TOGETHER if part.looks is None else Permits.ONE_LOOK
    said = (part.together if part.looks is None else part.looks) or frozenset()
    found = {name for name in reached if pack.outcomes[name].permits is permits}
    if more := sorted(found - said):
        why = f"It does not name {one_of(more)}, where '{permits.value}' is permitted."
        return why, walks.walk_to(reached[more[0]])
    if less := sorted(said - found):
        return f"It names {one_of(less)}, where no walk is permitted '{permits.value}'.", ()
    return "", ()
