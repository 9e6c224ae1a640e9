"""The key of the database, and how a passphrase or a recovery code wraps it; knows no files.

The cryptography package is imported only where a key is turned: the program starts without it.
"""

from msgspec import Struct

from guidance_app.core.refusal import Refusal, WrongPassphrase

SHORTEST = 12
"""The fewest characters a passphrase may have."""

_KEY = 32
_SALT = 16
_NONCE = 12


class Costs(Struct, frozen=True):
    """What one try of a passphrase costs, by Argon2id: memory in KiB, passes over it, and lanes."""

    memory: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def sane(self) -> bool:
        """Whether this computer can be asked for it: a key file must not be able to exhaust it."""
        return (
            1 <= self.lanes <= 16  # noqa: PLR2004 - four times what we ask for
            and 8 * self.lanes <= self.memory <= 2 * 1024 * 1024
            and 1 <= self.passes <= 64  # noqa: PLR2004 - a minute's wait
        )


COSTS = Costs()
"""About a third of a second on an office laptop, and 128 MiB for every guess."""


class Wrapped(Struct, frozen=True):
    """A key sealed by another key (ChaCha20-Poly1305) that was made from a secret and `salt`."""

    salt: bytes
    nonce: bytes
    sealed: bytes


def new_key() -> bytes:
    """Return a random key of 256 bits."""
    return _random(_KEY)


def check_passphrase(passphrase: str) -> None:
    """Raise a Refusal if `passphrase` is too short to protect anybody."""
    if len(passphrase.strip()) < SHORTEST:
        raise Refusal(
            f"A passphrase has at least {SHORTEST} characters.",
            "Four words in a row that only you would think of are easy to remember.",
        )


def wrap_by_passphrase(key: bytes, passphrase: str, costs: Costs) -> Wrapped:
    """Return `key` wrapped so that only `passphrase` gives it back."""
    salt = _random(_SALT)
    return seal(key, _from_passphrase(passphrase, salt, costs), salt, b"passphrase")


def unwrap_by_passphrase(wrapped: Wrapped, passphrase: str, costs: Costs) -> bytes:
    """Return the key that was wrapped. Raises WrongPassphrase for another passphrase."""
    key = open_sealed(wrapped, _from_passphrase(passphrase, wrapped.salt, costs), b"passphrase")
    if key is None:
        raise WrongPassphrase(
            "That is not the passphrase of these records.",
            "Look at Caps Lock and the keyboard's language. The recovery code opens them too.",
        )
    return key


def wrap_by_code(key: bytes, code: str) -> Wrapped:
    """Return `key` wrapped so that only the recovery code `code` gives it back."""
    salt = _random(_SALT)
    return seal(key, _from_code(code, salt), salt, b"code")


def unwrap_by_code(wrapped: Wrapped, code: str) -> bytes:
    """Return the key that was wrapped. Raises WrongPassphrase for another code."""
    key = open_sealed(wrapped, _from_code(code, wrapped.salt), b"code")
    if key is None:
        raise WrongPassphrase(
            "That is a recovery code, but not the one of these records.",
            "It may be an older one, or of another computer. Use the code that was printed last.",
        )
    return key


def _from_passphrase(passphrase: str, salt: bytes, costs: Costs) -> bytes:
    # The same letters come composed from one keyboard and decomposed from another.
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=_KEY,
        iterations=costs.passes,
        lanes=costs.lanes,
        memory_cost=costs.memory,
    ).derive(secret)


def _from_code(code: str, salt: bytes) -> bytes:
    """Return a key from `code`, which is random and too long for guessing, so it may be fast."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _KEY, salt, b"guidance-app recovery code").derive(code.encode())


def seal(key: bytes, by: bytes, salt: bytes, purpose: bytes) -> Wrapped:
    """Return `key` sealed by the key `by`, which was made with `salt`, for this `purpose` alone."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = _random(_NONCE)
    return Wrapped(salt, nonce, ChaCha20Poly1305(by).encrypt(nonce, key, purpose))


def open_sealed(wrapped: Wrapped, by: bytes, purpose: bytes) -> bytes | None:
    """Return the key inside, or None where `by` is not what sealed it."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(by).decrypt(wrapped.nonce, wrapped.sealed, purpose)
    except InvalidTag:
        return None


def _random(length: int) -> bytes:
    """Return so many bytes that nobody can foretell."""
    import secrets

    return secrets.token_bytes(length)
