"""What walks can do, found by a SAT solver: for packs with more states than can be searched."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from pysat.solvers import Solver

from guidance_app.core.condition import Condition
from guidance_app.core.ids import DutyId, NodeId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Kind, Need, Pack, Route

from .flow_clauses import END, TRUE, Literal, clauses_of
from .flow_facts import NO_OPTION, Every, Fact, Formula, Opposite, Raised, answerings
from .flow_possible import AtEnds, Truths
from .flow_search import Shown, WalkShown

MOST_COUNTED = 40
"""In packs with more questions than this a walk that is shown is short, and maybe not shortest."""

_SOLVER = "glucose4"

Model: TypeAlias = "array[Literal]"
"""A walk: every variable as a literal that is true of it, most of them negative."""


class Solved:
    """Says what walks can do, each by one question to the solver. Raises Endless: see clauses.

    Of several walks, the solver is led to those that are asked little.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._made = clauses_of(pack)
        self._solver = Solver(name=_SOLVER)
        self._told = 0
        self._models: dict[tuple[Literal, ...], Model | None] = {}

    def reached(self, node: NodeId) -> Shown | None:
        """Return a walk that comes to the question or outcome, asked or not."""
        return self._walk(node, (), self._made.at[node])

    def asked(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is asked."""
        return self._walk(question, (), self._made.asked[question])

    def passed(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is passed over."""
        made = self._made
        return self._walk(question, (), made.at[question], -made.asked[question])

    def answered(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer."""
        return self._walk(question, (question,), self._here(question, option))

    def stuck(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer, and is led on by no line."""
        none = self._made.wins[question, option, self._lines(question, option)]
        return self._walk(question, (question,), none)

    def won(self, question: QuestionId, option: OptionId) -> frozenset[int]:
        """Return the lines by which some walk is led on."""
        numbers = range(self._lines(question, option))
        return frozenset(n for n in numbers if self._can(self._made.wins[question, option, n]))

    def line(
        self, question: QuestionId, option: OptionId, number: int, *, holds: bool
    ) -> Shown | None:
        """Return a walk on which the condition of a line holds, or on which it does not."""
        literal = self._made.holds[question, option, number]
        wanted = literal if holds else -literal
        return self._walk(question, (question,), self._here(question, option), wanted)

    def before(self, other: QuestionId, question: QuestionId, *, asked: bool) -> bool:
        """Say whether a walk can have answered `other` when it comes to `question`, or is asked."""
        here = self._made.asked[question] if asked else self._made.at[question]
        return self._made.precedes(other, question) and self._can(here, self._made.asked[other])

    def at_ends(self, said: Sequence[AtEnds]) -> Sequence[Truths]:
        """Return what is true of each of `said`."""
        return tuple(self._truths(one) for one in said)

    def unreasoned(self, outcome: OutcomeId) -> Shown | None:
        """Return a walk to `outcome` on which no reason was required."""
        required = (q.id for q in self.pack.questions.values() if q.reason is Need.REQUIRED)
        none = (-self._made.asked[question] for question in required)
        return self._walk(outcome, (), self._made.at[outcome], *none)

    def _truths(self, said: AtEnds) -> Truths:
        made = self._made
        ends = made.some(made.at[outcome] for outcome in said.outcomes)
        formula = self._formula(said.when)
        true = made.read(formula, END)
        holds = self._can(ends, true)
        if not holds and said.anywhere and not self._lasts(formula):
            holds = any(
                self._can(ends, made.at[at], made.read(formula, at, answered=False))
                or self._can(ends, made.asked[at], made.read(formula, at))
                for at in self.pack.questions
            )
        return Truths(holds, self._can(ends, -true), partial(self._shortest, said.outcomes))

    def _shortest(self, outcomes: Sequence[OutcomeId]) -> WalkShown:
        walks = [walk() for o in outcomes if (walk := self.reached(o)) is not None]
        return min(walks, key=lambda walk: len({question for question, _ in walk}), default=())

    def _formula(self, when: Condition | DutyId) -> Formula:
        if isinstance(when, str):
            return Raised([duty.id for duty in self.pack.raised].index(when))
        return self._made.facts.formula(when)

    def _lasts(self, formula: Formula, *, wanted: bool = True) -> bool:
        """Say whether `formula` stays as `wanted` on a walk, once it is: more facts cannot undo it.

        Of such a formula it is enough to ask where walks end.
        """
        match formula:
            case Fact():
                return wanted
            case Raised(number):
                return self._lasts(self._made.facts.when(number), wanted=wanted)
            case Every(parts):
                return all(self._lasts(part, wanted=wanted) for part in parts)
            case Opposite(part):
                return self._lasts(part, wanted=not wanted)

    def _can(self, *literals: Literal) -> bool:
        """Say whether some walk makes all of `literals` true."""
        if -TRUE in literals:
            return False
        for clause in self._made.clauses[self._told :]:
            self._solver.add_clause(clause)
        self._told = len(self._made.clauses)
        return bool(self._solver.solve(assumptions=list(literals)))

    def _model(self, literals: Sequence[Literal]) -> Model | None:
        """Return a walk that makes all of `literals` true, or None."""
        return array("i", self._solver.get_model() or ()) if self._can(*literals) else None

    def _walk(self, to: NodeId, last: Sequence[QuestionId], *literals: Literal) -> Shown | None:
        """Return a walk to `to` that makes all of `literals` true; `last` is answered too."""
        if literals not in self._models:
            self._models[literals] = self._model(literals)
        model = self._models[literals]
        return None if model is None else partial(self._written, model, to, last, literals)

    def _written(
        self,
        model: Model,
        to: NodeId,
        last: Sequence[QuestionId],
        literals: Sequence[Literal],
    ) -> WalkShown:
        if len(self.pack.questions) <= MOST_COUNTED:
            model = self._fewest(model, to, last, literals)
        return self._shown(set(model), to, last)

    def _fewest(
        self,
        model: Model,
        to: NodeId,
        last: Sequence[QuestionId],
        literals: Sequence[Literal],
    ) -> Model:
        """Return the shortest of the walks, of which `model` is one."""
        made = self._made
        earlier = [q for q in self.pack.questions if made.precedes(q, to)]
        asked = [made.asked[question] for question in (*earlier, *last)]
        fewest = len(set(model).intersection(asked))
        while fewest:
            shorter = self._model((*literals, made.at_most(asked, fewest - 1)))
            if shorter is None:
                break
            model, fewest = shorter, len(set(shorter).intersection(asked))
        return model

    def _shown(self, model: set[Literal], to: NodeId, last: Sequence[QuestionId]) -> WalkShown:
        """Return the walk that `model` is true of, as far as `to`."""
        made, node = self._made, self.pack.start
        shown: list[tuple[str, str]] = []
        while node in self.pack.questions:
            question = QuestionId(node)
            if node == to and question not in last:
                break
            if made.asked[question] not in model:
                node = self.pack.questions[question].otherwise or END
                continue
            options = [o for o in _options(self.pack, question) if made.given[question, o] in model]
            shown.extend((str(question), str(option)) for option in options)
            if node == to:
                break
            node = self._onward(model, question, options)
        return tuple(shown)

    def _onward(
        self, model: set[Literal], question: QuestionId, options: Sequence[OptionId]
    ) -> NodeId:
        one = self.pack.questions[question].kind is Kind.ONE
        option = options[0] if one else NO_OPTION
        for number, route in enumerate(self._routes(question, option)):
            if self._made.wins[question, option, number] in model:
                return route.to
        return END

    def _here(self, question: QuestionId, option: OptionId) -> Literal:
        made = self._made
        return made.asked[question] if option == NO_OPTION else made.given[question, option]

    def _routes(self, question: QuestionId, option: OptionId) -> tuple[Route, ...]:
        asked = self.pack.questions[question]
        chosen = asked.option(option) if asked.kind is Kind.ONE else None
        return chosen.routes if chosen is not None else asked.routes

    def _lines(self, question: QuestionId, option: OptionId) -> int:
        return len(self._routes(question, option))


def _options(pack: Pack, question: QuestionId) -> tuple[OptionId, ...]:
    return tuple(option for _, option in answerings(pack.questions[question]))
