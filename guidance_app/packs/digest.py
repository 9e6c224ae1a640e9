"""The digest of a pack: the same for the same files, another for any other byte or name."""

from collections.abc import Mapping
from hashlib import sha256


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and bytes of `files`, sorted by name, each after its length."""
    running = sha256()
    for name in sorted(files):
        for part in (name.encode("utf-8", "surrogateescape"), files[name]):
            running.update(len(part).to_bytes(8, "big"))
            running.update(part)
    return running.hexdigest()
