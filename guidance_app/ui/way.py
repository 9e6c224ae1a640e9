"""Where the window is, and where each act leads next: the flow of pages, without a page in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from guidance_app.core.ids import RecordId
from guidance_app.desk.desk import Keeping

from .place import ASIDE, CLOSED, ENDED, HOME, WALKING, Place, Spot, after, back_from, stands_at

if TYPE_CHECKING:
    from guidance_app.core.ids import QuestionId
    from guidance_app.core.kinds import Which
    from guidance_app.core.standing import Standing
    from guidance_app.core.walk import Answer
    from guidance_app.desk.settings import Settings

    from .pages.start import Beginning
    from .session import Session


class Way(QObject):
    """Takes what pages say, has it done by the session, and goes to the page that follows.

    Signals:
        arrived: another page is to be shown; carries its Place.
    """

    arrived = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hidden: tuple[RecordId | None, Place] | None = None
        self.place = HOME
        session.unlocked.connect(self.enter)
        session.opened.connect(self._opened)

    @property
    def standing(self) -> Standing | None:
        """Where the open record's walk stands, if one is open."""
        return self._session.sitting.standing if self._session.sitting else None

    def go(self, place: Place) -> None:
        """Go to `place`; where it needs an open record or an outcome and there is none, go Home."""
        standing = self.standing
        if place.spot in WALKING and standing is None:
            place = HOME
        elif place.spot in ENDED and standing is not None and not standing.done:
            place = stands_at(standing)
        if place.spot is Spot.HOME and self._session.keeping in (Keeping.NEW, Keeping.LOCKED):
            place = self._outside()
        if place.spot is Spot.HOME:
            self._session.leave()
        self.place = place
        self.arrived.emit(place)

    # Coming in and going out

    def enter(self) -> None:
        """Go in, now that records are open: to what was hidden, or else Home.

        A recovery code that nobody has said is safe comes first.
        """
        if code := self._session.owed_code:
            self.go(Place(Spot.RECOVERY, words=code))
            return
        hidden, self._hidden = self._hidden, None
        if not self._session.settings.met:
            self.go(Place(Spot.WHO))
        elif hidden is None or (hidden[0] is not None and not self._resumed(hidden[0])):
            self.go(HOME)
        else:
            self.go(hidden[1])

    def hide(self) -> None:
        """Blank the window, then lock. What was typed is kept first; practice is only blanked."""
        if self.place.spot is Spot.HIDDEN:
            return
        sitting = self._session.sitting
        if self.place.spot not in CLOSED:
            self._hidden = (sitting.record.id if sitting else None, self.place.quiet())
        self.go(Place(Spot.HIDDEN))
        if self._session.keeping is Keeping.OPEN:
            self._session.lock()

    def show_again(self) -> None:
        """Come back from hiding: at once in practice, else by unlocking."""
        if self._session.practising:
            self.enter()
        else:
            self.go(HOME)

    def passphrase_chosen(self, passphrase: str) -> None:
        """Make the records, and show the recovery code."""
        if code := self._session.make_store(passphrase):
            self.go(Place(Spot.RECOVERY, words=code))

    def code_kept(self) -> None:
        """Go on from the recovery code, which is safe now."""
        self._session.code_kept()
        self.enter()

    def introduced(self, settings: Settings) -> None:
        """Keep who works here, and go Home."""
        self._session.choose(settings)
        self.go(HOME)

    def leave_practice(self) -> None:
        """Forget what was practised."""
        self._session.lock()
        self._hidden = None
        self.go(HOME)

    # From anywhere

    def home(self) -> None:
        """Go Home, or to the first page there is to see."""
        self.go(HOME)

    def start(self) -> None:
        """Go to the page that starts a record."""
        self.go(Place(Spot.START))

    def passphrase(self) -> None:
        """Go to the page that asks for a new passphrase."""
        self.go(Place(Spot.PASSPHRASE))

    def danger(self) -> None:
        """Go to what to do when somebody is in danger now."""
        self.aside(Spot.HELP_NOW)

    def keys(self) -> None:
        """Go to the list of keys."""
        self.aside(Spot.SHORTCUTS)

    def aside(self, spot: Spot) -> None:
        """Look at a page aside; Back leads to where one was."""
        here = self.place.came_from if self.place.spot in ASIDE else self.place
        self.go(Place(spot, came_from=here))

    def back(self) -> None:
        """Go back, if there is a way back."""
        to = back_from(self.place, self.standing)
        if to is not None and self.place.spot is not Spot.HIDDEN:
            self.go(to)

    def backups(self) -> None:
        """Look at the backups; Back leads to where one was."""
        self.aside(Spot.BACKUPS)

    def restored(self) -> None:
        """Go to where the records are unlocked: a backup stands in their place."""
        self._hidden = None
        self.go(HOME)

    def due(self) -> None:
        """Go to what is past the council's period."""
        self.go(Place(Spot.DUE))

    def remove(self, record: str) -> None:
        """Go to the page that asks whether a record is to be removed."""
        self.go(Place(Spot.REMOVE, words=record))

    # The walk

    def begun(self, beginning: Beginning) -> None:
        """Begin a record."""
        self._session.begin(beginning.pack, beginning.reference)

    def resume(self, record: str) -> None:
        """Open a record where it was left."""
        self._session.resume(RecordId(record))

    def answered(self, answer: Answer) -> None:
        """Keep an answer and go on; where it would move anything, show first what it does."""
        standing = self._session.standing
        if answer.question in standing.asked:
            change = self._session.preview(answer)
            if change.moves:
                here = self.place.came_from
                self.go(Place(Spot.CHANGE, answer.question, change, came_from=here))
                return
        self.confirmed(answer)

    def confirmed(self, answer: Answer) -> None:
        """Keep an answer, whatever it does, and go on."""
        if self._session.answer(answer):
            self.go(self.following(answer.question, self._session.standing))

    def following(self, question: QuestionId, standing: Standing) -> Place:
        """Return the page after an answer that led to `standing`; a change goes back, if it can."""
        came_from = self.place.came_from
        if came_from is None:
            return after(question, standing)
        if came_from.spot in ENDED:
            if standing.done:
                return came_from
            return Place(Spot.QUESTION, standing.question, came_from=came_from)
        there = came_from.question
        if there is not None and (there in standing.asked or there == standing.question):
            return came_from
        return after(question, standing)

    def drafted(self, answer: Answer) -> None:
        """Keep half-typed words, unless they are what was answered already."""
        from guidance_app.desk.sitting import tidied

        sitting = self._session.sitting
        if sitting is not None and tidied(answer) != sitting.given(answer.question):
            self._session.draft(answer)

    def kept_as_it_was(self) -> None:
        """Change nothing: forget the words of the change, and go back to where it began."""
        place = self.place
        sitting = self._session.sitting
        if sitting is None or place.question is None:
            return
        if was := sitting.given(place.question):
            self._session.answer(was)
        self.go(place.came_from or after(place.question, sitting.standing))

    def change(self, question: QuestionId) -> None:
        """Go to a question that was answered, to change it."""
        here = self.place if self.place.spot in WALKING - {Spot.CHANGE} else None
        while here is not None and here.spot is Spot.QUESTION and here.came_from is not None:
            here = here.came_from
        self.go(Place(Spot.QUESTION, question, came_from=here))

    def undo(self) -> None:
        """Take the last answer back, and show where that leaves the walk."""
        if self._session.undo():
            self._stay_or_stand()

    def redo(self) -> None:
        """Give the answer last taken back again."""
        if self._session.redo():
            self._stay_or_stand()

    # The end

    def outcome(self) -> None:
        """Go to the outcome."""
        self.go(Place(Spot.OUTCOME))

    def check(self) -> None:
        """Go to the answers to check."""
        self.go(Place(Spot.CHECK))

    def checked(self) -> None:
        """Go on from the answers: to an outcome that has not been seen, or to what to record."""
        unseen = self._session.record.reached != self._session.standing.outcome
        self.go(Place(Spot.OUTCOME) if unseen else Place(Spot.FIELDS))

    def fields(self) -> None:
        """Go to what to record."""
        self.go(Place(Spot.FIELDS))

    def note(self) -> None:
        """Go to the note."""
        self.go(Place(Spot.NOTE))

    def note_of(self, which: Which) -> None:
        """Let that part of the note, which its page shows by now, be the one that leaves."""
        self.place = replace(self.place, which=which)

    def ready(self) -> None:
        """Mark the record as ready for supervision, and show that it is."""
        if self._session.make_ready():
            self.go(self.place)

    # How

    def _outside(self) -> Place:
        """Return the page of what is not open yet."""
        if self._session.keeping is Keeping.LOCKED:
            return Place(Spot.UNLOCK)
        return Place(Spot.PASSPHRASE if self._session.settings.met else Spot.WELCOME)

    def _opened(self) -> None:
        if self._hidden is None:
            self.go(stands_at(self._session.standing))

    def _resumed(self, record: RecordId) -> bool:
        """Open the record again; say whether it could be."""
        blocked = self._session.blockSignals(True)
        try:
            return self._session.resume(record)
        finally:
            self._session.blockSignals(blocked)

    def _stay_or_stand(self) -> None:
        standing = self._session.standing
        stays = self.place.spot in ENDED and standing.done
        self.go(self.place if stays else stands_at(standing))
