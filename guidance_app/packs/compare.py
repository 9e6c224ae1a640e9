"""What a change of a pack does: exactly which walks it moves, and which words it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guidance_app.core.condition import Carries
from guidance_app.core.ids import DutyId
from guidance_app.core.outcome import Advice, Outcome
from guidance_app.core.pack import Pack

from .flow_facts import ALWAYS, NEVER, Facts, Formula
from .flow_graph import graph_of
from .flow_search import WalkShown
from .pairs import Ending, Said, pair_ends, pair_truths
from .settled import Changed, reworded, settings_changed
from .texts import advice


class Kind(StrEnum):
    """What a difference is about."""

    ENDS = "ends-elsewhere"
    GONE = "answer-gone"
    ADDED = "answer-added"
    DUTY_GAINED = "duty-gained"
    DUTY_LOST = "duty-lost"
    ASKED_MORE = "asked-more"
    ASKED_LESS = "asked-less"
    ADVICE_GAINED = "advice-gained"
    ADVICE_LOST = "advice-lost"


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which walks differ. `was` and `now` are what there was and is, as ids or words.

    `sets` are the sets of answers for which it is so, each to all that either version asks; `walk`
    is the shortest of them.
    """

    kind: Kind
    was: str
    now: str
    sets: int
    walk: WalkShown


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two versions of a pack.

    `sets` counts every set of answers to what either version asks. `settings` are changes to what a
    question or an outcome is, `words` changes to what a practitioner reads.
    """

    sets: int
    differences: tuple[Difference, ...]
    settings: tuple[Changed, ...]
    words: tuple[Changed, ...]

    @property
    def same_walks(self) -> bool:
        """Whether every answer leads where it led, and adds and shows what it did."""
        return not self.differences


def compare(old: Pack, new: Pack) -> Comparison:
    """Return what is different in `new`: exact, for all walks. Neither may have an endless walk.

    The same answers are given to both. What one asks and the other does not is answered in every
    way there is.
    """
    both = _Both(Facts(old), Facts(new))
    endings = both.endings()
    sets = sum(ending.alike for ending in endings)
    found = tuple(both.differences(endings))
    return Comparison(sets, found, settings_changed(old, new), reworded(old, new))


def differ(old: Pack, new: Pack) -> bool:
    """Say whether any walk, or a setting, is different in `new`; words are left out.

    As exact as `compare`, and quicker: it ends at the first difference. Neither may have an endless
    walk.
    """
    if settings_changed(old, new):
        return True
    both = _Both(Facts(old), Facts(new))
    return any(True for _ in both.differences(both.endings()))


def _ends(endings: tuple[Ending, ...]) -> Iterator[Difference]:
    """Yield where the same answers end elsewhere, and answers that only one version has."""
    found: dict[tuple[Kind, str, str], list[Ending]] = {}
    for ending in endings:
        if ending.old is not None and ending.new is not None:
            if ending.old != ending.new:
                found.setdefault((Kind.ENDS, ending.old, ending.new), []).append(ending)
        elif ending.old is not None:
            found.setdefault((Kind.GONE, ending.old, ending.refused or ""), []).append(ending)
        elif ending.new is not None:
            found.setdefault((Kind.ADDED, ending.refused or "", ending.new), []).append(ending)
    for (kind, was, now), alike in found.items():
        yield Difference(kind, was, now, sum(ending.alike for ending in alike), alike[0].walk)


@dataclass(frozen=True, slots=True)
class _Both:
    """Both versions made ready."""

    old: Facts
    new: Facts

    def endings(self) -> tuple[Ending, ...]:
        """Return where the same answers end in both."""
        return pair_ends(graph_of(self.old, {}), graph_of(self.new, {}))

    def differences(self, endings: tuple[Ending, ...]) -> Iterator[Difference]:
        """Yield every way in which walks differ, those that are found soonest first."""
        yield from _ends(endings)
        yield from self.duties()
        yield from self.questions()
        yield from self.advice()

    def duties(self) -> Iterator[Difference]:
        """Yield each duty that the same answers carry in one version and not in the other."""
        for duty in dict.fromkeys((*self.old.pack.duties, *self.new.pack.duties)):
            was, now = (_at_all_ends(facts, _carried(facts, duty)) for facts in self._facts)
            yield from self._told(was, now, duty, Kind.DUTY_LOST, Kind.DUTY_GAINED)

    def questions(self) -> Iterator[Difference]:
        """Yield each question that is asked in one version and not in the other."""
        for question in dict.fromkeys((*self.old.pack.questions, *self.new.pack.questions)):
            was, now = (_at_all_ends(facts, facts.asked(question)) for facts in self._facts)
            yield from self._told(was, now, question, Kind.ASKED_LESS, Kind.ASKED_MORE)

    def advice(self) -> Iterator[Difference]:
        """Yield each line of an outcome of both that is shown to others than it was."""
        for outcome in self.old.pack.outcomes:
            if outcome not in self.new.pack.outcomes:
                continue
            lists = [_lines(facts.pack.outcomes[outcome]) for facts in self._facts]
            for line in lists[0].keys() & lists[1].keys():
                if any(advice.when is not None for lines in lists for advice in lines[line]):
                    was, now = (
                        {outcome: _shown(facts, lines[line])}
                        for facts, lines in zip(self._facts, lists, strict=True)
                    )
                    name = f"{outcome}: {line[0]}: {line[1]}"
                    yield from self._told(was, now, name, Kind.ADVICE_LOST, Kind.ADVICE_GAINED)

    @property
    def _facts(self) -> tuple[Facts, Facts]:
        return self.old, self.new

    def _told(
        self, was: Said, now: Said, what: str, lost: Kind, gained: Kind
    ) -> Iterator[Difference]:
        """Yield where what was true no longer is, and where it has come to be, of the same ends."""
        told = pair_truths(self.old, self.new, was, now)
        both = [t for t in told if t.ending.old is not None and t.ending.new is not None]
        if lost is Kind.ADVICE_LOST:
            both = [t for t in both if t.ending.old == t.ending.new]
        for kind, turned in ((lost, True), (gained, False)):
            moved = [t.ending for t in both if t.was is turned and t.now is not turned]
            if moved:
                names = (what, "") if turned else ("", what)
                yield Difference(kind, *names, sum(e.alike for e in moved), moved[0].walk)


def _at_all_ends(facts: Facts, formula: Formula) -> Said:
    return dict.fromkeys(facts.pack.outcomes, formula)


def _carried(facts: Facts, duty: DutyId) -> Formula:
    return facts.formula(Carries(frozenset({duty})))


def _lines(outcome: Outcome) -> dict[tuple[str, str], list[Advice]]:
    """Return the lines of `outcome` by the key of their list and what they say."""
    found: dict[tuple[str, str], list[Advice]] = {}
    for key, lines in advice(outcome):
        for line in lines:
            found.setdefault((key, line.say or str(line.contact)), []).append(line)
    return found


def _shown(facts: Facts, lines: list[Advice]) -> Formula:
    """Return when any of `lines` is shown."""
    conditions = (ALWAYS if line.when is None else facts.formula(line.when) for line in lines)
    return facts.some(NEVER, *conditions)
