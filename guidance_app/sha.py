"""SHA-256 of short texts, as Python has it built in.

`hashlib` loads OpenSSL, which takes a part of the start that is seen, and longer for each short
text. Where Python has no such module of its own (from 3.12 on it is called otherwise), `hashlib` it
is: the digest is the same.
"""

from typing import Any


def _built_in() -> Any:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # no stub tells of it
    except ImportError:
        from hashlib import sha256
    return sha256


_SHA256 = _built_in()


def sha256(text: bytes) -> str:
    """Return the SHA-256 digest of `text`, in hex."""
    digest: str = _SHA256(text).hexdigest()
    return digest
