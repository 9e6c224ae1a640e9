"""The ways to the key of the database: each takes the key file's header and gives the key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidance_app.core.refusal import WrongPassphrase

from .code import read_code
from .council import unwrap_by
from .header import Header
from .keys import unwrap_by_code, unwrap_by_passphrase

if TYPE_CHECKING:
    from pathlib import Path

Opener = Callable[[Header], bytes]
"""Gives the key of the database. Raises WrongPassphrase, or a Refusal."""


def by_passphrase(passphrase: str) -> Opener:
    """Return the way by a passphrase."""
    return lambda header: unwrap_by_passphrase(header.by_passphrase, passphrase, header.costs)


def by_code(code: str) -> Opener:
    """Return the way by the printed recovery code, however it is spaced."""
    return lambda header: unwrap_by_code(header.by_code, read_code(code))


def by_council(path: Path, passphrase: str) -> Opener:
    """Return the way by the council's private key, which is in the file `path`."""
    return lambda header: unwrap_by(header.by_council, path, passphrase)


def by_either(typed: str) -> Opener:
    """Return the way by what was typed: a recovery code if it reads as one, else a passphrase."""

    def opener(header: Header) -> bytes:
        try:
            read_code(typed)
        except WrongPassphrase:
            return by_passphrase(typed)(header)
        return by_code(typed)(header)

    return opener
