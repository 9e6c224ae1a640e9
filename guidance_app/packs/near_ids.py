"""Finds ids so alike that one will be taken for the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from guidance_app.core.pack import Pack
from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .places import Places

SHORTEST = 5
"""Ids of fewer letters are read whole, and not mistaken: `no` and `not`."""


def near_ids(pack: Pack, places: Places) -> Iterator[Problem]:
    """Yield a warning for each two ids of one kind that differ in one letter, at the second."""
    for noun, way, names in _kinds(pack):
        for first, second in alike(names):
            says = f"The {noun} ids '{first}' and '{second}' differ in one letter."
            hint = "Give one of them another name, so that neither is taken for the other."
            yield Code.NEAR_IDS.at(places.near((*way, second)), says, hint)


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each two of `names` with one letter put in, left out or changed; digits may differ.

    The time grows with the letters of all names together, not with the number of pairs.
    """
    known = [name for name in names if len(name) >= SHORTEST]
    whole = set(known)
    changed: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for name in known:
        seen = set()
        for at, letter in enumerate(name):
            if not letter.isalpha():
                continue
            rest = name[:at] + name[at + 1 :]
            yield from ((other, name) for other in changed[at, rest])
            changed[at, rest].append(name)
            if rest in whole and rest not in seen:
                seen.add(rest)
                yield rest, name


def _kinds(pack: Pack) -> Iterator[tuple[str, PlacePath, Iterable[str]]]:
    yield "question", ("questions",), pack.questions
    yield "outcome", ("outcomes",), pack.outcomes
    yield "duty", ("duties",), pack.duties
    yield "source", ("sources",), pack.sources
    yield "term", ("terms",), pack.terms
    yield "contact", ("contacts",), pack.contacts
    yield "step", ("steps",), pack.steps
    yield "field", ("fields",), pack.fields
    for question in pack.questions.values():
        way = ("questions", question.id, "options")
        yield "option", way, [option.id for option in question.options]
