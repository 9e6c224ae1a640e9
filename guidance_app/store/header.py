"""The key file beside the database: the wrapped keys, versioned, and checked as a whole."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from guidance_app.core.refusal import DamagedStore, NewerFormat
from guidance_app.sha import sha256
from guidance_app.whole import write_whole

from .keys import Costs, Wrapped
from .private import read_private
from .trouble import not_kept, unreadable

FORMAT = 2
"""The format written; the envelope (format, check, body) is the same in every format."""

LONGEST = 64 * 1024
"""The most bytes a key file may have."""


class Header(Struct, frozen=True):
    """The key of the database, wrapped by the passphrase, by the recovery code, and for a council.

    `council` is the public key, in hex, that it is wrapped for; it came with format 2.
    """

    costs: Costs
    by_passphrase: Wrapped
    by_code: Wrapped
    by_council: Wrapped | None = None
    council: str = ""


class _Envelope(Struct, frozen=True):
    format: int
    check: str
    body: msgspec.Raw


_ENVELOPE: Final = msgspec.json.Decoder(_Envelope)
_HEADER: Final = msgspec.json.Decoder(Header)


def read_header(path: Path | str) -> Header:
    """Return the header at `path`. Raises DamagedStore or NewerFormat; no passphrase is tried."""
    try:
        whole = read_private(path, LONGEST + 1)
    except OSError as error:
        raise unreadable(error) from error
    try:
        envelope = _ENVELOPE.decode(whole[:LONGEST])
        body = bytes(envelope.body)
        if envelope.check != _check(envelope.format, body):
            raise damaged_header()
        if envelope.format > FORMAT:
            raise NewerFormat(
                "These records were made by a later version of this program.",
                "Nothing was changed. Install the newer version to open them.",
            )
        header = _HEADER.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise damaged_header() from error
    if not header.costs.sane:
        raise damaged_header()
    return header


def write_header(path: Path, header: Header) -> None:
    """Put `header` at `path`, whole. Raises NotKept; then the old one is still there."""
    body = msgspec.json.encode(header)
    envelope = _Envelope(FORMAT, _check(FORMAT, body), msgspec.Raw(body))
    try:
        write_whole(path, msgspec.json.encode(envelope) + b"\n", private=True)
    except OSError as error:
        raise not_kept(error) from error


def damaged_header() -> DamagedStore:
    """Return the refusal for a key file that is not what was written."""
    return DamagedStore(
        "The key file of the records ('records.key') is damaged. The passphrase was not tried.",
        "Nothing was changed. Restore the records from a backup: it brings the key file back.",
    )


def _check(number: int, body: bytes) -> str:
    return sha256(b"guidance-app records.key %d\n" % number + body)
