"""The council's recovery key: a public key wraps, and a private one, kept elsewhere, opens.

With it a council can open records whose passphrase and code are both lost. Whoever holds the
private key can read them: it belongs in a safe, and never on the computer of the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.whole import write_whole

from .keys import check_passphrase, open_sealed, seal
from .trouble import not_kept, unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from .keys import Wrapped

LONGEST = 16 * 1024
"""The most bytes a file of a private key may have."""

_RAW = 32


def new_pair(path: Path, passphrase: str) -> str:
    """Write a new private key to `path`, sealed by `passphrase`, and return its public key.

    Raises a Refusal where a file stands there already, or the passphrase is too short; or NotKept.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
    )

    check_passphrase(passphrase)
    if path.exists():
        raise Refusal(f"There is a file '{path.name}' already.", "Choose another name for the key.")
    private = X25519PrivateKey.generate()
    sealed = BestAvailableEncryption(passphrase.encode("utf-8", "surrogatepass"))
    try:
        write_whole(
            path, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, sealed), private=True
        )
    except OSError as error:
        raise not_kept(error) from error
    return private.public_key().public_bytes_raw().hex()


def read_public(text: str) -> bytes:
    """Return the public key written as 64 hexadecimal digits. Raises a Refusal for another text."""
    try:
        public = bytes.fromhex(text)
    except ValueError:
        public = b""
    if len(public) != _RAW:
        raise Refusal(
            "The council's recovery key is not the 64 digits that 'recovery-key' printed.",
            "Copy them again, all of them.",
        )
    return public


def wrap_for(key: bytes, public: bytes) -> Wrapped:
    """Return `key` wrapped so that only the private key of `public` gives it back."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    ours = once.public_key().public_bytes_raw()
    return seal(key, _stretched(shared, ours, public), ours, b"council")


def unwrap_by(wrapped: Wrapped | None, path: Path, passphrase: str) -> bytes:
    """Return the key that was wrapped, by the private key in the file `path`.

    Raises WrongPassphrase where the file or its passphrase is not the one, or a Refusal.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if wrapped is None:
        raise Refusal(
            "These records were never wrapped for a council's recovery key.",
            "Use the passphrase or the recovery code that was printed.",
        )
    try:
        with path.open("rb") as file:
            pem = file.read(LONGEST)
    except OSError as error:
        raise unreadable(error) from error
    try:
        private = load_pem_private_key(pem, passphrase.encode("utf-8", "surrogatepass"))
    except (ValueError, TypeError) as error:
        raise WrongPassphrase(
            "This file is no recovery key, or that is not its passphrase.",
            "Look at Caps Lock, and make sure that it is the file that 'recovery-key' wrote.",
        ) from error
    if not isinstance(private, X25519PrivateKey):
        raise WrongPassphrase("This file holds a key of another kind.", "Take the recovery key.")
    shared = private.exchange(X25519PublicKey.from_public_bytes(wrapped.salt))
    public = private.public_key().public_bytes_raw()
    key = open_sealed(wrapped, _stretched(shared, wrapped.salt, public), b"council")
    if key is None:
        raise WrongPassphrase(
            "That is a recovery key, but not the one of these records.",
            "The council may have changed its key since. Look for the one before.",
        )
    return key


def _stretched(shared: bytes, once: bytes, public: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _RAW, once + public, b"guidance-app council's key").derive(shared)
