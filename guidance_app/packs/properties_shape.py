"""Reads properties as an author writes them: what every walk has to keep."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Level, Pack, Permits
from guidance_app.core.problem import Place, Problem

from .codes import Code
from .keys import Keys
from .nearest import nearest
from .nodes import Keyed, Listing, Node, Text
from .properties_claim import Claim, Mode, Property, Strength

_Name = TypeVar("_Name", bound=str)

_OF_ALL = ("look-outcomes", "together-outcomes")
"""Keys that speak of all walks at once, and may name nothing: then there is no such outcome."""

_NOT_OF_ALL = "it speaks of all walks at once, and can only be expected always"
_TWO_WAYS = "a property has 'whenever', 'any-of-whenever' or 'cases', one of the three"


def shape_properties(node: Node, pack: Pack, problems: list[Problem]) -> tuple[Property, ...]:
    """Return the properties that `node` lists; note and leave out those that do not fit `pack`."""
    shaped = []
    for item in node.items if isinstance(node, Listing) else (node,):
        found: list[Problem] = []
        claimed = _property(item, pack, found)
        problems += found
        if not found:  # what is left of one that does not fit would be another property
            shaped.append(claimed)
    return tuple(shaped)


def _property(node: Node, pack: Pack, problems: list[Problem]) -> Property:
    named = node.get("name") if isinstance(node, Keyed) else None
    name = named.value.strip() if isinstance(named, Text) else ""
    keys = Keys.of(node, f"the property '{name}'" if name else "a property", node.place, problems)
    keys.text("name", needed=True)
    mode = keys.choice("mode", tuple(Mode), Mode.ALWAYS)
    shaped = Property(
        name=name,
        place=named.place if named is not None else node.place,
        cases=tuple(_cases(keys, pack, mode)),
        mode=mode,
        strength=keys.choice("strength", tuple(Strength), Strength.MUST),
        id=keys.text("id"),
        reason=keys.text("reason"),
    )
    keys.finish()
    if mode is Mode.ALWAYS and not problems and any(e == Claim() for _, e in shaped.cases):
        says = f"{_begun(keys.what)} expects nothing, and so proves nothing."
        problems.append(Code.BAD_EXPECTATION.at(shaped.place, says, "Say what is expected."))
    return shaped


def _cases(keys: Keys, pack: Pack, mode: Mode) -> Iterator[tuple[Claim, Claim]]:
    """Yield what each case claims: `cases`, or one `expect` for `whenever` or any of several."""
    if "cases" in keys.nodes:
        for key in ("whenever", "any-of-whenever", "expect"):
            keys.misplaced(key, _TWO_WAYS if key != "expect" else "each of its cases has its own")
        for item in keys.items("cases"):
            case = Keys.of(item, f"a case of {keys.what}", item.place, keys.problems)
            whenever = _whenever(case, case.take("whenever"), pack)
            yield whenever, _expected(case, pack, mode)
            case.finish()
        return
    several = "any-of-whenever" in keys.nodes
    if several:
        keys.misplaced("whenever", _TWO_WAYS)
    nodes = keys.items("any-of-whenever") if several else (keys.take("whenever"),)
    expected = _expected(keys, pack, mode)
    for node in nodes:
        yield _whenever(keys, node, pack), expected


def _whenever(of: Keys, node: Node | None, pack: Pack) -> Claim:
    return _claim(node, f"'whenever' of {of.what}", pack, of.problems, of_all=False)


def _expected(of: Keys, pack: Pack, mode: Mode) -> Claim:
    node = of.take("expect", needed=True)
    of_all = mode is Mode.ALWAYS
    return _claim(node, f"'expect' of {of.what}", pack, of.problems, of_all=of_all)


def _claim(
    node: Node | None, what: str, pack: Pack, problems: list[Problem], *, of_all: bool
) -> Claim:
    """Return what `node` claims; nothing there, or nothing in it, claims nothing."""
    if node is None:
        return Claim()
    keys = Keys.of(node, what, node.place, problems)
    for key in () if of_all else _OF_ALL:
        keys.misplaced(key, _NOT_OF_ALL)
    given = frozenset(keys.nodes)
    outcomes, duties, questions = tuple(pack.outcomes), tuple(pack.duties), tuple(pack.questions)
    named = {key: _names(keys, key, outcomes) for key in ("outcome", "outcome-not", *_OF_ALL)}
    return Claim(
        outcome=named["outcome"] if "outcome" in given else None,
        outcome_not=named["outcome-not"],
        permits=keys.choices("permits", tuple(Permits)) if "permits" in given else None,
        level=keys.choices("level", tuple(Level)) if "level" in given else None,
        carrying=_names(keys, "carrying", duties),
        carrying_none=_names(keys, "carrying-none", duties),
        asked=_names(keys, "asked", questions),
        first=_one(keys, "first", questions),
        at_most=keys.number("at-most-questions"),
        looks=named["look-outcomes"] if "look-outcomes" in given else None,
        together=named["together-outcomes"] if "together-outcomes" in given else None,
        answers=tuple(_answers(keys, pack)),  # whatever key is left is a question
    )


def _names(keys: Keys, key: str, known: Collection[_Name]) -> frozenset[_Name]:
    """Return the ids under `key`; note those that do not exist, and that there are none."""
    name, _ = keys.nodes.get(key, (None, None))
    found = keys.items(key)
    if name is not None and not found and key not in _OF_ALL:
        _empty(keys, name)
    listed = tuple(_name(keys, key, node, known) for node in found)
    return frozenset(name for name in known if name in listed)


def _one(keys: Keys, key: str, known: Collection[_Name]) -> _Name | None:
    """Return the id under `key`, or None; note that it does not exist."""
    node = keys.take(key)
    name = "" if node is None else _name(keys, key, node, known)
    return next((existing for existing in known if existing == name), None)


def _answers(keys: Keys, pack: Pack) -> Iterator[tuple[QuestionId, frozenset[OptionId]]]:
    """Yield the answers claimed: every key left is a question."""
    words = tuple(keys.asked)
    for name, _ in tuple(keys.nodes.values()):
        question = pack.questions.get(QuestionId(name.value))
        found = keys.items(name.value)
        if question is None:
            _unknown(keys, name.place, name.value, (*words, *pack.questions))
            continue
        if not found:
            _empty(keys, name)
        known = tuple(option.id for option in question.options)
        yield (
            question.id,
            frozenset(OptionId(_name(keys, name.value, node, known)) for node in found),
        )


def _name(keys: Keys, key: str, node: Node, known: Collection[str]) -> str:
    """Return the id that `node` is, or an empty text; note one that is not among `known`."""
    if not isinstance(node, Text):
        says = f"'{key}' in {keys.what} has to name one or more ids."
        keys.problems.append(Code.WRONG_KIND.at(node.place, says, "Write [one, another]."))
        return ""
    name = node.value.strip()
    if name not in known:
        _unknown(keys, node.place, name, known)
    return name


def _unknown(keys: Keys, place: Place, name: str, known: Collection[str]) -> None:
    says = f"{_begun(keys.what)} names '{name}', which is not there."
    keys.problems.append(Code.BAD_EXPECTATION.at(place, says, nearest(name, known)))


def _empty(keys: Keys, key: Text) -> None:
    says = f"'{key.value}' in {keys.what} names nothing."
    keys.problems.append(Code.BAD_EXPECTATION.at(key.place, says, "Name something, or delete it."))


def _begun(what: str) -> str:
    return f"{what[:1].upper()}{what[1:]}"
