"""A pack written as clauses for a SAT solver: a model of the clauses is a walk, and each walk one.

It is for packs whose questions lead only onward, so that what is answered before what is plain from
the arrows; such a pack may have more states than can be searched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pysat.card import CardEnc

from guidance_app.core.ids import NodeId, OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack, Question, Route

from .flow_arrows import gathered, rings
from .flow_facts import NO_OPTION, Every, Fact, Facts, Formula, Opposite, Raised
from .flow_graph import graph_of

Literal = int
"""A variable of the solver, or its opposite as a negative number."""

END = NodeId("")
"""In place of a question: where a walk has ended, and everything on it is answered."""


class Endless(Exception):
    """The arrows of the pack go round: it cannot be written as clauses."""


@dataclass(slots=True)
class Clauses:
    """The clauses of one pack, and the variable of everything that can be true of a walk."""

    facts: Facts
    clauses: list[list[Literal]] = field(default_factory=list)
    at: dict[NodeId, Literal] = field(default_factory=dict)
    asked: dict[QuestionId, Literal] = field(default_factory=dict)
    given: dict[tuple[QuestionId, OptionId], Literal] = field(default_factory=dict)
    wins: dict[tuple[QuestionId, OptionId, int], Literal] = field(default_factory=dict)
    holds: dict[tuple[QuestionId, OptionId, int], Literal] = field(default_factory=dict)
    _count: int = 1
    _gates: dict[frozenset[Literal], Literal] = field(default_factory=dict)
    _ahead: Mapping[NodeId, int] = field(default_factory=dict)
    _numbers: dict[NodeId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with every question and outcome, and what lies ahead of each. May raise Endless."""
        nodes = tuple(self.pack.nodes())
        graph = graph_of(self.facts, {})
        if rings(graph.arrows):
            raise Endless
        self.clauses.append([TRUE])
        self._numbers = {node: number for number, node in enumerate(nodes)}
        own = {node: 1 << number for node, number in self._numbers.items()}
        reaches = gathered({node: graph.arrows.get(node, ()) for node in nodes}, own)
        self._ahead = {node: mask & ~own[node] for node, mask in reaches.items()}
        self.at = {node: self.new() for node in nodes}

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self.facts.pack

    def new(self) -> Literal:
        """Return a variable that means nothing yet."""
        self._count += 1
        return self._count

    def every(self, literals: Iterable[Literal]) -> Literal:
        """Return what is true where all of `literals` are."""
        parts = frozenset(literals) - {TRUE}
        if -TRUE in parts or any(-part in parts for part in parts):
            return -TRUE
        if len(parts) <= 1:
            return next(iter(parts), TRUE)
        if parts not in self._gates:
            gate = self._gates[parts] = self.new()
            self.clauses.extend([-gate, part] for part in parts)
            self.clauses.append([gate, *(-part for part in parts)])
        return self._gates[parts]

    def at_most(self, literals: Sequence[Literal], most: int) -> Literal:
        """Return what is true only where at most `most` of `literals` are."""
        limit = self.new()
        bound = CardEnc.atmost(list(literals), most, top_id=self._count)
        self._count = max(self._count, bound.nv)
        self.clauses.extend([-limit, *clause] for clause in bound.clauses)
        return limit

    def some(self, literals: Iterable[Literal]) -> Literal:
        """Return what is true where any of `literals` is."""
        return -self.every(-literal for literal in literals)

    def read(self, formula: Formula, at: NodeId, *, answered: bool = True) -> Literal:
        """Return what `formula` is when the question `at` is met, and `answered` if it has been."""
        match formula:
            case Fact():
                return self.some(
                    self.given[answer]
                    for answer in self.facts.answers(formula)
                    if self._precedes(answer[0], at, answered)
                )
            case Raised(number):
                return self.read(self.facts.when(number), at, answered=answered)
            case Every(parts):
                return self.every([self.read(part, at, answered=answered) for part in parts])
            case Opposite(part):
                return -self.read(part, at, answered=answered)

    def precedes(self, other: QuestionId, question: NodeId) -> bool:
        """Say whether a line leads on from `other` to `question`, however far."""
        return bool(self._ahead.get(other, 0) >> self._numbers[question] & 1)

    def _precedes(self, other: QuestionId, at: NodeId, answered: bool) -> bool:
        return at == END or (answered and other == at) or self.precedes(other, at)


TRUE: Literal = 1
"""The variable that is always true."""


def clauses_of(pack: Pack) -> Clauses:
    """Return `pack` as clauses. Raises Endless where its arrows go round."""
    made = Clauses(Facts(pack))
    for question in pack.questions.values():
        _answers(made, question)
    arriving: dict[NodeId, list[Literal]] = {node: [] for node in pack.nodes()}
    if pack.start in arriving:
        arriving[pack.start].append(TRUE)
    for question in pack.questions.values():
        for to, literal in _onward(made, question):
            if to in arriving:
                arriving[to].append(literal)
    for node, literals in arriving.items():
        _same(made, made.at[node], made.some(literals))
    return made


def _same(made: Clauses, one: Literal, other: Literal) -> None:
    made.clauses.extend(([-one, other], [one, -other]))


def _answers(made: Clauses, question: Question) -> None:
    """Write that an answer is given exactly where the question is asked."""
    asked = made.asked[question.id] = made.new()
    if question.kind not in (Kind.ONE, Kind.SEVERAL):
        made.given[question.id, NO_OPTION] = asked
        return
    options = {option.id: made.new() for option in question.options}
    made.given.update(((question.id, option), literal) for option, literal in options.items())
    made.clauses.append([-asked, *options.values()])
    made.clauses.extend([-literal, asked] for literal in options.values())
    if question.kind is Kind.ONE:
        made.clauses.extend(_at_most_one(made, list(options.values())))
        return
    alone = [options[option.id] for option in question.options if option.exclusive]
    made.clauses.extend([-one, -o] for one in alone for o in options.values() if o != one)


def _at_most_one(made: Clauses, literals: list[Literal]) -> Iterator[list[Literal]]:
    """Yield clauses that let at most one of `literals` be true, as many as there are of them."""
    before: Literal | None = None
    for literal in literals:
        if before is not None:
            yield [-before, -literal]
        upto = made.new()
        yield [-literal, upto]
        if before is not None:
            yield [-before, upto]
        before = upto


def _onward(made: Clauses, question: Question) -> Iterator[tuple[NodeId, Literal]]:
    """Write when `question` is asked; yield where it leads, and when."""
    when = TRUE
    if question.ask_when is not None:
        when = made.read(made.facts.formula(question.ask_when), question.id, answered=False)
        yield question.otherwise or END, made.every((made.at[question.id], -when))
    _same(made, made.asked[question.id], made.every((made.at[question.id], when)))
    if question.kind is not Kind.ONE:
        yield from _lines(made, question, NO_OPTION, question.routes)
        return
    for option in question.options:
        yield from _lines(made, question, option.id, option.routes)


def _lines(
    made: Clauses, question: Question, option: OptionId, routes: tuple[Route, ...]
) -> Iterator[tuple[NodeId, Literal]]:
    one = question.kind is Kind.ONE
    here = made.given[question.id, option] if one else made.asked[question.id]
    left = here
    for number, route in enumerate(routes):
        holds = TRUE
        if route.when is not None:
            holds = made.read(made.facts.formula(route.when), question.id)
        wins = made.every((left, holds))
        made.wins[question.id, option, number] = wins
        made.holds[question.id, option, number] = made.every((here, holds))
        left = made.every((left, -holds))
        yield route.to, wins
    made.wins[question.id, option, len(routes)] = left
