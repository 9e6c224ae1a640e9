"""Every walk through a small pack, one after the other: slow, plain, and no kin of the search."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

from guidance_app.core.condition import Condition, holds
from guidance_app.core.ids import DutyId, NodeId, OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack, Question, Route
from guidance_app.core.path import raised

Chosen = tuple[OptionId, ...]


@dataclass(frozen=True)
class Met:
    """A walk at some moment. `met` is "asked", "passed", "answered", "end", "loop" or "stuck".

    `truths` are those of the lines, or of the 'ask-when', that are read at that moment.
    """

    met: str = ""
    node: NodeId = ""
    path: tuple[tuple[QuestionId, Chosen], ...] = ()
    added: frozenset[DutyId] = frozenset()
    passed: frozenset[NodeId] = frozenset()
    truths: tuple[bool, ...] = ()
    duties: frozenset[DutyId] = frozenset()
    given: dict[QuestionId, frozenset[OptionId]] = field(default_factory=dict)


def every_moment(pack: Pack) -> Iterator[Met]:
    """Yield every moment of every walk through `pack`."""
    todo = [(Met(), pack.start)]
    while todo:
        walk, node = todo.pop()
        question = pack.questions.get(QuestionId(node))
        if node in walk.passed:
            yield _at(pack, walk, "loop", node)
        elif question is not None:
            here = replace(walk, passed=walk.passed | {node})
            asks = question.ask_when is None or _true(pack, here, question.ask_when)
            yield _at(pack, here, "asked" if asks else "passed", node, (asks,))
            if not asks:
                todo.append((here, question.otherwise or ""))
            for chosen in ways(question) if asks else ():
                after, to = _answered(pack, here, question, chosen)
                yield after
                todo.append((after, to))
        else:
            yield _at(pack, walk, "end" if node in pack.outcomes else "stuck", node)


def ways(question: Question) -> Iterator[Chosen]:
    """Yield every way in which `question` can be answered."""
    names = [option.id for option in question.options]
    if question.kind is Kind.ONE:
        yield from ((name,) for name in names)
    elif question.kind is Kind.SEVERAL:
        alone = {option.id for option in question.options if option.exclusive}
        sizes = (combinations(names, size) for size in range(1, len(names) + 1))
        yield from (c for c in chain(*sizes) if len(c) == 1 or alone.isdisjoint(c))
    else:
        yield ()


def lines_of(question: Question, chosen: Chosen) -> tuple[Route, ...]:
    """Return the lines by which an answer of `chosen` is led."""
    if question.kind is not Kind.ONE:
        return question.routes
    return next(option.routes for option in question.options if option.id in chosen)


def _answered(pack: Pack, walk: Met, question: Question, chosen: Chosen) -> tuple[Met, NodeId]:
    adds = (option.adds for option in question.options if option.id in chosen)
    after = replace(
        walk,
        path=(*walk.path, (question.id, chosen)),
        given={**walk.given, question.id: frozenset(chosen)},
        added=walk.added.union(*adds),
    )
    lines = lines_of(question, chosen)
    truths = tuple(line.when is None or _true(pack, after, line.when) for line in lines)
    to = lines[truths.index(True)].to if any(truths) else ""
    return _at(pack, after, "answered", question.id, truths), to


def _at(pack: Pack, walk: Met, met: str, node: NodeId, truths: tuple[bool, ...] = ()) -> Met:
    duties = walk.added | raised(pack.raised, walk.given, walk.added)
    return replace(walk, met=met, node=node, truths=truths, duties=duties)


def _true(pack: Pack, walk: Met, condition: Condition) -> bool:
    return holds(condition, walk.given, walk.added | raised(pack.raised, walk.given, walk.added))
