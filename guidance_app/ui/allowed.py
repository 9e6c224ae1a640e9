"""What can be asked for where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.desk.desk import Keeping

from .actions import Deed
from .place import ASIDE, CLOSED, WALKING, Spot

if TYPE_CHECKING:
    from guidance_app.desk.sitting import Sitting

    from .place import Place

_ALWAYS = frozenset(
    (
        *(Deed.QUIT, Deed.HIDE, Deed.DANGER, Deed.HELP, Deed.KEYS, Deed.ABOUT, Deed.BACK),
        *(Deed.LARGER, Deed.SMALLER, Deed.USUAL),
    )
)
_INSIDE = frozenset((Deed.HOME, Deed.START, Deed.FIND, Deed.SETTINGS))
_AT_THE_END = frozenset(
    (Deed.SAVE, Deed.PRINT, Deed.COPY, Deed.CHECK, Deed.FIELDS, Deed.NOTE, Deed.READY)
)

_PASSING_OVER = frozenset((Deed.UNDO, Deed.REDO, Deed.CHECK))
"""What keys would do in silence where it is asked whether a change is to be made."""


def allowed(place: Place, keeping: Keeping, sitting: Sitting | None) -> frozenset[Deed]:
    """Return what can be asked for at `place`; while hidden, only to close the program."""
    if place.spot is Spot.HIDDEN:
        return frozenset((Deed.QUIT,))
    deeds = set(_ALWAYS)
    if keeping in (Keeping.OPEN, Keeping.PRACTICE) and place.spot not in CLOSED:
        deeds |= _INSIDE
    if sitting is not None and place.spot in WALKING | ASIDE:
        deeds.add(Deed.ANSWERS)
        deeds |= {Deed.UNDO} if sitting.can_undo else set()
        deeds |= {Deed.REDO} if sitting.can_redo else set()
        deeds |= _AT_THE_END if sitting.standing.done else set()
        deeds -= _PASSING_OVER if place.spot is Spot.CHANGE else set()
    return frozenset(deeds)
