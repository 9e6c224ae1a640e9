"""What conditions read of a walk, a bit to a fact, and conditions ready to be read from bits."""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from guidance_app.core.condition import All, Answered, Carries, Condition, Not, Some
from guidance_app.core.ids import DutyId, OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack, Question

Answering = tuple[QuestionId, OptionId]
"""Giving an option to a question; `NO_OPTION` where the question is answered in words."""

NO_OPTION = OptionId("")

Weight = tuple[bool | None, int]
"""Whether something is settled, as what (None: still open), and the facts that show it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """True once any of a set of answers has been given. On the way forward it never turns false."""

    bit: int

    def holds(self, facts: int, raised: int) -> bool:
        """Say whether this is among `facts`."""
        return bool(facts & self.bit)

    def weigh(self, facts: int, still: int, raised: Mapping[int, Weight]) -> Weight:
        """Say whether this is settled, when only the facts `still` can yet come true."""
        if facts & self.bit:
            return True, self.bit
        return (None if still & self.bit else False), 0


@dataclass(frozen=True, slots=True)
class Raised:
    """True where the pack's conditional duty of this number is raised."""

    number: int

    def holds(self, facts: int, raised: int) -> bool:
        """Say whether this is among the duties `raised`, a bit each."""
        return bool(raised >> self.number & 1)

    def weigh(self, facts: int, still: int, raised: Mapping[int, Weight]) -> Weight:
        """Say what has been found of the duty."""
        return raised[self.number]


@dataclass(frozen=True, slots=True)
class Every:
    """True where every part is."""

    parts: tuple["Formula", ...]

    def holds(self, facts: int, raised: int) -> bool:
        """Say whether every part holds."""
        return all(part.holds(facts, raised) for part in self.parts)

    def weigh(self, facts: int, still: int, raised: Mapping[int, Weight]) -> Weight:
        """Say whether this is settled: one part that is false settles it, and alone shows it."""
        settled: bool | None = True
        shown = 0
        for part in self.parts:
            value, why = part.weigh(facts, still, raised)
            if value is False:
                return False, why
            settled = settled and value
            shown |= why
        return settled, shown


@dataclass(frozen=True, slots=True)
class Opposite:
    """True where the part is not."""

    part: "Formula"

    def holds(self, facts: int, raised: int) -> bool:
        """Say whether the part does not hold."""
        return not self.part.holds(facts, raised)

    def weigh(self, facts: int, still: int, raised: Mapping[int, Weight]) -> Weight:
        """Say whether the part is settled, and turn the answer round."""
        value, why = self.part.weigh(facts, still, raised)
        return (None if value is None else not value), why


Formula = Fact | Raised | Every | Opposite

ALWAYS = Every(())
NEVER = Opposite(ALWAYS)


@dataclass(frozen=True, slots=True)
class Reading:
    """A formula with all that it reads: a mask of facts, and the conditional duties in order."""

    formula: Formula
    reads: int
    raised: tuple[tuple[int, Formula], ...] = ()

    def holds(self, facts: int) -> bool:
        """Say whether this is true of a walk on which exactly `facts` are."""
        raised = 0
        for number, formula in self.raised:
            if formula.holds(facts, raised):
                raised |= 1 << number
        return self.formula.holds(facts, raised)

    def shown(self, facts: int, still: int) -> int:
        """Return those of `facts` that are enough to read this now and ever after.

        Only the facts `still` can yet come true. Whatever further ones of `facts` are kept beside
        them, this reads the same.
        """
        raised: dict[int, Weight] = {}
        for number, formula in self.raised:
            raised[number] = formula.weigh(facts, still, raised)
        return self.formula.weigh(facts, still, raised)[1]


