"""How much room words need: laid out once, since the same words are shown on page after page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Measured = TypeVar("Measured")

MOST = 10_000
"""How many measures are known at once; then all are forgotten."""

_known: dict[Hashable, object] = {}
_times_forgotten = [0]


def measured(about: Hashable, measure: Callable[[], Measured]) -> Measured:
    """Return what `measure` returns, or returned before for the same words, font and width.

    `about` has to say all that it depends on. Kept until `forget`, for it holds words of a case.
    """
    try:
        return _known[about]  # type: ignore[return-value]  # what is about the same is of one kind
    except KeyError:
        if len(_known) >= MOST:
            forget()
        made = _known[about] = measure()
        return made


def age() -> int:
    """Return a number that is another once everything was forgotten."""
    return _times_forgotten[0]


def forget() -> None:
    """Forget all measures, and the words that they are of."""
    _known.clear()
    _times_forgotten[0] += 1
