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

MOST_LISTED = 300
"""The most that may be listed under one key."""

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
        listed = few(node.items, f"'{key.value}' of a condition", problems)
        return tuple(condition_of(item, problems) for item in listed)
    says = f"'{key.value}' of a condition has to be a list of conditions, not {kind_of(node)}."
    problems.append(Code.BAD_CONDITION.at(node.place, says, _HINT))
    return (NEVER,)


def _names(key: Text, node: Node, problems: list[Problem]) -> tuple[str, ...]:
    """Return the ids under `key`: one text or a list of them."""
    names = []
    listed = node.items if isinstance(node, Listing) else (node,)
    for item in few(listed, f"'{key.value}' of a condition", problems):
        if isinstance(item, Text) and item.value.strip():
            names.append(item.value.strip())
            continue
        says = f"'{key.value}' of a condition has to name one or more ids."
        problems.append(Code.BAD_CONDITION.at(item.place, says, _HINT))
    return tuple(names)


def few(items: tuple[Node, ...], what: str, problems: list[Problem]) -> tuple[Node, ...]:
    """Return the first of `items`, and note where there are more than may be listed."""
    if len(items) > MOST_LISTED:
        says = f"No more than {MOST_LISTED} may be listed in {what}, and this is one more."
        over = items[MOST_LISTED].place
        problems.append(Code.BAD_VALUE.at(over, says, "Leave some of them out."))
    return items[:MOST_LISTED]
