"""What the bars around a page say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .bars import Above
from .place import WALKING, Spot
from .whens import clock

if TYPE_CHECKING:
    from guidance_app.core.pack import Pack

    from .place import Place
    from .session import Session

_NO_WAY_BACK = frozenset((Spot.HOME, Spot.UNLOCK, Spot.WELCOME, Spot.RECOVERY, Spot.WHO))


def above(place: Place, session: Session, detail: str, *, drawer: bool) -> Above:
    """Return what the upper bar shows at `place`."""
    walking = place.spot in WALKING
    title = QCoreApplication.translate("around", "Home") if place.spot is Spot.HOME else ""
    if walking:
        nothing = QCoreApplication.translate("around", "No reference")
        title = session.record.reference or nothing
    return Above(
        title=title,
        detail=detail,
        back=place.spot not in _NO_WAY_BACK,
        find=place.spot is Spot.HOME,
        danger=walking or place.spot is Spot.START,
        answers=walking and drawer,
    )


def kept_words(place: Place, session: Session) -> str:
    """Return what the lower bar says of keeping."""
    if session.practising:
        return QCoreApplication.translate("around", "Practice: nothing is kept")
    if place.spot in WALKING and (touched := clock(session.record.touched_at)):
        return QCoreApplication.translate("around", "Kept {time}").format(time=touched)
    return ""


def guidance_words(pack: Pack | None) -> str:
    """Return which guidance it is, and what has to be said of it everywhere."""
    if pack is None:
        return ""
    unreviewed = pack.says.unreviewed if pack.status == "draft" else ""
    return " ".join(filter(None, (f"{pack.id.title()} {pack.version}, {pack.status}.", unreviewed)))
