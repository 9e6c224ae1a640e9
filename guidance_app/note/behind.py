"""What stands behind the first page: duties, advice, every answer and every change."""

from collections.abc import Iterator

from guidance_app.core.ids import QuestionId
from guidance_app.core.pack import Advice
from guidance_app.core.record import Changed
from guidance_app.core.standing_fields import fields_for

from .answers import answer_words, field_words
from .note import Block, Heading, Listing, Paragraph, Table, Tone, Words
from .telling import Telling
from .wording import in_words, moment, plain


def duties(telling: Telling) -> Iterator[Block]:
    """Yield what the answers ask for, each with the answers that added it."""
    pack = telling.pack
    rows = tuple(
        (
            plain(pack, pack.duties[carried.duty].say),
            "\n".join(_answered(telling, question) for question in carried.because),
        )
        for carried in telling.duties
    )
    if rows:
        yield Heading(2, "What these answers ask for")
        yield Table(("To do", "Because of this answer"), rows)


def advice(telling: Telling) -> Iterator[Block]:
    """Yield what may and must not be done, who to talk to and what to record, where it holds."""
    outcome = telling.outcome
    if outcome is None or not telling.advice_told:
        return
    yield from _lines(telling, "What may be done", outcome.may)
    yield from _lines(telling, "What must not be done", outcome.must_not)
    yield from _lines(telling, "Who to talk to", outcome.talk_to)
    yield from _lines(telling, "What to record", outcome.record)


def answers(telling: Telling, leave_out: frozenset[QuestionId] = frozenset()) -> Iterator[Block]:
    """Yield every answer on the path with its reason and when it was given, grouped by step."""
    pack, step_now = telling.pack, None
    steps = [step for step in telling.steps if step.question not in leave_out]
    if steps:
        yield Heading(2, "All answers, with reasons" if not leave_out else "The other answers")
    for step in steps:
        question = pack.questions[step.question]
        if question.step is not None and question.step != step_now and not leave_out:
            step_now = question.step
            yield Heading(3, plain(pack, pack.steps.get(question.step, question.step)))
        yield from answer_words(telling, step.answer)


def written_down(telling: Telling) -> Iterator[Block]:
    """Yield every standing field of the record that was written, or was needed and was not."""
    words = [words for field in telling.fields for words in field_words(telling, field)]
    if words:
        yield Heading(2, "What was written down")
        yield from words


def changed(telling: Telling) -> Iterator[Block]:
    """Yield what was changed, when, from what to what; an answer now set aside by its name only."""
    if not telling.changes:
        return
    yield Heading(2, "What was changed, and when")
    aside = {answer.question for answer in telling.standing.aside}
    for change in telling.changes:
        yield from _change(telling, change, named_only=change.question in aside)


def set_aside(telling: Telling) -> Iterator[Block]:
    """Yield the names of what no longer counts. What was answered there is never told."""
    pack = telling.pack
    known = [answer.question for answer in telling.standing.aside if telling.asked(answer.question)]
    names = [plain(pack, pack.questions[question].label) for question in known]
    now = {field.id for field in fields_for(pack, telling.standing)}
    names += [
        plain(pack, field.ask)
        for name, text in telling.record.fields.items()
        if (field := pack.fields.get(name)) is not None
        and text.strip()
        and name not in now
        and telling.belongs(field.part)
        and field.never_with.isdisjoint(telling.standing.carried)
        and not (field.withhold and telling.without_giver)
    ]
    if names:
        yield Heading(2, "Set aside")
        yield Paragraph(
            "Answered once, but no longer on the path. They count for nothing here, and what was "
            "answered is not printed.",
            Tone.QUIET,
        )
        yield Listing(tuple(names))


def _answered(telling: Telling, name: QuestionId) -> str:
    pack, question = telling.pack, telling.pack.questions[name]
    answer = next(step.answer for step in telling.steps if step.question == name)
    return f"{plain(pack, question.label)}: {in_words(pack, question, answer)}"


def _lines(telling: Telling, title: str, lines: tuple[Advice, ...]) -> Iterator[Block]:
    said = tuple(
        text
        for line in lines
        if telling.standing.holds(line.when) and (text := _line(telling, line))
    )
    if said:
        yield Heading(2, title)
        yield Listing(said)


def _line(telling: Telling, line: Advice) -> str:
    """Return one line of advice, with how to reach whom it names."""
    return plain(telling.pack, telling.pack.advised(line))


def _change(telling: Telling, change: Changed, *, named_only: bool) -> Iterator[Block]:
    pack, question = telling.pack, telling.pack.questions[change.question]
    after = ", after an outcome had been seen" if change.after_outcome is not None else ""
    what = "Taken back" if change.became is None else "Changed"
    yield Heading(3, plain(pack, question.label))
    yield Paragraph(f"{what} on {moment(change.at)}{after}.", Tone.QUIET)
    if named_only:
        yield Paragraph("Set aside since, so that its words are not printed.")
        return
    for when, answer in (("Before", change.was), ("After", change.became)):
        if answer is not None:
            first, *others = answer_words(telling, answer, when=False)
            yield Words(when, first.text, typed=first.typed, missing=first.missing)
            yield from others
