"""What two versions of a pack say apart from where their walks lead: words, and settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidance_app.core.pack import Option, Outcome, Pack, Question
from guidance_app.core.problem import PlacePath

from .texts import texts


@dataclass(frozen=True, slots=True)
class Changed:
    """What stood at `path`, and what stands there now; nothing where it came or went."""

    path: PlacePath
    was: str
    now: str

    @property
    def name(self) -> str:
        """The way to it, as an author reads it: ``questions/told/ask``."""
        return "/".join(map(str, self.path))


def reworded(old: Pack, new: Pack) -> tuple[Changed, ...]:
    """Return each text that a practitioner reads and that is not what it was.

    Lines of a list are held against each other by what they say: one that only moved is no change.
    """
    return tuple(_differences(_words(old), _words(new)))


def settings_changed(old: Pack, new: Pack) -> tuple[Changed, ...]:
    """Return what a question, an option, an outcome or a source is, where it is not what it was."""
    return tuple(_differences(dict(_settings(old)), dict(_settings(new))))


def _differences(was: Mapping[PlacePath, str], now: Mapping[PlacePath, str]) -> Iterator[Changed]:
    for path in dict.fromkeys((*was, *now)):
        before, after = was.get(path, ""), now.get(path, "")
        if before != after:
            yield Changed(path, before, after)


def _words(pack: Pack) -> dict[PlacePath, str]:
    """Return every text by the way to it; a line of a list is its own way."""
    found: dict[PlacePath, str] = {}
    for said in texts(pack):
        numbered = any(isinstance(name, int) for name in said.path)
        names = tuple(name for name in said.path if not isinstance(name, int))
        found[(*names, said.text) if numbered else names] = said.text
    return found


def _settings(pack: Pack) -> Iterator[tuple[PlacePath, str]]:
    for name in ("version", "status", "review_by", "language", "owner"):
        yield (name.replace("_", "-"),), str(getattr(pack, name))
    yield ("approved",), ", ".join((*pack.approved.by, pack.approved.on))
    for question in pack.questions.values():
        yield from _of_question(question)
    for outcome in pack.outcomes.values():
        yield from _of_outcome(outcome)
    for duty in pack.duties.values():
        yield ("duties", duty.id, "sources"), ", ".join(duty.sources)
    for source in pack.sources.values():
        way = ("sources", source.id)
        for name in ("title", "kind", "where", "link", "read", "checked_on", "review_by"):
            yield (*way, name.replace("_", "-")), str(getattr(source, name))


def _of_question(question: Question) -> Iterator[tuple[PlacePath, str]]:
    way = ("questions", question.id)
    yield (*way, "kind"), question.kind
    yield (*way, "reason"), question.reason
    yield (*way, "reason-can-wait"), _truth(question.reason_can_wait)
    yield (*way, "part"), question.part
    yield (*way, "step"), question.step or ""
    yield (*way, "sources"), ", ".join(question.sources)
    for option in question.options:
        yield from _of_option((*way, "options", option.id), option)
    for field in question.fields:
        inner = (*way, "fields", field.id)
        yield (*inner, "kind"), field.kind
        yield (*inner, "required"), _truth(field.required)
        yield (*inner, "past"), _truth(field.past)
        yield (*inner, "for"), ", ".join(sorted(field.only_for))


def _of_option(way: PlacePath, option: Option) -> Iterator[tuple[PlacePath, str]]:
    yield (*way, "exclusive"), _truth(option.exclusive)


def _of_outcome(outcome: Outcome) -> Iterator[tuple[PlacePath, str]]:
    way = ("outcomes", outcome.id)
    yield (*way, "level"), outcome.level
    yield (*way, "permits"), outcome.permits
    yield (*way, "part"), outcome.part
    yield (*way, "sources"), ", ".join(outcome.sources)


def _truth(truth: bool) -> str:
    return "true" if truth else ""
