"""Checks of what the words of a pack would do to somebody who reads them under pressure."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from guidance_app.core.markup import plain
from guidance_app.core.pack import Level, Outcome, Pack, Question
from guidance_app.core.problem import Place, PlacePath, Problem

from .codes import Code
from .places import near
from .reading_age import reading_age, sentences, words
from .texts import Said, advice, texts

LONGEST_SENTENCE = 35
"""The most words a sentence may have before its author is told."""

FEWEST_WORDS = 12
"""A text with fewer words than this is too short for its reading age to mean anything."""

_Places = Mapping[PlacePath, Place]

_BY_POSITION = re.compile(
    r"\b(?:as|see|the|mentioned|listed|questions?|answers?|list|box) (?:above|below)\b"
    r"|\b(?:above|below)[-\s]mentioned\b"
    r"|\bquestion \d+\b|\bthe (?:previous|preceding|following|last) question\b"
    r"|\b(?:previous|preceding|next) page\b",
    re.IGNORECASE,
)
_SAID_APART = ("ask", "say")
"""Keys whose texts have to differ: no two questions, and no two duties, in the same words."""


def wording_problems(pack: Pack, places: _Places) -> tuple[Problem, ...]:
    """Return what is hard to read, ambiguous or missing in the words of `pack`."""
    found: list[Problem] = []
    for question in pack.questions.values():
        found.extend(_question(pack, question, places))
    for outcome in pack.outcomes.values():
        found.extend(_outcome(outcome, places))
    said = tuple(texts(pack))
    ids = _ids(pack, said)
    for text in said:
        found.extend(_text(pack, text, ids, places))
    found.extend(_same(said, places))
    found.extend(_split(pack, places))
    return tuple(found)


def _question(pack: Pack, question: Question, places: _Places) -> Iterator[Problem]:
    place = near(places, ("questions", question.id, "ask"))
    asked = plain(question.ask)
    most = pack.limits.words_per_question
    if most is not None and len(words(asked)) > most:
        says = f"The question '{question.id}' has {len(words(asked))} words; the limit is {most}."
        hint = "Ask in fewer words; examples can stand under 'hint' or 'more'."
        yield Code.LONG_QUESTION.at(place, says, hint)
    if asked.count("?") > 1:
        says = f"The question '{question.id}' asks more than one thing."
        yield Code.TWO_QUESTIONS.at(place, says, "Ask one thing; ask the other by itself.")


def _split(pack: Pack, places: _Places) -> Iterator[Problem]:
    """Yield each line of advice that goes on in the next one, as a comma between [ ] lets it."""
    for outcome in pack.outcomes.values():
        for key, lines in advice(outcome):
            for number, (line, following) in enumerate(pairwise(lines)):
                ends = line.say.rstrip().endswith((".", "?", "!", ":", "”", "’"))
                if line.say and following.say[:1].islower() and not ends:
                    says = f"'{line.say}' and '{following.say}' are two lines."
                    hint = (
                        "If they are one: put quotation marks round it. A comma ends a line here."
                    )
                    place = near(places, ("outcomes", outcome.id, key, number))
                    yield Code.COMMA_SPLITS.at(place, says, hint)


def _outcome(outcome: Outcome, places: _Places) -> Iterator[Problem]:
    place = near(places, ("outcomes", outcome.id))
    if outcome.level is Level.STOP and not outcome.may:
        says = f"The outcome '{outcome.id}' stops the worker and does not say what to do instead."
        yield Code.STOP_WITHOUT_MAY.at(place, says, "Say under 'may' what can be done.")
    if not outcome.talk_to:
        says = f"The outcome '{outcome.id}' does not say who to talk to."
        yield Code.NO_TALK_TO.at(place, says, "Name somebody under 'talk-to'.")
    if not outcome.record:
        says = f"The outcome '{outcome.id}' does not say what to write down."
        yield Code.NO_RECORD.at(place, says, "Say under 'record' what has to be written down.")


def _text(
    pack: Pack, said: Said, ids: re.Pattern[str] | None, places: _Places
) -> Iterator[Problem]:
    """Yield what is wrong with one text by itself."""
    text, name = plain(said.text), f"'{_name(said.path)}'"
    if found := _BY_POSITION.search(text):
        says = f"A text of {name} makes sense only by its position: “{found.group()}”."
        yield Code.BY_POSITION.at(near(places, said.path), says, "Name what is meant.")
    if ids is not None and (found := ids.search(text)):
        says = f"A text of {name} shows the id '{found.group()}' to the practitioner."
        yield Code.ID_IN_TEXT.at(near(places, said.path), says, "Say it in words.")
    if said.label:
        return
    spoken = len(words(text))
    if spoken > LONGEST_SENTENCE and (longest := _longest(text)) > LONGEST_SENTENCE:
        says = f"A sentence of {name} has {longest} words; the limit is {LONGEST_SENTENCE}."
        hint = "Make two or three sentences of it."
        yield Code.LONG_SENTENCE.at(near(places, said.path), says, hint)
    most = pack.limits.reading_age
    if most is None or spoken < FEWEST_WORDS:
        return
    if (age := round(reading_age(text), 1)) > most:
        says = f"A text of {name} is read with ease at {age}; the limit is {most}."
        hint = "Use shorter sentences and everyday words."
        yield Code.READING_AGE.at(near(places, said.path), says, hint)


def _longest(text: str) -> int:
    """Return how many words the longest sentence of `text` has."""
    return max(len(words(sentence)) for sentence in sentences(text))


def _ids(pack: Pack, said: tuple[Said, ...]) -> re.Pattern[str] | None:
    """Return a pattern that finds the ids that no ordinary word could be: two hyphens or more.

    With one hyphen, `lone-working` is as much a word as an id.
    """
    options = (option.id for q in pack.questions.values() for option in q.options)
    named = {*pack.questions, *pack.outcomes, *pack.duties, *pack.sources, *options}
    named |= {*pack.fields, *pack.contacts}
    written = {plain(text.text).casefold() for text in said if text.label}
    found = sorted(name for name in named if name.count("-") > 1 and name not in written)
    return (
        re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, found))})(?![\w-])") if found else None
    )


def _same(said: tuple[Said, ...], places: _Places) -> Iterator[Problem]:
    """Yield a problem for each question or duty in the very words of an earlier one."""
    first: dict[tuple[str, str], Said] = {}
    for text in said:
        if len(text.path) != len(("questions", "id", "ask")) or text.path[-1] not in _SAID_APART:
            continue
        key = (str(text.path[0]), plain(text.text).casefold())
        if key in first:
            says = (
                f"'{_name(text.path)}' says the same as '{_name(first[key].path)}', word for word."
            )
            yield Code.SAME_TEXT.at(
                near(places, text.path), says, "Keep one, or say the difference."
            )
        first.setdefault(key, text)


def _name(path: PlacePath) -> str:
    """Return the id of the entry that a text belongs to, or its key where it belongs to none."""
    return str(path[1] if len(path) > 1 else path[0])
