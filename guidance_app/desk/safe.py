"""Keeps the records safe: backups made unasked, rehearsed and restored, and what was removed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from guidance_app.core.refusal import Refusal
from guidance_app.store import vault
from guidance_app.store.backups import Backup, Rehearsal, backups, replaced

if TYPE_CHECKING:
    from guidance_app.store.records import Records

    from .door import Door
    from .ports import Ports

__all__ = ["Backup", "Rehearsal", "Safe"]


class Safe:
    """What is done for the records in one folder without their being read by anybody.

    `trouble` says why the last backup could not be made, or what was removed not cleared from one.
    """

    def __init__(self, door: Door, ports: Ports) -> None:
        self._door = door
        self._folder = door.folder
        self._ports = ports
        self.trouble: Refusal | None = None

    @property
    def backups(self) -> tuple[Backup, ...]:
        """The backups that there are, the latest first."""
        return backups(self._folder)

    @property
    def restorable(self) -> tuple[Backup, ...]:
        """The backups, and then what stood in their place until one of them was restored."""
        return (*self.backups, *replaced(self._folder))

    def back_up(self, records: Records) -> None:
        """Back up what is new, and finish what a removal began; a failure is kept as `trouble`."""
        self.trouble = None
        try:
            vault.back_up(records, self._now())
            vault.clear_copies(records, self._now())
        except Refusal as refusal:
            self.trouble = refusal

    def clear_copies(self, records: Records) -> None:
        """Let nothing that was removed stand in a copy. Raises NotKept, which `trouble` keeps."""
        try:
            vault.clear_copies(records, self._now())
        except Refusal as refusal:
            self.trouble = refusal
            raise

    def rehearse(self, backup: Backup, typed: str) -> Rehearsal:
        """Say what `backup` gives back; nothing is changed. `typed` is passphrase or code."""
        from guidance_app.store.openers import by_either
        from guidance_app.store.restoring import rehearsed

        return self._door.tried(lambda: rehearsed(self._folder, backup, by_either(typed)))

    def restore(self, backup: Backup, typed: str) -> Rehearsal:
        """Let the records be those of `backup`; what stood there is kept beside them.

        The records have to be closed.
        """
        from guidance_app.store.openers import by_either
        from guidance_app.store.restoring import restore

        return self._door.tried(
            lambda: restore(self._folder, backup, by_either(typed), self._now())
        )

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._ports.now())
