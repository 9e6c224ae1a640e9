"""Leads the lines of a pack to a question that an overlay asks before where they led."""

from collections.abc import Set as AbstractSet

from .nodes import Keyed, Listing, Node, Text

_LEADING = ("next", "otherwise", "to", "start")


def led_before(
    whole: Keyed, question: Text, targets: tuple[Text, ...], added: AbstractSet[str]
) -> Keyed:
    """Return `whole` with every line to one of `targets` led to `question` first.

    The lines of questions that are `added` by the overlay stay as they are: it says itself where
    they lead.
    """
    names = {target.value.strip() for target in targets}
    entries: list[tuple[Text, Node]] = []
    for key, node in whole.entries:
        if key.value == "questions" and isinstance(node, Keyed):
            inner = (
                (name, below if name.value in added else _led(below, names, question))
                for name, below in node.entries
            )
            entries.append((key, Keyed(tuple(inner), node.place)))
        elif key.value == "start":
            entries.append((key, _to(node, names, question)))
        else:
            entries.append((key, node))
    return Keyed(tuple(entries), whole.place)


def _led(node: Node, names: AbstractSet[str], question: Text) -> Node:
    """Return `node` with its lines led anew, however deep they stand."""
    match node:
        case Keyed(entries, place):
            inner = (
                (key, _to(below, names, question) if key.value in _LEADING else below)
                for key, below in entries
            )
            return Keyed(
                tuple(
                    (key, _led(below, names, question) if key.value not in _LEADING else below)
                    for key, below in inner
                ),
                place,
            )
        case Listing(items, place):
            return Listing(tuple(_led(item, names, question) for item in items), place)
        case _:
            return node


def _to(node: Node, names: AbstractSet[str], question: Text) -> Node:
    """Return where a line leads; a list of lines is looked through."""
    match node:
        case Text(value, place):
            return Text(question.value, place) if value.strip() in names else node
        case Listing(items, place):
            return Listing(tuple(_to(item, names, question) for item in items), place)
        case Keyed():
            return _led(node, names, question)
