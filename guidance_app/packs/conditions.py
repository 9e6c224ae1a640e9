"""From the words of a condition to a condition; what is not one holds for nobody."""

from guidance_app.core.condition import All, Answered, Carries, Condition, Not, Some
from guidance_app.core.ids import DutyId, OptionId, QuestionId
from guidance_app.core.problem import Problem

from .codes import Code
from .nodes import Keyed, Listing, Node, Text, kind_of

WORDS = ("all", "any", "not", "duty")
"""Keys of a condition that are no questions; no question can be called so."""

NEVER = Some(())
"""The condition that holds for nobody."""

_HINT = "Write {question: option}, {duty: name}, or {all: […]}, {any: […]}, {not: {…}} of these."


def condition_of(node: Node, problems: list[Problem]) -> Condition:
    """Return what `node` says; several keys in one set mean all of them."""
    if not isinstance(node, Keyed):
        says = f"A condition has to be a set of keys, not {kind_of(node)}."
        problems.append(Code.BAD_CONDITION.at(node.place, says, _HINT))
        return NEVER
    parts = tuple(_part(key, below, problems) for key, below in node.entries)
    return parts[0] if len(parts) == 1 else All(parts)


def _part(key: Text, node: Node, problems: list[Problem]) -> Condition:
    match key.value:
        case "all":
            return All(_parts(key, node, problems))
        case "any":
            return Some(_parts(key, node, problems))
        case "not":
            return Not(condition_of(node, problems))
        case "duty":
            return Carries(frozenset(DutyId(name) for name in _names(key, node, problems)))
        case question:
            names = _names(key, node, problems)
            return Answered(QuestionId(question), frozenset(OptionId(name) for name in names))


def _parts(key: Text, node: Node, problems: list[Problem]) -> tuple[Condition, ...]:
    if isinstance(node, Listing):
        return tuple(condition_of(item, problems) for item in node.items)
    says = f"'{key.value}' of a condition has to be a list of conditions, not {kind_of(node)}."
    problems.append(Code.BAD_CONDITION.at(node.place, says, _HINT))
    return (NEVER,)


def _names(key: Text, node: Node, problems: list[Problem]) -> tuple[str, ...]:
    """Return the ids under `key`: one text or a list of them."""
    names = []
    for item in node.items if isinstance(node, Listing) else (node,):
        if isinstance(item, Text) and item.value.strip():
            names.append(item.value.strip())
            continue
        says = f"'{key.value}' of a condition has to name one or more ids."
        problems.append(Code.BAD_CONDITION.at(item.place, says, _HINT))
    return tuple(names)
