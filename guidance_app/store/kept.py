"""What a list of records shows of each: a summary that follows its events one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidance_app.core.kinds import State

if TYPE_CHECKING:
    from guidance_app.core.ids import PackId, RecordId


class Kept(NamedTuple):
    """One record in the list; times are UTC, ISO 8601 with offset.

    `outcome` is the id of the outcome that the walk stands at, or empty, and `place` says in a few
    words where it stands; both as the desk last said.
    """

    id: RecordId
    reference: str
    pack: PackId
    version: str
    begun_at: str
    touched_at: str
    state: State = State.OPEN
    outcome: str = ""
    place: str = ""
