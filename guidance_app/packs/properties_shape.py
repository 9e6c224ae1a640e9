"""Properties as an author writes them: what every walk has to keep."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from guidance_app.core.ids import DutyId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Level, Pack, Permits
from guidance_app.core.problem import Place, Problem

from .codes import Code
from .keys import Keys
from .nearest import nearest
from .nodes import Keyed, Listing, Node, Text

_Name = TypeVar("_Name", bound=str)


class Mode(StrEnum):
    """What is claimed of the walks that a property is about."""

    ALWAYS = "always"
    NEVER = "never"
    POSSIBLE = "possible"


class Strength(StrEnum):
    """Whether a pack that does not keep a property is wrong, or only weaker than it should be."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be said of a walk that has ended; all of it together. None and empty say nothing.

    `carrying` are all carried, `carrying_none` are none; `asked` are all on the walk. `looks` and
    `together` are said of all walks at once: exactly these outcomes permit one look, or looking
    together.
    """

    answers: tuple[tuple[QuestionId, frozenset[OptionId]], ...] = ()
    outcome: frozenset[OutcomeId] | None = None
    outcome_not: frozenset[OutcomeId] = frozenset()
    permits: frozenset[Permits] | None = None
    level: frozenset[Level] | None = None
    carrying: frozenset[DutyId] = frozenset()
    carrying_none: frozenset[DutyId] = frozenset()
    asked: frozenset[QuestionId] = frozenset()
    first: QuestionId | None = None
    at_most: int | None = None
    looks: frozenset[OutcomeId] | None = None
    together: frozenset[OutcomeId] | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """What holds for all walks: in each case, those of which one claim is true keep another."""

    name: str
    place: Place
    cases: tuple[tuple[Claim, Claim], ...]
    mode: Mode = Mode.ALWAYS
    strength: Strength = Strength.MUST
    id: str = ""
    reason: str = ""


def shape_properties(node: Node, pack: Pack, problems: list[Problem]) -> tuple[Property, ...]:
    """Return the properties that `node` lists, and note what in them does not fit `pack`."""
    items = node.items if isinstance(node, Listing) else (node,)
    return tuple(_property(item, pack, problems) for item in items)


def _property(node: Node, pack: Pack, problems: list[Problem]) -> Property:
    named = node.get("name") if isinstance(node, Keyed) else None
    name = named.value.strip() if isinstance(named, Text) else ""
    keys = Keys.of(node, f"the property '{name}'" if name else "a property", node.place, problems)
    keys.text("name", needed=True)
    shaped = Property(
        name=name,
        place=named.place if named is not None else node.place,
        cases=tuple(_cases(keys, pack)),
        mode=keys.choice("mode", tuple(Mode), Mode.ALWAYS),
        strength=keys.choice("strength", tuple(Strength), Strength.MUST),
        id=keys.text("id"),
        reason=keys.text("reason"),
    )
    keys.finish()
    return shaped


def _cases(keys: Keys, pack: Pack) -> Iterator[tuple[Claim, Claim]]:
    """Yield what each case claims: `cases`, or one `expect` for `whenever` or any of several."""
    listed = keys.items("cases")
    for item in listed:
        case = Keys.of(item, f"a case of {keys.what}", item.place, keys.problems)
        whenever = _claim(case.take("whenever"), f"'whenever' of {case.what}", pack, keys.problems)
        expect = case.take("expect", needed=True)
        yield whenever, _claim(expect, f"'expect' of {case.what}", pack, keys.problems)
        case.finish()
    anyway, any_of = keys.take("whenever"), keys.items("any-of-whenever")
    expect = keys.take("expect", needed=not listed)
    expected = _claim(expect, f"'expect' of {keys.what}", pack, keys.problems)
    for node in any_of or ((anyway,) if not listed else ()):
        yield _claim(node, f"'whenever' of {keys.what}", pack, keys.problems), expected


def _claim(node: Node | None, what: str, pack: Pack, problems: list[Problem]) -> Claim:
    """Return what `node` claims; nothing there, or nothing in it, claims nothing."""
    if node is None:
        return Claim()
    keys = Keys.of(node, what, node.place, problems)
    outcomes, permits = tuple(pack.outcomes), tuple(Permits)
    duties, questions = tuple(pack.duties), tuple(pack.questions)
    first = _names(keys, "first", questions)
    return Claim(
        outcome=_maybe(keys, "outcome", outcomes),
        outcome_not=_names(keys, "outcome-not", outcomes),
        permits=keys.choices("permits", permits) if "permits" in keys.nodes else None,
        level=keys.choices("level", tuple(Level)) if "level" in keys.nodes else None,
        carrying=_names(keys, "carrying", duties),
        carrying_none=_names(keys, "carrying-none", duties),
        asked=_names(keys, "asked", questions),
        first=next(iter(first), None),
        at_most=keys.number("at-most-questions"),
        looks=_maybe(keys, "look-outcomes", outcomes),
        together=_maybe(keys, "together-outcomes", outcomes),
        answers=tuple(_answers(keys, pack)),  # whatever key is left is a question
    )


def _maybe(keys: Keys, key: str, known: Collection[OutcomeId]) -> frozenset[OutcomeId] | None:
    return _names(keys, key, known) if key in keys.nodes else None


def _names(keys: Keys, key: str, known: Collection[_Name]) -> frozenset[_Name]:
    """Return the ids under `key`, and note those that do not exist."""
    place = keys.nodes[key][0].place if key in keys.nodes else keys.place
    listed = keys.texts(key)
    for name in listed:
        if name not in known:
            _unknown(keys, place, name, known)
    return frozenset(name for name in known if name in listed)


def _answers(keys: Keys, pack: Pack) -> Iterator[tuple[QuestionId, frozenset[OptionId]]]:
    """Yield the answers claimed: every key left is a question."""
    for name in tuple(keys.nodes):
        place = keys.nodes[name][0].place
        options = keys.texts(name)
        question = pack.questions.get(QuestionId(name))
        if question is None:
            _unknown(keys, place, name, tuple(pack.questions))
            continue
        known = tuple(option.id for option in question.options)
        for option in options:
            if option not in known:
                _unknown(keys, place, option, known)
        yield question.id, frozenset(map(OptionId, options))


def _unknown(keys: Keys, place: Place, name: str, known: Collection[str]) -> None:
    says = f"{keys.what[:1].upper()}{keys.what[1:]} names '{name}', which is not there."
    keys.problems.append(Code.BAD_EXPECTATION.at(place, says, nearest(name, known)))
