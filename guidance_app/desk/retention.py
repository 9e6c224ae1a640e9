"""What is due by the council's own period, and removing it: in two steps, with a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from guidance_app.core.record import Exported
from guidance_app.core.refusal import Refusal
from guidance_app.store.records import Receipt, Wanted

if TYPE_CHECKING:
    from guidance_app.core.ids import RecordId
    from guidance_app.store.records import Records

    from .settings import Retention

__all__ = ["Due", "Receipt", "due", "receipt_text", "remove", "what_goes"]

CONFIRMATIONS = (
    "The note, with its history of changed answers, is in the council's own record.",
    "Nobody has asked for this information, and no complaint or case is likely.",
)
"""What the person who removes a record says that they have made sure of."""


@dataclass(frozen=True, slots=True)
class Due:
    """A record whose period is over. `since` is the day; `saved` whether a note of it ever left."""

    record: RecordId
    reference: str
    touched_on: str
    since: str
    saved: bool


def due(
    records: Records, retention: Retention, today: date, most: int = -1
) -> tuple[tuple[Due, ...], int]:
    """Return the records that are due, at most so many, the oldest first; and how many there are.

    None is without a period of the council.
    """
    if retention.days <= 0:
        return (), 0
    last = today - timedelta(days=retention.days)
    found = records.find(Wanted(until=last.isoformat()), most, oldest=True)
    each = (what_goes(records, kept.id, retention.days) for kept in found.kept)
    return tuple(each), found.count


def what_goes(records: Records, record: RecordId, days: int = 0) -> Due:
    """Return what is to be known of a record before it is removed."""
    entries = records.entries(record)
    kept = records.kept(record)
    touched = date.fromisoformat(kept.touched_at[:10])
    return Due(
        record=record,
        reference=kept.reference,
        touched_on=touched.isoformat(),
        since=(touched + timedelta(days=days)).isoformat(),
        saved=any(isinstance(entry.event, Exported) for entry in entries),
    )


def remove(records: Records, going: Due, confirmed: int, at: str, rule: str) -> Receipt:
    """Remove the record, once everything was confirmed; return the receipt.

    `rule` is the period in the council's words, or why it goes before one. Copies are cleared by
    the safe. Raises a Refusal where something was not confirmed or no rule is named, or NotKept.
    """
    if confirmed < len(CONFIRMATIONS):
        raise Refusal(
            "A record is removed only when both are true.",
            "If one is not, keep the record and ask your manager.",
        )
    if not rule.strip():
        raise Refusal("Nothing says why this record may go.", "Name the rule of your council.")
    return records.remove(going.record, at, " ".join(rule.split()))


def receipt_text(receipt: Receipt) -> str:
    """Return the receipt as plain text; it holds nothing of a person."""
    return (
        "Receipt: a record was removed\n\n"
        f"Record: {receipt.record}\n"
        f"Begun: {receipt.begun_on}\n"
        f"Removed: {receipt.removed_at}\n"
        f"Rule: {receipt.rule}\n"
        f"Entries: {receipt.entries}\n"
        f"Last digest: {receipt.head}\n\n"
        "It was removed from the records and from every copy that this program keeps"
        f"{'.' if receipt.everywhere else ', as soon as these can be written.'}\n"
        "Notes that were saved or printed elsewhere are not touched.\n"
    )