@dataclass(slots=True)
class Facts:
    """The facts that the conditions of one pack read, found as the conditions are made ready.

    `shows` gives the facts that each answer makes true. "Any of these" is one fact and not many,
    however it is written: that keeps apart only as many walks as a condition does.
    """

    pack: Pack
    shows: dict[Answering, int] = field(default_factory=dict)
    _adders: dict[DutyId, set[Answering]] = field(default_factory=lambda: defaultdict(set))
    _numbers: dict[DutyId, int] = field(default_factory=dict)
    _when: list[Reading] = field(default_factory=list)
    _facts: dict[frozenset[Answering], Fact] = field(default_factory=dict)
    _carries: dict[AbstractSet[DutyId], Formula] = field(default_factory=dict)
    _read: dict[Condition, Reading] = field(default_factory=dict)
    _answers: list[frozenset[Answering]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for question in self.pack.questions.values():
            for option in question.options if has_options(question) else ():
                for duty in option.adds:
                    self._adders[duty].add((question.id, option.id))
        for number, raised in enumerate(self.pack.raised):
            # A conditional duty sees those before it and no others: they alone have a number yet.
            self._when.append(self.whole(self.formula(raised.when or All(()))))
            self._numbers[raised.id] = number
            self._carries.clear()  # what was said of the duty before is no longer all

    def answers(self, fact: Fact) -> frozenset[Answering]:
        """Return the answers any of which makes `fact` true."""
        return self._answers[fact.bit.bit_length() - 1]

    def when(self, number: int) -> Formula:
        """Return what raises the conditional duty of this number."""
        return self._when[number].formula

    def reading(self, condition: Condition) -> Reading:
        """Return `condition` made ready to be read from facts."""
        if condition not in self._read:
            self._read[condition] = self.whole(self.formula(condition))
        return self._read[condition]

    def raising(self, duty: DutyId) -> Reading:
        """Return what raises the conditional duty `duty`, ready to be read."""
        number = self._numbers[duty]
        when = self._when[number]
        return Reading(Raised(number), when.reads, (*when.raised, (number, when.formula)))

    def whole(self, formula: Formula) -> Reading:
        """Return `formula` with all that it reads, conditional duties and what they read too."""
        numbers, reads = set[int](), 0
        for part in _leaves(formula):
            match part:
                case Fact(bit):
                    reads |= bit
                case Raised(number):
                    when = self._when[number]
                    numbers |= {number, *(earlier for earlier, _ in when.raised)}
                    reads |= when.reads
        raised = tuple((number, self._when[number].formula) for number in sorted(numbers))
        return Reading(formula, reads, raised)

    def asked(self, question: QuestionId) -> Formula:
        """Return what is true once `question` has been answered, whatever the answer."""
        asked = self.pack.questions.get(question)
        return NEVER if asked is None else self._fact(frozenset(answerings(asked)))

    def every(self, *formulas: Formula) -> Formula:
        """Return what is true where all `formulas` are; the facts they rule out become one."""
        parts: list[Formula] = []
        ruled_out: set[Answering] = set()
        for part in formulas:
            match part:
                case Every(inner):
                    parts.extend(inner)
                case Opposite(Fact(bit)):
                    ruled_out |= self._answers[bit.bit_length() - 1]
                case _:
                    parts.append(part)
        if ruled_out:
            parts.append(Opposite(self._fact(frozenset(ruled_out))))
        if NEVER in parts:
            return NEVER
        return parts[0] if len(parts) == 1 else Every(tuple(dict.fromkeys(parts)))

    def some(self, *formulas: Formula) -> Formula:
        """Return what is true where at least one of `formulas` is."""
        return opposite(self.every(*(opposite(part) for part in formulas)))

    def formula(self, condition: Condition) -> Formula:
        """Return `condition` over facts."""
        match condition:
            case Answered(question, options):
                return self._fact(self._given(question, options))
            case Carries(duties):
                return self._carried(duties)
            case All(parts):
                return self.every(*(self.formula(part) for part in parts))
            case Some(parts):
                return self.some(*(self.formula(part) for part in parts))
            case Not(part):
                return opposite(self.formula(part))
            case _:
                raise TypeError(condition)

    def _given(self, question: QuestionId, options: AbstractSet[OptionId]) -> frozenset[Answering]:
        read = self.pack.questions.get(question)
        if read is None or not has_options(read):
            return frozenset()
        return frozenset((question, o.id) for o in read.options if o.id in options)

    def _carried(self, duties: AbstractSet[DutyId]) -> Formula:
        if duties not in self._carries:
            added = frozenset[Answering]().union(*(self._adders.get(duty, ()) for duty in duties))
            raised = sorted(self._numbers[duty] for duty in duties if duty in self._numbers)
            self._carries[duties] = self.some(self._fact(added), *map(Raised, raised))
        return self._carries[duties]

    def _fact(self, answers: frozenset[Answering]) -> Formula:
        if not answers:
            return NEVER
        if answers not in self._facts:
            fact = self._facts[answers] = Fact(1 << len(self._answers))
            self._answers.append(answers)
            for answer in answers:
                self.shows[answer] = self.shows.get(answer, 0) | fact.bit
        return self._facts[answers]


def opposite(formula: Formula) -> Formula:
    """Return what is true where `formula` is not."""
    return formula.part if isinstance(formula, Opposite) else Opposite(formula)


def has_options(question: Question) -> bool:
    """Say whether `question` is answered by choosing."""
    return question.kind in (Kind.ONE, Kind.SEVERAL)


def answerings(question: Question) -> tuple[Answering, ...]:
    """Return every way in which an answer to `question` can show a fact."""
    if not has_options(question):
        return ((question.id, NO_OPTION),)
    return tuple((question.id, option.id) for option in question.options)


def _leaves(formula: Formula) -> list[Fact | Raised]:
    found: list[Fact | Raised] = []
    todo: list[Formula] = [formula]
    while todo:
        match todo.pop():
            case Every(parts):
                todo.extend(parts)
            case Opposite(part):
                todo.append(part)
            case leaf:
                found.append(leaf)
    return found
