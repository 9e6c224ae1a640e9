"""A pack in the form that opens fastest: made of one that was read and proved, and nothing else.

It is derived: whoever loses it reads the pack again. Questions are decoded one by one, when they
are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import accumulate
from typing import Any, get_type_hints

import msgspec

from guidance_app import __version__
from guidance_app.core.condition import All, Answered, Carries, Condition, Not, Some
from guidance_app.core.ids import QuestionId
from guidance_app.core.pack import Pack, Question


class _Compiled(msgspec.Struct, array_like=True):
    """A pack without its questions, and how many bytes each of them takes of what follows."""

    pack: Pack
    questions: dict[QuestionId, int]


class Lazily(Mapping[QuestionId, Question]):
    """Questions by id, in the author's order; each is decoded when it is first asked for."""

    def __init__(self, sizes: Mapping[QuestionId, int], written: bytes) -> None:
        self._sizes, self._written = sizes, written
        self._ends = dict(zip(sizes, accumulate(sizes.values()), strict=True))
        self._known: dict[QuestionId, Question] = {}

    def __getitem__(self, name: QuestionId) -> Question:
        known = self._known.get(name)
        if known is None:
            end = self._ends[name]
            written = self._written[end - self._sizes[name] : end]
            known = self._known[name] = _questions().decode(written)
        return known

    def __contains__(self, name: object) -> bool:
        return name in self._sizes

    def __iter__(self) -> Iterator[QuestionId]:
        return iter(self._sizes)

    def __len__(self) -> int:
        return len(self._sizes)


FORM = "2"
"""The number of the form; another for each that is laid out otherwise."""


def compiled(pack: Pack) -> str:
    """Return `pack` in the form that `opened` takes."""
    written = {name: _written(question) for name, question in pack.questions.items()}
    sizes = {name: len(question) for name, question in written.items()}
    first = _written(_Compiled(replace(pack, questions={}), sizes))
    return (first + b"\n" + b"".join(written.values())).decode()


def opened(form: str) -> Pack | None:
    """Return the pack in `form`; None where it is of another form or was cut off.

    What `compiled` made is taken as it is: it is kept where nobody else can write.
    """
    first, _, written = form.encode().partition(b"\n")  # none is within: JSON writes it otherwise
    try:
        found = _packs().decode(first)
    except msgspec.MsgspecError:
        return None
    if sum(found.questions.values()) != len(written):
        return None  # it was cut off
    return replace(found.pack, questions=Lazily(found.questions, written))


@cache
def version() -> str:
    """Return what is another for every program that would compile, or prove, another way."""
    names = sorted(_named(Pack, set()))
    return sha256("|".join((__version__, FORM, *names)).encode()).hexdigest()[:16]


def _named(kind: object, met: set[object]) -> Iterator[str]:
    """Yield every field, with its type, of a class and of all that it is made of."""
    if kind in met:
        return
    met.add(kind)
    for inner in getattr(kind, "__args__", ()):
        yield from _named(inner, met)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield f"{kind.__name__}.{field.name}: {hints[field.name]}"
            yield from _named(hints[field.name], met)


@cache
def _packs() -> msgspec.json.Decoder[_Compiled]:
    return msgspec.json.Decoder(_Compiled, dec_hook=_condition)


@cache
def _questions() -> msgspec.json.Decoder[Question]:
    return msgspec.json.Decoder(Question, dec_hook=_condition)


def _written(what: object) -> bytes:
    return msgspec.json.encode(_plain(what))


def _plain(what: object) -> Any:
    """Return `what` as JSON holds it; a condition with its kind before what it says."""
    if isinstance(what, Condition):
        parts = (getattr(what, field.name) for field in fields(what))  # type: ignore[arg-type]  # each is a dataclass
        return [type(what).__name__, *map(_plain, parts)]
    if is_dataclass(what) and not isinstance(what, type):
        return {field.name: _plain(getattr(what, field.name)) for field in fields(what)}
    if isinstance(what, _Compiled):
        return [_plain(what.pack), _plain(what.questions)]
    if isinstance(what, Mapping):
        return {name: _plain(value) for name, value in what.items()}
    if isinstance(what, frozenset):
        return sorted(map(_plain, what))
    return list(map(_plain, what)) if isinstance(what, tuple) else what


def _condition(kind: type, found: Any) -> Condition:
    """Return the condition that stands in `found`. Raises NotImplementedError for another type."""
    if kind is not Condition:
        raise NotImplementedError
    name, *parts = found
    if name == "Answered":
        return Answered(parts[0], frozenset(parts[1]))
    if name == "Carries":
        return Carries(frozenset(parts[0]))
    if name == "Not":
        return Not(_condition(kind, parts[0]))
    inner = tuple(_condition(kind, part) for part in parts[0])
    return All(inner) if name == "All" else Some(inner)
