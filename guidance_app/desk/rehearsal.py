"""Walks a pack from a file of answers, without keeping anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.core.problem import Severity
from guidance_app.core.refusal import Refusal
from guidance_app.packs.codes import Code
from guidance_app.packs.nodes import Keyed, Listing, Text
from guidance_app.packs.reader import read
from guidance_app.packs.scenario import shape_given, standings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidance_app.core.pack import Pack
    from guidance_app.core.problem import Problem
    from guidance_app.core.standing import Standing
    from guidance_app.packs.nodes import Node

_HINT = "Give a scenario, the answers of one ('question: option' lines), or a file of scenarios."


def rehearse(pack: Pack, file: Path, name: str | None = None) -> Standing:
    """Return where the answers in `file` lead, after its changes if it has any.

    The file holds a scenario, only the answers of one, or several scenarios, of which the one
    called `name` is taken, or the first.

    Raises:
        Refusal: the file cannot be read, or an answer does not fit; it says which.

    """
    try:
        data = file.read_bytes()
    except OSError as error:
        says = f"'{file}' cannot be read: {error.strerror or 'the system refused'}."
        raise Refusal(says) from error
    root, problems = read(file.name, data)
    found = list(problems)
    if root is None:
        raise _unfit(found)
    scenario = shape_given(_chosen(root, file, name), pack, found)
    wrong = [problem for problem in found if _stops(problem)]
    if wrong:
        raise _unfit(wrong)
    if not scenario.given:
        raise Refusal(f"'{file}' holds no answers.", _HINT)
    return standings(pack, scenario)[-1]


def _chosen(root: Node, file: Path, name: str | None) -> Node:
    """Return the node of the scenario that was asked for."""
    inner = root.get("scenarios") if isinstance(root, Keyed) else None
    listed = inner if inner is not None else root
    several = listed.items if isinstance(listed, Listing) else (listed,)
    for node in several:
        if name is None or name in _names(node):
            return node
    if name is None:
        raise Refusal(f"'{file}' holds no answers.", _HINT)
    names = ", ".join(f"'{known}'" for node in several for known in _names(node))
    raise Refusal(f"'{file}' has no scenario called '{name}'.", f"It has: {names or 'none'}.")


def _names(node: Node) -> Iterator[str]:
    named = node.get("name") if isinstance(node, Keyed) else None
    if isinstance(named, Text):
        yield named.value.strip()


def _stops(problem: Problem) -> bool:
    """Say whether `problem` is about the answers; what they should lead to is not looked at."""
    return problem.severity is Severity.ERROR and problem.code not in (
        Code.BAD_EXPECTATION.code,
        Code.MISSING_KEY.code,
    )


def _unfit(problems: list[Problem]) -> Refusal:
    says = "\n".join(f"{problem.place}: {problem.message}" for problem in problems)
    return Refusal(says, problems[0].hint if problems else _HINT)
