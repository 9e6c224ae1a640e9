"""Joins the files of a pack into one set of keys; the same id twice is a mistake."""

from collections.abc import Iterable

from guidance_app.core.problem import Place, Problem

from .codes import Code
from .nodes import Keyed, Listing, Node, Text, kind_of

_SHARED = ("questions", "outcomes")  # one set of names: a route leads to either


def joined(roots: Iterable[Node], problems: list[Problem], main: str = "pack.yaml") -> Keyed:
    """Return what the files whose text is in `roots` say together.

    What is missing from all of them is missing from the file called `main`.
    """
    parts: dict[str, tuple[Text, Node]] = {}
    for root in roots:
        if not isinstance(root, Keyed):
            says = f"The file has to be a set of keys, not {kind_of(root)}."
            hint = "Begin with a key, such as 'questions:'."
            problems.append(Code.WRONG_KIND.at(root.place, says, hint))
            continue
        for key, node in root.entries:
            first = parts.get(key.value)
            if first is None:
                parts[key.value] = (key, node)
            else:
                parts[key.value] = (first[0], _two(key, first, node, problems))
    _apart(parts, problems)
    return Keyed(tuple(parts.values()), Place(main))


def _two(key: Text, first: tuple[Text, Node], second: Node, problems: list[Problem]) -> Node:
    """Return what both files say under `key`."""
    match first[1], second:
        case Keyed(was), Keyed(more):
            entries = {name.value: (name, node) for name, node in was}
            for name, node in more:
                if name.value in entries:
                    problems.append(_twice(name, entries[name.value][0]))
                else:
                    entries[name.value] = (name, node)
            return Keyed(tuple(entries.values()), first[1].place)
        case Listing(some), Listing(others):
            return Listing(some + others, first[1].place)
        case _:
            problems.append(_twice(key, first[0]))
            return first[1]


def _apart(parts: dict[str, tuple[Text, Node]], problems: list[Problem]) -> None:
    """Note each outcome that is called as a question is."""
    questions, outcomes = (parts.get(key, (None, None))[1] for key in _SHARED)
    if isinstance(questions, Keyed) and isinstance(outcomes, Keyed):
        asked = {name.value: name for name, _ in questions.entries}
        problems.extend(
            _twice(name, asked[name.value]) for name, _ in outcomes.entries if name.value in asked
        )


def _twice(second: Text, first: Text) -> Problem:
    where = f"{first.place.file}, line {first.place.line}"
    says = f"'{second.value}' is given twice in this pack; it first stands in {where}."
    return Code.DUPLICATE_ID.at(second.place, says, "Keep one of them, or give one another id.")
