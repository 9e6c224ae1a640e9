"""Where in the program a person is, as a value; and where Back leads from there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from guidance_app.core.kinds import Which

if TYPE_CHECKING:
    from guidance_app.core.change import Change
    from guidance_app.core.ids import QuestionId
    from guidance_app.core.standing import Standing


class Spot(StrEnum):
    """The kinds of page there are."""

    WELCOME = "welcome"
    PASSPHRASE = "passphrase"  # noqa: S105 – the name of a page
    RECOVERY = "recovery"
    WHO = "who"
    UNLOCK = "unlock"
    HIDDEN = "hidden"
    HOME = "home"
    START = "start"
    QUESTION = "question"
    CHANGE = "change"
    OUTCOME = "outcome"
    CHECK = "check"
    FIELDS = "fields"
    NOTE = "note"
    HELP_NOW = "help-now"
    SETTINGS = "settings"
    ABOUT = "about"
    HELP = "help"
    SHORTCUTS = "shortcuts"
    TROUBLE = "trouble"
    BACKUPS = "backups"
    DUE = "due"
    REMOVE = "remove"
    RECEIPT = "receipt"


WALKING = frozenset((Spot.QUESTION, Spot.CHANGE, Spot.OUTCOME, Spot.CHECK, Spot.FIELDS, Spot.NOTE))
"""The pages that need an open record."""

ASIDE = frozenset(
    (Spot.HELP_NOW, Spot.SETTINGS, Spot.ABOUT, Spot.HELP, Spot.SHORTCUTS, Spot.BACKUPS)
)
"""The pages that are looked at from anywhere, and left to where one was."""

KEEPING = frozenset((Spot.BACKUPS, Spot.DUE, Spot.REMOVE, Spot.RECEIPT))
"""The pages that keep the records safe, and small."""

ENDED = frozenset((Spot.OUTCOME, Spot.CHECK, Spot.FIELDS, Spot.NOTE))
"""The pages that need an outcome."""

CLOSED = frozenset((Spot.WELCOME, Spot.PASSPHRASE, Spot.RECOVERY, Spot.WHO, Spot.UNLOCK))
"""The pages before anything is open."""


class Place(Struct, frozen=True):
    """A page, and what it is about. `came_from` is where a change or a page aside goes back to."""

    spot: Spot
    question: QuestionId | None = None
    change: Change | None = None
    which: Which = Which.WHOLE
    words: str = ""
    came_from: Place | None = None

    def quiet(self) -> Place:
        """Return this place without any words of a case, to come back to after hiding."""
        if self.spot is Spot.CHANGE and self.change is not None:
            return Place(Spot.QUESTION, self.change.answer.question, came_from=self.came_from)
        back = self.came_from.quiet() if self.came_from else None
        return replace(self, words="", came_from=back)


HOME = Place(Spot.HOME)


def stands_at(standing: Standing) -> Place:
    """Return the page of where a walk stands: the question asked next, or the outcome."""
    if standing.question is not None:
        return Place(Spot.QUESTION, standing.question)
    return Place(Spot.OUTCOME) if standing.done else HOME


def after(question: QuestionId, standing: Standing) -> Place:
    """Return the page that follows `question` on the path."""
    asked = standing.asked
    if question in asked and (later := asked[asked.index(question) + 1 :]):
        return Place(Spot.QUESTION, later[0])
    return stands_at(standing)


def back_from(place: Place, standing: Standing | None) -> Place | None:
    """Return where Back leads from `place`, or None where there is no way back."""
    back = place.came_from
    if back is not None and (standing is None or standing.done or back.spot not in ENDED):
        return back
    asked = standing.asked if standing is not None else ()
    match place.spot:
        case Spot.HOME | Spot.UNLOCK | Spot.HIDDEN | Spot.RECOVERY | Spot.WELCOME:
            return None
        case Spot.PASSPHRASE:
            return Place(Spot.WELCOME)
        case Spot.QUESTION if place.question is not None:
            before = asked[: asked.index(place.question)] if place.question in asked else asked
            return Place(Spot.QUESTION, before[-1]) if before else HOME
        case Spot.CHANGE if place.change is not None:
            return Place(Spot.QUESTION, place.change.answer.question)
        case Spot.OUTCOME:
            return Place(Spot.QUESTION, asked[-1]) if asked else HOME
        case Spot.CHECK:
            return stands_at(standing) if standing is not None else HOME
    return _BACK.get(place.spot, HOME)


_BACK = {
    Spot.FIELDS: Place(Spot.CHECK),
    Spot.NOTE: Place(Spot.OUTCOME),
    Spot.REMOVE: Place(Spot.DUE),
}
"""Where Back leads from pages that are only come to from one other."""
