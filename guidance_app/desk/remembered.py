"""A key that the system's keyring keeps for its user: a comfort, and never the only copy."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from guidance_app.core.refusal import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from guidance_app.store.openers import Opener

SERVICE = "guidance-app records"


class Remembered:
    """The key of the records in one folder, in the keyring of the system.

    Needs the package `keyring`, which is not installed by itself (`guidance-app[keyring]`). The
    passphrase and the recovery code go on opening the records, whatever becomes of the keyring.
    """

    def __init__(self, folder: Path) -> None:
        self._name = str(folder)

    @property
    def possible(self) -> bool:
        """Whether there is a keyring that this program can use."""
        return importlib.util.find_spec("keyring") is not None

    def opener(self) -> Opener:
        """Return the way by the key that is kept. Raises a Refusal where none is."""
        kept = self._ask()
        if kept is None:
            raise Refusal("This computer keeps no key of these records.", "Use your passphrase.")
        return lambda _header: kept

    @property
    def there(self) -> bool:
        """Whether a key is kept."""
        return self.possible and self._ask() is not None

    def keep(self, key: bytes) -> None:
        """Let the keyring keep `key`. Raises a Refusal where it does not take it."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, self._name, key.hex())
        except KeyringError as error:
            raise Refusal(
                "This computer's keyring did not take the key.", "Go on with your passphrase."
            ) from error

    def forget(self) -> None:
        """Let the keyring forget it; that it was not there is no matter."""
        import contextlib

        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError):
            keyring.delete_password(SERVICE, self._name)

    def _ask(self) -> bytes | None:
        import keyring
        from keyring.errors import KeyringError

        try:
            kept = keyring.get_password(SERVICE, self._name)
            return bytes.fromhex(kept) if kept else None
        except (KeyringError, ValueError):
            return None
