"""Stands between the window and the desk: passes on what is wanted, and tells what came of it."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.core.refusal import Refusal

from .custody import Custody
from .teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from guidance_app.core.change import Change
    from guidance_app.core.ids import FieldId, QuestionId, RecordId
    from guidance_app.core.pack import Pack, RecordField
    from guidance_app.core.record import Record
    from guidance_app.core.standing import Standing
    from guidance_app.core.turns import Turn
    from guidance_app.core.walk import Answer
    from guidance_app.desk.desk import Desk, Keeping
    from guidance_app.desk.settings import Settings
    from guidance_app.desk.sitting import Sitting
    from guidance_app.packs.shelf import Listed
    from guidance_app.store.records import Kept

    from .exports import Exports


class Session(Teller):
    """Passes what the pages say to the desk, and what came of it to the window.

    Whatever the desk refuses is told by `refused`; the method then returns None or False.

    Signals:
        moved: the walk stands somewhere else, or its record says more; carries its Standing.
        written: a field of the record says something else.
        opened: a record is open, where there was none or another.
        unlocked: the records are open, or practice has begun.
        locked: nothing is open any more.
        chosen: other settings hold; carries them.
    """

    moved = Signal(object)
    written = Signal()
    opened = Signal()
    unlocked = Signal()
    locked = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.custody = Custody(desk, self.lock, self)
        self.custody.refused.connect(self.refused)
        self._found: dict[str, Pack | None] = {}
        self.owed_code = ""  # to be shown: nobody ever said that the last one is safe

    @property
    def keeping(self) -> Keeping:
        """How records are being kept now."""
        return self._desk.keeping

    @property
    def practising(self) -> bool:
        """Whether nothing is being kept."""
        return self._desk.practising

    @property
    def settings(self) -> Settings:
        """What the user has chosen."""
        return self._desk.settings

    @property
    def unread(self) -> str:
        """Why the settings that were kept do not hold, or nothing."""
        return str(self._desk.settings_trouble or "")

    def now(self) -> str:
        """Return the time, as records keep it."""
        return self._desk.now()

    @property
    def records_folder(self) -> Path:
        """Where the records are kept on this computer."""
        return self.custody.folder

    @property
    def resources(self) -> Path:
        """Where the themes and fonts that ship are."""
        return self._desk.where.resources

    @property
    def sitting(self) -> Sitting | None:
        """The record that is open, if one is."""
        return self._desk.sitting

    @property
    def open_sitting(self) -> Sitting:
        """The record that is open. Raises a Refusal while none is."""
        if self._desk.sitting is None:
            raise Refusal("No record is open.", "Open one from Home, or start one.")
        return self._desk.sitting

    @property
    def pack(self) -> Pack:
        """The pack of the record that is open."""
        return self.open_sitting.pack

    @property
    def record(self) -> Record:
        """The record that is open."""
        return self.open_sitting.record

    @property
    def standing(self) -> Standing:
        """Where the walk of the open record stands."""
        return self.open_sitting.standing

    # What can be done without a record

    def choose(self, settings: Settings) -> None:
        """Let `settings` hold, and keep them."""
        self.attempt(self._choose, settings)
        self.chosen.emit(self._desk.settings)

    def make_store(self, passphrase: str) -> str:
        """Make the records with `passphrase` and return the recovery code; empty if refused."""
        code = self.attempt(self._desk.make_store, passphrase)
        return code or ""

    def code_kept(self) -> None:
        """Keep that the recovery code is safe."""
        self.owed_code = ""
        self.done(self._desk.code_kept)

    def unlock(self, passphrase: str) -> bool:
        """Open the records with their passphrase."""
        if not self.done(self._desk.unlock, passphrase):
            return False
        self.owed_code = self.attempt(self._desk.owed_code, passphrase) or ""
        self.unlocked.emit()
        return True

    def unlock_with_code(self, code: str) -> bool:
        """Open the records with the printed recovery code."""
        done = self.done(self._desk.unlock_with_code, code)
        if done:
            self.unlocked.emit()
        return done

    def unlock_remembered(self) -> bool:
        """Open the records with the key that this computer keeps."""
        done = self.done(self._desk.unlock_remembered)
        if done:
            self.unlocked.emit()
        return done

    def change_passphrase(self, old: str, new: str) -> bool:
        """Give the records another passphrase."""
        return self.done(self._desk.change_passphrase, old, new)

    def practise(self) -> None:
        """Begin practice: nothing is kept."""
        if self.done(self._desk.practise):
            self.unlocked.emit()

    def lock(self) -> None:
        """Close everything. All that was given has been kept."""
        self._desk.lock()
        self.locked.emit()

    def leave(self) -> None:
        """Close the record that is open."""
        self._desk.leave()

    def packs(self) -> tuple[Listed, ...]:
        """Return the packs on the shelf."""
        return self.attempt(self._desk.packs) or ()

    def find_pack(self, name: str) -> Pack | None:
        """Return the pack of that name, read once, or None where it cannot be used, in silence."""
        if name not in self._found:
            self._found[name] = None
            with suppress(Refusal):
                self._found[name] = self._desk.pack(name)
        return self._found[name]

    def kept(self) -> tuple[Kept, ...]:
        """Return what is known of every record, the one touched last first."""
        return self.attempt(self._desk.kept) or ()

    def begin(self, pack: str, reference: str) -> bool:
        """Begin a record."""
        return self._open(self._desk.begin, pack, reference)

    def resume(self, record: RecordId) -> bool:
        """Open a record where it was left."""
        return self._open(self._desk.resume, record)

    # What can be done with the record that is open

    def answer(self, answer: Answer) -> bool:
        """Keep `answer`, then move on."""
        return self._move(self.open_sitting.answer, answer)

    def undo(self) -> bool:
        """Take the last answer back."""
        return self._move(self.open_sitting.undo)

    def redo(self) -> bool:
        """Give the answer last taken back again."""
        return self._move(self.open_sitting.redo)

    def preview(self, answer: Answer) -> Change:
        """Return what giving `answer` would do; nothing is kept."""
        return self.open_sitting.preview(answer)

    def draft(self, answer: Answer) -> None:
        """Keep half-typed words; quietly, since the person is still typing."""
        if self._desk.sitting is not None:
            self.attempt(self._desk.sitting.draft, answer)

    def given(self, question: QuestionId) -> Answer | None:
        """Return what is half typed for `question`, or else what was answered."""
        drafts = self.attempt(self.open_sitting.drafts) or {}
        return drafts.get(question) or self.open_sitting.given(question)

    def reached(self) -> None:
        """Keep that the outcome was shown, unless its record was closed meanwhile."""
        if self._desk.sitting is not None:
            self.attempt(self._desk.sitting.reached)

    def turned_on(self, standing: Standing) -> tuple[Turn, ...]:
        """Return the answers that the outcome turned on where the walk stands, or would stand."""
        return self.open_sitting.turned_on(standing)

    def fields(self) -> tuple[RecordField, ...]:
        """Return the fields that the outcome asks for."""
        return self.open_sitting.fields()

    def write(self, field: FieldId, text: str) -> bool:
        """Write a field of the record."""
        if kept := self.done(self.open_sitting.write, field, text):
            self.written.emit()
        return kept

    def make_ready(self) -> bool:
        """Mark the record as ready for supervision."""
        return self.done(self.open_sitting.make_ready)

    @cached_property
    def exports(self) -> Exports:
        """The way out for notes; what writes them is loaded when it is first asked for."""
        from .exports import Exports

        made = Exports(self)
        made.refused.connect(self.refused)
        return made

    # How all of it is done

    def _choose(self, settings: Settings) -> None:
        self._desk.choose(settings)

    def _open(self, way: Callable[..., Sitting], *given: object) -> bool:
        sitting = self.attempt(way, *given)
        if sitting is not None:
            self.opened.emit()
        return sitting is not None

    def _move(self, way: Callable[..., Standing], *given: object) -> bool:
        standing = self.attempt(way, *given)
        if standing is not None:
            self.moved.emit(standing)
        return standing is not None
