"""What the desk needs from outside and tests replace: the time, and names for new records."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from guidance_app.core.ids import RecordId

if TYPE_CHECKING:
    from collections.abc import Callable


def now() -> str:
    """Return the time in UTC, ISO 8601 with offset, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def new_record_id() -> RecordId:
    """Return a name for a record that says nothing about it: 16 random hexadecimal digits."""
    import secrets

    return RecordId(secrets.token_hex(8))


class Ports(Struct, frozen=True):
    """The time and the names of records."""

    now: Callable[[], str] = now
    new_record_id: Callable[[], RecordId] = new_record_id
