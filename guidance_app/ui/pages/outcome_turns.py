"""What an outcome turned on, in words: each answer, and where others would have led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from guidance_app.core.markup import plain
from guidance_app.ui.widgets.answer_row import Said
from guidance_app.ui.words import first_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidance_app.core.ids import OutcomeId
    from guidance_app.core.pack import Pack, Question
    from guidance_app.core.standing import Standing
    from guidance_app.core.turns import Turn

NAMED = 2
"""How many other answers that lead to one end are named; more are counted."""

SHOWN = 70
"""How many characters of another answer are shown."""


def turned(pack: Pack, standing: Standing, turns: Sequence[Turn]) -> Iterator[Said]:
    """Yield each answer that the outcome turned on, with where the others would have led."""
    given = {step.question: step.answer for step in standing.path}
    for turn in turns:
        question = pack.questions[turn.question]
        answer = in_words(question, given[turn.question])
        yield Said(question.id, plain(question.label), answer, tuple(_ends(pack, question, turn)))


def _ends(pack: Pack, question: Question, turn: Turn) -> Iterator[str]:
    """Yield a line for each other end: its title, and the answers that lead to it."""
    ends: dict[OutcomeId, list[str]] = {}
    for option_id, outcome in turn.otherwise:
        option = question.option(option_id)
        ends.setdefault(outcome, []).append(plain(option.say) if option else option_id)
    for outcome, options in ends.items():
        title = plain(pack.outcomes[outcome].title)
        if len(options) > NAMED:
            says = QCoreApplication.translate("turns", "With {number} other answers: {title}")
            yield says.format(number=len(options), title=title)
        else:
            said = QCoreApplication.translate("turns", "” or “").join(
                first_words(option, SHOWN) for option in options
            )
            says = QCoreApplication.translate("turns", "With “{answers}”: {title}")
            yield says.format(answers=said, title=title)
