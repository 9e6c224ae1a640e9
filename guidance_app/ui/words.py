"""What pages say about answers, advice and levels: words made from values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from guidance_app.core.days import write_date
from guidance_app.core.faults import is_date
from guidance_app.core.kinds import Kind, Level
from guidance_app.core.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidance_app.core.ids import QuestionId
    from guidance_app.core.pack import Advice, Pack, Question
    from guidance_app.core.path import Carried
    from guidance_app.core.standing import Standing
    from guidance_app.core.walk import Answer


def in_words(question: Question, answer: Answer) -> str:
    """Return what was answered: the sentences chosen, or what was typed."""
    chosen = [plain(option.say) for option in question.options if option.id in answer.options]
    return "; ".join(chosen) or dated(question.kind, answer.text)


def dated(kind: Kind, text: str) -> str:
    """Return `text` as people read it: a date in words, anything else as it is."""
    return write_date(text) if kind is Kind.DATE and is_date(text) else text


def first_words(text: str, most: int) -> str:
    """Return `text` on one line, cut at a word where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def labels(pack: Pack, questions: Iterable[QuestionId]) -> str:
    """Return the short names of `questions`, in the order given."""
    known = (pack.questions[name] for name in questions if name in pack.questions)
    return ", ".join(plain(question.label) for question in known)


def advised(pack: Pack, lines: Sequence[Advice], standing: Standing) -> tuple[str, ...]:
    """Return those of `lines` that hold now, each with how to reach who it names."""
    return tuple(plain(pack.advised(line)) for line in lines if standing.holds(line.when))


def level_words(level: Level) -> str:
    """Return what a level means for looking, in a few words."""
    match level:
        case Level.STOP:
            return QCoreApplication.translate("words", "Stop: no look from here")
        case Level.PAUSE:
            return QCoreApplication.translate("words", "Pause: something comes first")
        case Level.ACT:
            return QCoreApplication.translate("words", "Act: something to do today")
        case Level.OPEN:
            return QCoreApplication.translate("words", "A look is possible, within limits")


def because(pack: Pack, standing: Standing, carried: Carried) -> str:
    """Return the answers that added a duty, each as its label and its words."""
    given = {step.question: step.answer for step in standing.path}
    return "; ".join(
        f"{plain(pack.questions[name].label)}: {first_words(words, 90)}"
        for name in carried.because
        if name in given and (words := in_words(pack.questions[name], given[name]))
    )
