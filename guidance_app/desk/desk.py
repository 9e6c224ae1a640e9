"""Everything a person can do: open the store, begin and go on with records, make notes of them."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from guidance_app.core.refusal import Refusal
from guidance_app.store import vault

from .door import Door
from .places import places
from .policy import Policy, read_policy
from .ports import Ports
from .safe import Safe
from .settings import Settings, read_settings, set_aside, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidance_app.core.ids import RecordId
    from guidance_app.core.pack import Pack
    from guidance_app.core.record import Record
    from guidance_app.packs.shelf import Listed
    from guidance_app.store.openers import Opener
    from guidance_app.store.records import Found, Kept, Records, Wanted

    from .library import Library
    from .places import Places
    from .sitting import Sitting

Chosen = TypeVar("Chosen")

_CODE = "recovery code"
"""Under which name the store remembers that the recovery code is safe."""


class Keeping(StrEnum):
    """How records are being kept."""

    NEW = "new"  # nothing has been kept on this computer yet
    LOCKED = "locked"
    OPEN = "open"
    PRACTICE = "practice"  # in memory only


class Desk:
    """What any face of the program talks to. Holds the open store and at most one open record."""

    def __init__(self, where: Places, ports: Ports | None = None) -> None:
        self.where = where
        self._ports = ports or Ports()
        self._records: Records | None = None
        self._practice = False
        self.policy, self.policy_trouble = _read(read_policy, where.policy, Policy())
        settings, self.settings_trouble = _read(read_settings, where.settings, Settings())
        self.settings = self.policy.hold(settings)
        folder = Path(self.policy.records_folder or where.records)
        self.door = Door(folder, self.policy, self._ports)
        self.safe = Safe(self.door, self._ports)
        self.sitting: Sitting | None = None

    @cached_property
    def library(self) -> Library:
        """The packs that can be used; what reads them is loaded when it is first asked for."""
        from guidance_app.packs.shelf import Shelf

        from .library import Library

        return Library(Shelf(self.where.rules), self.policy.allows_pack)

    @property
    def keeping(self) -> Keeping:
        """How records are being kept now."""
        if self._records is not None:
            return Keeping.PRACTICE if self._practice else Keeping.OPEN
        return Keeping.LOCKED if self.door.exists else Keeping.NEW

    @property
    def practising(self) -> bool:
        """Whether nothing is being kept."""
        return self._practice

    def choose(self, settings: Settings) -> None:
        """Take `settings`, and keep them. They hold even if they could not be kept (a Refusal).

        What the policy of this computer sets, it sets again. Of settings that could not be read a
        copy is kept first.
        """
        self.settings = self.policy.hold(settings)
        if self.settings_trouble is not None:
            set_aside(self.where.settings)
        write_settings(settings, self.where.settings)
        self.settings_trouble = None

    def make_store(self, passphrase: str) -> str:
        """Make the encrypted store, open it, and return the recovery code to print."""
        records, code = self._door.make(passphrase)
        self._open(records, practice=False)
        return code

    def code_kept(self) -> None:
        """Keep that the recovery code is written down or printed, and safe."""
        self.records.remember(_CODE, "kept")

    def owed_code(self, passphrase: str) -> str:
        """Return a new recovery code where nobody ever said that the last one is safe, or nothing.

        The code before it opens nothing any more. The records have to be open.
        """
        if self._practice or self.records.recall(_CODE) is not None:
            return ""
        return self.door.replace_code(passphrase)

    def unlock(self, passphrase: str) -> None:
        """Open the store with its passphrase."""
        self._open(self._door.unlock(passphrase), practice=False)

    def unlock_with_code(self, code: str) -> None:
        """Open the store with the printed recovery code."""
        self._open(self._door.unlock_with_code(code), practice=False)

    def unlock_by(self, opener: Opener) -> None:
        """Open the store by a way of the caller's own, such as a key that is known."""
        self._open(self._door.unlock_by(opener), practice=False)

    def unlock_remembered(self) -> None:
        """Open the store with the key that this computer keeps."""
        self._open(self._door.unlock_remembered(), practice=False)

    def unlock_for_council(self, key: Path, passphrase: str, new: str) -> None:
        """Open the store with the council's private key, and give it a new passphrase."""
        self._open(self._door.unlock_for_council(key, passphrase, new), practice=False)

    def change_passphrase(self, old: str, new: str) -> None:
        """Give the store another passphrase; the records are untouched."""
        self._door.change_passphrase(old, new)

    def practise(self) -> None:
        """Use a store in memory: nothing is kept."""
        self._open(vault.in_memory(), practice=True)

    def lock(self) -> None:
        """Close the store and the record. Nothing is lost: all was kept as it was given.

        A backup is made first, of what is new.
        """
        self.leave()
        if self._records is not None:
            self.safe.back_up(self._records)
            self._records.close()
        self._records = None
        self._practice = False

    def packs(self) -> tuple[Listed, ...]:
        """Return the packs that can be used."""
        return self.library.listed()

    def pack(self, name: str) -> Pack:
        """Return the pack called `name`. Raises a Refusal if it cannot be used."""
        return self.library.pack(name, self._records)

    def kept(self) -> tuple[Kept, ...]:
        """Return what is known of every record, the one touched last first."""
        return self.records.records()

    def find(self, wanted: Wanted, most: int) -> Found:
        """Return the records that are `wanted`, the one touched last first, at most `most`."""
        return self.records.find(wanted, most)

    def begin(self, pack_name: str, reference: str = "") -> Sitting:
        """Begin a record with the pack of that name."""
        from guidance_app.core.record import Started

        from .sitting import tidied_line

        pack = self.library.lend(pack_name, self.records)
        event = Started(
            pack=pack.id,
            version=pack.version,
            digest=pack.digest,
            reference=tidied_line(reference),
            worker=self.settings.name,
            role=self.settings.role,
            team=self.settings.team,
            practice=self._practice,
        )
        name = self._ports.new_record_id()
        self.records.begin(name, event, self._ports.now())
        return self.resume(name)

    def record(self, name: RecordId) -> Record:
        """Return the record called `name`, from all that was kept of it."""
        from guidance_app.core.record import replay

        return replay(name, self.records.entries(name))

    def resume(self, name: RecordId) -> Sitting:
        """Open the record called `name` where it was left, with the pack that it was begun with."""
        from .sitting import House, Sitting

        record = self.record(name)
        pack = self.library.lent(record.started.digest, record.started.pack, self.records)
        house = House(self.settings.retention.words, self.policy.export_formats)
        self.sitting = Sitting(self.records, pack, record, self._ports, house)
        return self.sitting

    def leave(self) -> None:
        """Close the record that is open, if one is."""
        self.sitting = None

    def now(self) -> str:
        """Return the time, as records keep it."""
        return self._ports.now()

    @property
    def records(self) -> Records:
        """The open store. Raises a Refusal while it is locked."""
        if self._records is None:
            raise Refusal("The records are locked.", "Unlock them with your passphrase first.")
        return self._records

    @property
    def _door(self) -> Door:
        """The door, where the policy of this computer could be read. Raises a Refusal if not."""
        if self.policy_trouble is not None:
            raise self.policy_trouble
        return self.door

    def _open(self, records: Records, *, practice: bool) -> None:
        self.lock()
        self._records, self._practice = records, practice
        self.safe.back_up(records)


def _read(
    read: Callable[[Path], Chosen], path: Path, first: Chosen
) -> tuple[Chosen, Refusal | None]:
    """Return what `read` returns, and no trouble; or `first`, and why it cannot be read."""
    try:
        return read(path), None
    except Refusal as refusal:
        return first, refusal


def desk_at(home: Path | None = None) -> Desk:
    """Return a desk with the real clock, in `home` or where this computer keeps such things."""
    return Desk(places(home))
