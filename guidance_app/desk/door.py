"""The door to the records: makes them, opens them by any of their keys, and gives new keys."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.store import vault
from guidance_app.store.openers import by_code, by_council, by_passphrase

from .remembered import Remembered
from .tries import Tries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guidance_app.store.openers import Opener
    from guidance_app.store.records import Records

    from .policy import Policy
    from .ports import Ports

T = TypeVar("T")


class Door:
    """Opens the records in one folder, as far as the policy of this computer lets it.

    After some wrong tries it waits, longer after each. What it opens is wrapped for the council's
    recovery key, where the policy names one.
    """

    def __init__(self, folder: Path, policy: Policy, ports: Ports) -> None:
        self.folder = folder
        self._policy = policy
        self._ports = ports
        self._tries = Tries(folder / "records.tries")
        self.remembered = Remembered(folder)

    @property
    def exists(self) -> bool:
        """Whether records are kept here, sound or not."""
        return vault.exists(self.folder)

    @property
    def may_remember(self) -> bool:
        """Whether this computer can keep a key for its user, and the policy lets it."""
        return self._policy.remember_key and self.remembered.possible

    def make(self, passphrase: str) -> tuple[Records, str]:
        """Make the store; return it open, with the recovery code to print."""
        records, code = vault.make(self.folder, passphrase, anywhere=self._policy.any_folder)
        vault.wrap_for_council(records, self._policy.recovery_key)
        return records, code

    def unlock(self, passphrase: str) -> Records:
        """Open the store with its passphrase."""
        return self.unlock_by(by_passphrase(passphrase))

    def unlock_with_code(self, code: str) -> Records:
        """Open the store with the printed recovery code, which is too long to be guessed.

        So it does not wait after wrong passphrases, and a wrong one is not counted.
        """
        return self._opened(by_code(code))

    def unlock_for_council(self, key: Path, passphrase: str, new: str) -> Records:
        """Open the store with the council's private key, and give it a new passphrase."""
        opener = by_council(key, passphrase)
        vault.give_passphrase(self.folder, opener, new)
        return self.unlock_by(opener)

    def unlock_remembered(self) -> Records:
        """Open the store with the key that this computer keeps. Raises a Refusal if it has none."""
        if not self.may_remember:
            raise Refusal("This computer keeps no key of these records.", "Use your passphrase.")
        return self.unlock_by(self.remembered.opener())

    def remember(self, records: Records) -> None:
        """Let this computer keep the key, so that its user need not type the passphrase."""
        if self.may_remember and records.home is not None:
            self.remembered.keep(records.home.key)

    def change_passphrase(self, old: str, new: str) -> None:
        """Give the store another passphrase; the records are untouched."""
        self.tried(lambda: vault.change_passphrase(self.folder, old, new))

    def replace_code(self, passphrase: str) -> str:
        """Return a new recovery code; the one before it opens nothing any more."""
        return vault.replace_code(self.folder, passphrase)

    def unlock_by(self, opener: Opener) -> Records:
        """Open the store by a way of the caller's own, unless it is too soon for another try."""
        return self.tried(lambda: self._opened(opener))

    def _opened(self, opener: Opener) -> Records:
        records = vault.open_by(self.folder, opener, anywhere=self._policy.any_folder)
        vault.wrap_for_council(records, self._policy.recovery_key)
        return records

    def tried(self, way: Callable[[], T]) -> T:
        """Do it, unless it is too soon; count where it was the wrong passphrase."""
        now = datetime.fromisoformat(self._ports.now())
        self._tries.wait(now)
        try:
            done = way()
        except WrongPassphrase:
            self._tries.wrong(now)
            raise
        self._tries.right()
        return done
