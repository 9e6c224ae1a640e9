"""A ladder as plain rungs, read off the pack, from which each peer's own form is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Answered, atoms
from guidance_app.core.pack import Question
from guidance_app.packs.shape import shape
from tests.bench.ladders import ladder


@dataclass(frozen=True, slots=True)
class Rung:
    """One question; where `unless` names an earlier one, b stops here unless that was b too."""

    id: str
    ask: str
    says: tuple[tuple[str, str], ...]
    unless: str | None


def rungs(questions: int) -> list[Rung]:
    """Return the rungs of the ladder of so many questions."""
    pack = shape(ladder(questions)).pack
    assert pack is not None
    return [
        Rung(
            question.id,
            question.ask,
            tuple((option.id, option.say) for option in question.options),
            next(_read_by(question), None),
        )
        for question in pack.questions.values()
    ]


def _read_by(question: Question) -> Iterator[str]:
    for option in question.options:
        for route in option.routes:
            for atom in atoms(route.when) if route.when else ():
                if isinstance(atom, Answered):
                    yield atom.question
