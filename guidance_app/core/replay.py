"""The engine: a walk replayed through its pack, and where it then stands."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from .condition import Carries, Condition, atoms, holds
from .ids import DutyId, NodeId, OptionId, OutcomeId, QuestionId
from .pack import Kind, Pack, Question, Route
from .path import Step, raised
from .standing import Standing
from .walk import Answer, Walk


@dataclass(slots=True)
class Replay:
    """A replay under way: what has been given, added and passed by so far.

    `added` and `passed` say after how many steps: of the duty's first adding, of the passing by.
    """

    pack: Pack
    given: dict[QuestionId, frozenset[OptionId]] = field(default_factory=dict)
    added: dict[DutyId, int] = field(default_factory=dict)
    passed: dict[QuestionId, int] = field(default_factory=dict)
    path: list[Step] = field(default_factory=list)
    asked: QuestionId | None = None

    @staticmethod
    def up_to(question: QuestionId, pack: Pack, was: Standing) -> "Replay":
        """Return a replay that stands where `was` did before `question`, which is on its path."""
        given: dict[QuestionId, frozenset[OptionId]] = {}
        for name, options in was.given.items():
            if name == question:
                break
            given[name] = options
        steps = len(given)
        added = {duty: after for duty, after in was.added.items() if after <= steps}
        passed = {name: after for name, after in was.passed.items() if after <= steps}
        return Replay(pack, given, added, passed, list(was.path[:steps]))

    def keep(self, step: Step) -> None:
        """Put a step on the path that was walked before."""
        self.given[step.question] = frozenset(step.answer.options)
        self._add(step.adds)
        self.path.append(step)

    def _add(self, duties: tuple[DutyId, ...]) -> None:
        """Note that the step about to be put on the path adds `duties`."""
        for duty in duties:
            self.added.setdefault(duty, len(self.path) + 1)

    def copy(self) -> "Replay":
        """Return a replay that stands where this one does, and goes its own way."""
        given, added, passed = dict(self.given), dict(self.added), dict(self.passed)
        return Replay(self.pack, given, added, passed, list(self.path))

    def on(self, node: NodeId, walk: Walk) -> Iterator[NodeId]:
        """Walk on from `node` as far as there are answers; yield each node come to, `node` too.

        The last one is a question where it is asked next, or was met before.
        """
        yield node
        while (question := self._next(node)) is not None:
            if not self.holds(question.ask_when):
                self.passed[question.id] = len(self.path)
                node = question.otherwise or ""
            else:
                answer = walk.given(question.id)
                if answer is None or not fits(question, answer):
                    self.asked = question.id
                    return
                node = self.take(question, answer)
            yield node

    def go(self, node: NodeId, walk: Walk) -> Standing:
        """Walk on from `node` as far as there are answers, and say where that stands."""
        *_, end = self.on(node, walk)
        outcome = OutcomeId(end) if end in self.pack.outcomes else None
        return Standing(
            path=tuple(self.path),
            question=self.asked,
            outcome=outcome,
            walk=walk,
            given=self.given,
            added=self.added,
            passed=self.passed,
            raises=self.pack.raised,
        )

    def _next(self, node: NodeId) -> Question | None:
        """Return the question `node`, unless there is none or it was met before."""
        name = QuestionId(node)
        met = name in self.given or name in self.passed
        return None if met else self.pack.questions.get(name)

    def holds(self, condition: Condition | None) -> bool:
        """Say whether `condition` is true at this point of the path; None always is."""
        if condition is None:
            return True
        duties: AbstractSet[DutyId] = self.added.keys()
        if self.pack.raised and any(isinstance(atom, Carries) for atom in atoms(condition)):
            duties = duties | raised(self.pack.raised, self.given, duties)
        return holds(condition, self.given, duties)

    def take(self, question: Question, answer: Answer) -> NodeId:
        """Put `answer` on the path and return where it leads; an empty id where nothing holds."""
        self.given[question.id] = frozenset(answer.options)
        duties: dict[DutyId, None] = {}
        routes = question.routes
        for option in question.options:
            if option.id in answer.options:
                duties.update(dict.fromkeys(option.adds))
                if question.kind is Kind.ONE:
                    routes = option.routes
        adds = tuple(duties)
        self._add(adds)
        to = self.first(routes)
        self.path.append(Step(question.id, answer, adds, to))
        return to

    def first(self, routes: tuple[Route, ...]) -> NodeId:
        """Return where the first of `routes` whose condition holds leads, or an empty id."""
        for route in routes:
            if self.holds(route.when):
                return route.to
        return ""


def fits(question: Question, answer: Answer) -> bool:
    """Say whether `answer` can stand on the path: existing options, one or, if `several`, some."""
    if question.kind is Kind.ONE:
        return len(answer.options) == 1 and question.option(answer.options[0]) is not None
    if question.kind is Kind.SEVERAL:
        chosen = [question.option(option) for option in answer.options]
        alone = any(option is not None and option.exclusive for option in chosen)
        return bool(chosen) and None not in chosen and not (alone and len(chosen) > 1)
    return not answer.options


def stand(pack: Pack, walk: Walk) -> Standing:
    """Replay `walk` through `pack` from the start, and say where it stands.

    For any sequence of answers, the path and the answers aside are together exactly what was given.
    """
    return Replay(pack).go(pack.start, walk)


def stand_again(pack: Pack, was: Standing, walk: Walk, question: QuestionId) -> Standing:
    """Return what `stand` does, without walking again what comes before `question` on the path.

    `was` is where the walk stood before `question` was answered, or answered anew, or its answer
    taken back; nothing else in `walk` may be another than it was then.
    """
    if question in was.given:
        return Replay.up_to(question, pack, was).go(question, walk)
    if question != was.question:
        return replace(was, walk=walk)
    given, added, passed = dict(was.given), dict(was.added), dict(was.passed)
    return Replay(pack, given, added, passed, list(was.path)).go(question, walk)
