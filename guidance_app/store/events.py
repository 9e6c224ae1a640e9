"""Events as they are kept: a kind and a JSON body, and back again, strictly."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from guidance_app.core.record import (
    Described,
    Exported,
    Given,
    MadeReady,
    Reached,
    Redone,
    Started,
    Undone,
    Written,
)
from guidance_app.core.refusal import DamagedStore, NewerFormat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidance_app.core.record import (
        Event,
    )

KINDS: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {
        "started": Started,
        "described": Described,
        "given": Given,
        "undone": Undone,
        "redone": Redone,
        "reached": Reached,
        "written": Written,
        "madeready": MadeReady,
        "exported": Exported,
    }
)
"""What each kind that is kept means. A kind once released never changes; its class may."""

_NAMES: Final[Mapping[type[Event], str]] = MappingProxyType({c: kind for kind, c in KINDS.items()})


def to_json(event: Event) -> tuple[str, bytes]:
    """Return the kind and the body under which `event` is kept; the same event, the same bytes."""
    return _NAMES[type(event)], msgspec.json.encode(event)


def from_json(kind: str, body: bytes) -> Event:
    """Return the event kept under `kind` and `body`.

    Raises NewerFormat for a kind or a field that this program does not know, and DamagedStore for a
    body that does not fit its kind.
    """
    try:
        event = _decoder(kind).decode(body)
        if msgspec.json.encode(event) == body:
            return event  # nothing is in the body that is not in the event
        everything = msgspec.json.decode(body)
    except msgspec.MsgspecError as error:
        raise _damaged(kind) from error
    if not _within(everything, msgspec.to_builtins(event)):
        raise _newer(f"more in an event called '{kind}'")
    return event


def words_in(rows: Iterable[tuple[str, bytes]]) -> str:
    """Return what somebody typed in the events kept under these kinds and bodies, in order.

    Raises NewerFormat for a kind that this program does not know, and DamagedStore for a body that
    does not fit its kind; a field that it does not know is passed over.
    """
    words, kind = [], ""
    try:
        for kind, body in rows:
            typed = words_of(_decoder(kind).decode(body))
            if typed:
                words.append(typed)
    except msgspec.MsgspecError as error:
        raise _damaged(kind) from error
    return " ".join(words)


def words_of(event: Event) -> str:
    """Return what somebody typed in `event`, or an empty text."""
    if isinstance(event, Given):
        answer = event.answer
        return " ".join([answer.text, answer.reason, *[text for _, text in answer.fields]])
    if isinstance(event, Started | Described):
        return event.reference
    return event.text if isinstance(event, Written) else ""


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Event]:
    """Return what reads the bodies of `kind`; made once, as a record has many."""
    if kind not in KINDS:
        raise _newer(f"an event called '{kind}'")
    return msgspec.json.Decoder(KINDS[kind])


def _within(found: object, known: object) -> bool:
    """Say whether every name in `found`, however deep, is there in `known`."""
    if isinstance(found, dict) and isinstance(known, dict):
        return all(name in known and _within(found[name], known[name]) for name in found)
    if isinstance(found, list) and isinstance(known, list):
        return all(_within(one, other) for one, other in zip(found, known, strict=True))
    return True


def _damaged(kind: str) -> DamagedStore:
    return DamagedStore(
        f"An event in the records ('{kind}') cannot be read: it is not what was written.",
        "Nothing was changed. Restore the records from a backup, or ask for help.",
    )


def _newer(what: str) -> NewerFormat:
    return NewerFormat(
        f"The records hold {what}, which this version of the program does not know.",
        "Nothing was changed. Install the newer version of the program that wrote it.",
    )
