"""Arrows between things of any kind: which go round in a ring, and what is passed along them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

_N = TypeVar("_N", bound=Hashable)

Arrows = Mapping[_N, Sequence[_N]]
"""Where each thing leads. What has no entry of its own leads nowhere."""

Groups = Sequence[tuple[_N, ...]]
"""Things that lead to each other in a ring stand together, others alone. Ends come first."""


def groups(arrows: Arrows[_N]) -> list[tuple[_N, ...]]:
    """Return the strongly connected groups of `arrows`, each after all it leads to (Tarjan)."""
    found: list[tuple[_N, ...]] = []
    number: dict[_N, int] = {}
    lowest: dict[_N, int] = {}
    held: dict[_N, None] = {}
    for root in arrows:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        held[root] = None
        open_: list[tuple[_N, Iterator[_N]]] = [(root, iter(arrows.get(root, ())))]
        while open_:
            node, onward = open_[-1]
            for to in onward:
                if to not in number:
                    number[to] = lowest[to] = len(number)
                    held[to] = None
                    open_.append((to, iter(arrows.get(to, ()))))
                    break
                if to in held:
                    lowest[node] = min(lowest[node], number[to])
            else:
                open_.pop()
                if open_:
                    above = open_[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    found.append(_take(held, node))
    return found


def rings(arrows: Arrows[_N]) -> list[tuple[_N, ...]]:
    """Return the groups in which a way leads round."""
    return [g for g in groups(arrows) if len(g) > 1 or g[0] in arrows.get(g[0], ())]


def gathered(
    arrows: Arrows[_N], own: Mapping[_N, int], ordered: Groups[_N] | None = None
) -> dict[_N, int]:
    """Return for each thing the union of `own`, sets of bits, of it and of all that it leads to.

    `ordered` are the groups of `arrows`, where they are known already.
    """
    total: dict[_N, int] = {}
    for group in groups(arrows) if ordered is None else ordered:
        mask = 0
        for node in group:
            mask |= own.get(node, 0)
            for to in arrows.get(node, ()):
                mask |= total.get(to, 0)
        for node in group:
            total[node] = mask
    return total


def carried(
    arrows: Arrows[_N], own: Mapping[_N, int], ordered: Groups[_N] | None = None
) -> dict[_N, int]:
    """Return for each thing the union of `own`, sets of bits, of all that lead to it on any way.

    A thing counts among those that lead to it only where a ring leads round to it. `ordered` are
    the groups of `arrows`, where they are known already.
    """
    ordered = groups(arrows) if ordered is None else ordered
    arriving: dict[_N, int] = {}
    for group in reversed(ordered):
        mask = 0
        for node in group:
            mask |= arriving.get(node, 0)
        if len(group) > 1 or group[0] in arrows.get(group[0], ()):
            for node in group:
                mask |= own.get(node, 0)
        for node in group:
            arriving[node] = mask
            leaving = mask | own.get(node, 0)
            for to in arrows.get(node, ()):
                arriving[to] = arriving.get(to, 0) | leaving
    return arriving


def _take(held: dict[_N, None], last: _N) -> tuple[_N, ...]:
    """Take from `held` everything back to and with `last`."""
    group = []
    while True:
        node, _ = held.popitem()
        group.append(node)
        if node == last:
            return tuple(group)
