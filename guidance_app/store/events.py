"""Events as they are kept: a kind and a JSON body, and back again, strictly."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

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
    known = KINDS.get(kind)
    if known is None:
        raise _unknown(kind)
    try:
        event = msgspec.json.decode(body, type=known)
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
    cannot be read.
    """
    words: list[str] = []
    kind = ""
    try:
        for kind, body in rows:
            if kind not in KINDS:
                raise _unknown(kind)
            typed = _TYPED.decode(body)
            answer = typed.answer
            if answer is None:
                words += (typed.reference, typed.text)
            else:
                words += (answer.text, answer.reason)
                if answer.fields:
                    words += [text for _, text in answer.fields]
    except msgspec.MsgspecError as error:
        raise _damaged(kind) from error
    return " ".join(filter(None, words))


class _TypedAnswer(Struct, gc=False):
    text: str = ""
    reason: str = ""
    fields: tuple[tuple[str, str], ...] = ()


class _Typed(Struct, gc=False):
    """What is typed by somebody in an event of any kind; all else is passed over."""

    reference: str = ""
    text: str = ""
    answer: _TypedAnswer | None = None


_TYPED: Final = msgspec.json.Decoder(_Typed)


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


def _unknown(kind: str) -> NewerFormat:
    return _newer(f"an event called '{kind}'")


def _newer(what: str) -> NewerFormat:
    return NewerFormat(
        f"The records hold {what}, which this version of the program does not know.",
        "Nothing was changed. Install the newer version of the program that wrote it.",
    )
