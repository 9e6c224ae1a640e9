"""One person's answers through one pack, and where they stand: the engine."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from .condition import Answered, Carries, Condition, Given, atoms, holds
from .ids import DutyId, FieldId, NodeId, OptionId, OutcomeId, QuestionId
from .pack import Kind, Pack, Question, Route


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question: options, or text for a question without options."""

    question: QuestionId
    options: tuple[OptionId, ...] = ()
    text: str = ""
    reason: str = ""
    fields: tuple[tuple[FieldId, str], ...] = ()

    def field(self, field_id: str) -> str:
        """Return what was written in the field, or an empty text."""
        return next((text for name, text in self.fields if name == field_id), "")


@dataclass(frozen=True, slots=True)
class Walk:
    """The answers, at most one to a question, in the order the questions were first answered."""

    answers: tuple[Answer, ...] = ()

    def answer(self, answer: Answer) -> "Walk":
        """Return this walk with `answer` given, in place of an earlier one to the same question."""
        if self.given(answer.question) is None:
            return Walk((*self.answers, answer))
        return Walk(tuple(answer if a.question == answer.question else a for a in self.answers))

    def given(self, question: QuestionId) -> Answer | None:
        """Return the answer given to `question`, on the path or not, or None."""
        return next((a for a in self.answers if a.question == question), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the path, its answer, the duties that the answer named, and where it led."""

    question: QuestionId
    answer: Answer
    adds: tuple[DutyId, ...]
    to: NodeId


@dataclass(frozen=True, slots=True)
class Carried:
    """A duty that the path carries, and the questions whose answers added it."""

    duty: DutyId
    because: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a walk stands: its path, what comes next, the duties so far, and the answers set aside.

    Exactly one of `question` (asked next), `outcome` (reached) and `stuck` (the pack leads nowhere
    from here, which a checked pack never does) is set.
    """

    path: tuple[Step, ...] = ()
    question: QuestionId | None = None
    outcome: OutcomeId | None = None
    duties: tuple[Carried, ...] = ()
    aside: tuple[Answer, ...] = ()
    stuck: bool = False

    @property
    def done(self) -> bool:
        """Whether an outcome has been reached."""
        return self.outcome is not None

    @property
    def given(self) -> dict[QuestionId, frozenset[OptionId]]:
        """The options given on the path, as conditions read them."""
        return {step.question: frozenset(step.answer.options) for step in self.path}

    @property
    def carried(self) -> frozenset[DutyId]:
        """The ids of the duties carried."""
        return frozenset(carried.duty for carried in self.duties)

    @property
    def asked(self) -> tuple[QuestionId, ...]:
        """The questions on the path, in order."""
        return tuple(step.question for step in self.path)

    def holds(self, condition: Condition | None) -> bool:
        """Say whether `condition` is true of where the walk stands; None always is."""
        return condition is None or holds(condition, self.given, self.carried)


@dataclass(slots=True)
class _Replay:
    """A replay under way: what has been given and added so far."""

    pack: Pack
    given: dict[QuestionId, frozenset[OptionId]] = field(default_factory=dict)
    added: dict[DutyId, tuple[QuestionId, ...]] = field(default_factory=dict)
    path: list[Step] = field(default_factory=list)

    def holds(self, condition: Condition | None) -> bool:
        """Say whether `condition` is true at this point of the path; None always is."""
        if condition is None:
            return True
        duties: AbstractSet[DutyId] = self.added.keys()
        if self.pack.raised and any(isinstance(atom, Carries) for atom in atoms(condition)):
            duties = duties | raised(self.pack, self.given, frozenset(duties))
        return holds(condition, self.given, duties)

    def take(self, question: Question, answer: Answer) -> NodeId:
        """Put `answer` on the path and return where it leads; an empty id where nothing holds."""
        self.given[question.id] = frozenset(answer.options)
        chosen = [option for option in question.options if option.id in answer.options]
        adds = tuple(dict.fromkeys(duty for option in chosen for duty in option.adds))
        for duty in adds:
            self.added[duty] = (*self.added.get(duty, ()), question.id)
        routes = chosen[0].routes if question.kind is Kind.ONE else question.routes
        to = self.first(routes)
        self.path.append(Step(question.id, answer, adds, to))
        return to

    def first(self, routes: tuple[Route, ...]) -> NodeId:
        """Return where the first of `routes` whose condition holds leads, or an empty id."""
        return next((route.to for route in routes if self.holds(route.when)), "")

    def duties(self) -> tuple[Carried, ...]:
        """Return the duties added by options, in order, then those that a condition raises."""
        added = tuple(Carried(duty, because) for duty, because in self.added.items())
        also = raised(self.pack, self.given, frozenset(self.added)) - self.added.keys()
        return added + tuple(
            Carried(duty.id, tuple(self._read_by(duty.when)))
            for duty in self.pack.raised
            if duty.id in also
        )

    def _read_by(self, condition: Condition | None) -> Iterator[QuestionId]:
        """Yield the questions on the path whose answers `condition` reads and finds."""
        for atom in atoms(condition) if condition else ():
            match atom:
                case Answered(question, options) if options & self.given.get(question, frozenset()):
                    yield question
                case Carries(duties):
                    for duty in duties:
                        yield from self.added.get(duty, ())


def raised(pack: Pack, given: Given, added: frozenset[DutyId]) -> frozenset[DutyId]:
    """Return the duties that conditions raise, given the path's answers and the duties they added.

    The conditions are taken once each, in the author's order; each sees what was raised before it.
    """
    duties = set(added)
    for duty in pack.raised:
        if duty.when is not None and holds(duty.when, given, duties):
            duties.add(duty.id)
    return frozenset(duties) - added


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
    answers = {answer.question: answer for answer in walk.answers}
    replay = _Replay(pack)
    met: set[NodeId] = set()
    node = pack.start
    asked: QuestionId | None = None
    while node not in met and (question := pack.questions.get(QuestionId(node))) is not None:
        met.add(node)
        if not replay.holds(question.ask_when):
            node = question.otherwise or ""
            continue
        answer = answers.get(question.id)
        if answer is None or not fits(question, answer):
            asked = question.id
            break
        del answers[question.id]
        node = replay.take(question, answer)
    outcome = OutcomeId(node) if node in pack.outcomes else None
    return Standing(
        path=tuple(replay.path),
        question=asked,
        outcome=outcome,
        duties=replay.duties(),
        aside=tuple(answers.values()),
        stuck=asked is None and outcome is None,
    )
