"""Stands between the window and what keeps records safe: backups, what is due, and removing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from guidance_app.core.ids import RecordId
from guidance_app.desk.desk import Keeping

from .teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from guidance_app.core.kinds import State
    from guidance_app.desk.desk import Desk
    from guidance_app.desk.policy import Policy
    from guidance_app.desk.retention import Due
    from guidance_app.desk.safe import Backup, Rehearsal
    from guidance_app.store.records import Found


class Custody(Teller):
    """Passes what pages want done for the records to the desk; what is refused is told."""

    def __init__(self, desk: Desk, close: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._close = close

    @property
    def folder(self) -> Path:
        """The folder that the records are kept in."""
        return self._desk.door.folder

    @property
    def policy(self) -> Policy:
        """What the council's IT has set for this computer."""
        return self._desk.policy

    @property
    def backups(self) -> tuple[Backup, ...]:
        """The backups that there are, the latest first."""
        return self._desk.safe.backups

    @property
    def restorable(self) -> tuple[Backup, ...]:
        """The backups, and then what stood in their place until one of them was restored."""
        return self._desk.safe.restorable

    @property
    def trouble(self) -> str:
        """Why the backups are not in order, as a sentence, or nothing."""
        if self._desk.safe.trouble is None:
            return ""
        says = self.tr("The backups are not in order. {trouble}")
        return says.format(trouble=self._desk.safe.trouble)

    @property
    def rule(self) -> str:
        """The council's own rule for records, in its words, or nothing."""
        return self._desk.settings.retention.case_record

    @property
    def remembered(self) -> bool:
        """Whether this computer keeps the key of the records."""
        door = self._desk.door
        return door.may_remember and door.remembered.there

    @property
    def may_remember(self) -> bool:
        """Whether this computer could keep the key of the records, and the policy lets it."""
        return self._desk.door.may_remember

    def remember(self) -> bool:
        """Let this computer keep the key of the records, which are open."""
        return self.done(lambda: self._desk.door.remember(self._desk.records))

    def forget(self) -> bool:
        """Let this computer forget the key of the records."""
        return self.done(self._desk.door.remembered.forget)

    def rehearse(self, backup: Backup, typed: str) -> Rehearsal | None:
        """Return what `backup` would give back, or None if it cannot be read."""
        return self.attempt(self._desk.safe.rehearse, backup, typed)

    def restore(self, backup: Backup, typed: str) -> bool:
        """Close the records, and put `backup` in their place."""
        self._close()
        return self.done(self._desk.safe.restore, backup, typed)

    def find(self, words: str, state: State | None, most: int) -> Found | None:
        """Return the records with these words and in this state; None if they cannot be read."""
        from guidance_app.store.records import Wanted

        wanted = Wanted(words, state=state)
        return self.attempt(self._desk.find, wanted, most)

    def due(self, most: int) -> tuple[tuple[Due, ...], int]:
        """Return the records whose period is over, at most so many, and how many there are."""
        period = self._desk.settings.retention
        if self._desk.keeping is not Keeping.OPEN or period.days <= 0:
            return (), 0
        from guidance_app.desk import retention

        today = date.fromisoformat(self._desk.now()[:10])
        return self.attempt(retention.due, self._desk.records, period, today, most) or ((), 0)

    def what_goes(self, record: str) -> Due | None:
        """Return what is to be known of a record before it is removed."""
        return self.attempt(self._what_goes, RecordId(record))

    def remove(self, going: Due, confirmed: int, rule: str) -> str:
        """Remove a record from everywhere, and return its receipt; empty if refused."""
        return self.attempt(self._remove, going, confirmed, rule) or ""

    def _what_goes(self, record: RecordId) -> Due:
        from guidance_app.desk import retention

        return retention.what_goes(self._desk.records, record, self._desk.settings.retention.days)

    def _remove(self, going: Due, confirmed: int, rule: str) -> str:
        from guidance_app.desk import retention

        desk = self._desk
        retention.remove(desk.records, going, confirmed, desk.now(), rule)
        self.done(desk.safe.clear_copies, desk.records)
        receipts = desk.records.receipts()
        return retention.receipt_text(next(r for r in receipts if r.record == going.record))
