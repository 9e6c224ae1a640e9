"""Proves that an overlay only tightens the pack it extends: for every walk, by the same answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Carries
from guidance_app.core.ids import OutcomeId
from guidance_app.core.kinds import Need
from guidance_app.core.outcome import Advice, Outcome
from guidance_app.core.pack import Pack
from guidance_app.core.problem import Place, PlacePath, Problem
from guidance_app.core.question import Question

from .codes import Code
from .flow_facts import ALWAYS, NEVER, Facts, Formula
from .flow_graph import graph_of
from .flow_search import TooWide, WalkShown
from .pairs import Ending, Said, pair_ends, pair_truths
from .places import Places

_HINT = "An overlay may only tighten: add to the pack, and let what it asks and forbids stay."


def loosened(base: Pack, over: Pack, places: Places) -> tuple[Problem, ...]:
    """Return where `over` permits more than `base`, or where something of it is gone.

    Decided for every walk, each by the shortest that shows it. For the same answers, `over` has to
    permit no more, carry every duty and ask for every required reason. Where it permits the same,
    every line of what must not be done has to be said, and the follow-up kept. An answer that
    `base` does not have may permit nothing. Neither may have an endless walk.
    """
    proof = _Proof(base, over, places)
    try:
        return tuple(proof.problems())
    except TooWide as wide:
        says = f"That this overlay only tightens is not proved: {wide.says}"
        return (Code.NOT_PROVED.at(places.near(("extends",)), says, wide.hint),)


@dataclass(slots=True)
class _Proof:
    """The proof under way."""

    base: Pack
    over: Pack
    places: Places

    def problems(self) -> Iterator[Problem]:
        """Yield everything that is looser than it was."""
        yield from self._settings()
        facts = Facts(self.base), Facts(self.over)
        endings = pair_ends(graph_of(facts[0], {}), graph_of(facts[1], {}))
        yield from self._permits(endings)
        for duty in self.base.duties:
            was, now = (_everywhere(f, f.formula(Carries(frozenset({duty})))) for f in facts)
            if (walk := self._lost(facts, was, now)) is not None:
                says = f"The duty '{duty}' of the pack that is extended is gone from some walks."
                yield self._problem(("duties", duty), says, walk)
        for question in self.base.questions.values():
            if question.reason is Need.REQUIRED:
                yield from self._reason(facts, question)
        yield from self._said(facts, endings)

    def _settings(self) -> Iterator[Problem]:
        """Yield what is looser by itself, whatever walk: review dates, and required fields."""
        if self.base.review_by and self.over.review_by > self.base.review_by:
            says = (
                f"The pack that is extended is to be reviewed by {self.base.review_by}, this later."
            )
            yield self._problem(("review-by",), says)
        for question in self.base.questions.values():
            now = {f.id: f for f in self.over.questions[question.id].fields}
            for field in question.fields:
                if field.required and not now[field.id].required:
                    says = f"The field '{field.id}' of '{question.id}' is no longer required."
                    way = ("questions", question.id, "fields", field.id, "required")
                    yield self._problem(way, says)

    def _permits(self, endings: tuple[Ending, ...]) -> Iterator[Problem]:
        told: set[tuple[OutcomeId | None, OutcomeId]] = set()
        for ending in endings:
            if ending.new is None or (ending.old, ending.new) in told:
                continue
            told.add((ending.old, ending.new))
            now = self.over.outcomes[ending.new].permits
            if ending.old is None and now.rank:
                says = (
                    f"An answer that the pack that is extended does not have ends in "
                    f"'{ending.new}', which permits '{now.value}'."
                )
                yield self._problem(self._last(ending), says, ending.walk)
            elif ending.old is not None and now.rank > self.base.outcomes[ending.old].permits.rank:
                was = self.base.outcomes[ending.old].permits
                says = (
                    f"A walk that ended in '{ending.old}' ends in '{ending.new}', and permits "
                    f"'{now.value}' where it permitted '{was.value}'."
                )
                yield self._problem(self._last(ending), says, ending.walk)

    def _last(self, ending: Ending) -> PlacePath:
        """Return the way to the last answer of the walk."""
        if not ending.walk:
            return ("start",)
        question, option = ending.walk[-1]
        return ("questions", question, "options", option)

    def _reason(self, facts: tuple[Facts, Facts], question: Question) -> Iterator[Problem]:
        way = ("questions", question.id, "reason")
        if self.over.questions[question.id].reason is not Need.REQUIRED:
            yield self._problem(way, f"The reason of '{question.id}' is no longer required.")
            return
        was, now = (_everywhere(f, f.asked(question.id)) for f in facts)
        if (walk := self._lost(facts, was, now)) is not None:
            says = f"Some walks are no longer asked '{question.id}', whose reason is required."
            yield self._problem(way, says, walk)

    def _said(self, facts: tuple[Facts, Facts], endings: tuple[Ending, ...]) -> Iterator[Problem]:
        """Yield what must not be done, or follows, and is gone where as much is permitted."""
        met = [(ending.old, ending.new) for ending in endings]
        for old, new in ((was, now) for was, now in dict.fromkeys(met) if was and now):
            before, after = self.base.outcomes[old], self.over.outcomes[new]
            if after.permits.rank < before.permits.rank:
                continue
            if before.follow_up not in after.follow_up:
                says = f"The follow-up of '{old}' is gone from '{new}', which permits as much."
                yield self._problem(("outcomes", new, "follow-up"), says, _first(endings, old, new))
            for line in before.must_not:
                yield from self._line(facts, before, after, line)

    def _line(
        self, facts: tuple[Facts, Facts], before: Outcome, after: Outcome, line: Advice
    ) -> Iterator[Problem]:
        same = [other for other in after.must_not if _words(other) == _words(line)]
        if any(other.when is None for other in same):
            return
        was: Said = {before.id: ALWAYS if line.when is None else facts[0].formula(line.when)}
        now: Said = {after.id: facts[1].some(NEVER, *(_when(facts[1], other) for other in same))}
        for told in pair_truths(*facts, was, now):
            ends = (told.ending.old, told.ending.new)
            if ends == (before.id, after.id) and told.was and not told.now:
                says = f"Some walks that end in '{after.id}' are no longer told: “{line.say}”"
                yield self._problem(("outcomes", after.id, "must-not"), says, told.ending.walk)
                return

    def _lost(self, facts: tuple[Facts, Facts], was: Said, now: Said) -> WalkShown | None:
        """Return the shortest walk to an end of both on which what was true is not, or None."""
        told = (t for t in pair_truths(*facts, was, now) if t.ending.old and t.ending.new)
        return next((t.ending.walk for t in told if t.was and not t.now), None)

    def _problem(self, way: PlacePath, says: str, walk: WalkShown = ()) -> Problem:
        return Code.OVERLAY_LOOSENS.at(self._place(way, walk), says, _HINT, walk)

    def _place(self, way: PlacePath, walk: WalkShown) -> Place:
        """Return the place of `way`; where that is in the base, what the overlay changed last.

        Last on `walk`: an answer or a question that leads elsewhere now. Where there is none, it
        is where the overlay begins.
        """
        own = self.places.near(("pack",))
        for path in (way, *self._changed_on(walk)):
            place = self.places.near(path)
            if _folder(place) == _folder(own):
                return place
        return own

    def _changed_on(self, walk: WalkShown) -> Iterator[PlacePath]:
        for question, option in reversed(walk):
            for path in self.over.local:
                inside = path[:2] == ("questions", question)
                if inside and (path[2:3] != ("options",) or option in path[3:4]):
                    yield path


def _folder(place: Place) -> str:
    folder, _, _ = place.file.rpartition("/")
    return folder.removesuffix("scenarios")


def _everywhere(facts: Facts, formula: Formula) -> Said:
    return dict.fromkeys(facts.pack.outcomes, formula)


def _when(facts: Facts, line: Advice) -> Formula:
    return ALWAYS if line.when is None else facts.formula(line.when)


def _words(line: Advice) -> tuple[str, str]:
    return line.say, str(line.contact)


def _first(endings: tuple[Ending, ...], old: OutcomeId, new: OutcomeId) -> WalkShown:
    return next((e.walk for e in endings if (e.old, e.new) == (old, new)), ())
