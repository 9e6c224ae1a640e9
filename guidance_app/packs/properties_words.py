"""Says in words how a walk is not as a property expects."""

from collections.abc import Iterable

from guidance_app.core.pack import Outcome

from .properties_claim import Claim


def unlike(part: Claim, outcome: Outcome) -> str:
    """Return one sentence about a walk that ends at `outcome` and does not meet `part`."""
    return f"A walk ends at '{outcome.id}'{_because(part, outcome)}."


def one_of(names: Iterable[str]) -> str:
    """Return `names` as the author would list them: 'this', 'that' or 'the other'."""
    *most, last = (f"'{name}'" for name in sorted(names))
    return f"{', '.join(most)} or {last}" if most else last


def _because(part: Claim, outcome: Outcome) -> str:
    """Return what goes on after the name of the outcome; `part` is a claim with one part."""
    if part.outcome is not None:
        return f", not at {one_of(part.outcome)}" if part.outcome else ""
    if part.permits is not None:
        return f", which permits '{outcome.permits.value}'"
    if part.level is not None:
        return f", which is of the level '{outcome.level.value}'"
    for question, options in part.answers:
        return f" without {one_of(options)} given to '{question}'"
    if part.carrying:
        return f" and does not carry {one_of(part.carrying)}"
    if part.carrying_none:
        return f" and carries {one_of(part.carrying_none)}"
    if part.asked:
        return f" and never asks {one_of(part.asked)}"
    if part.first is not None:
        return f" and does not begin with '{part.first}'"
    if part.at_most is not None:
        return f" after more than {part.at_most} question{'s' if part.at_most > 1 else ''}"
    return ""
