"""The first page of a note, in the order of its pack: what five minutes of supervision need."""

from collections.abc import Iterator
from dataclasses import replace

from guidance_app.core.faults import is_date
from guidance_app.core.pack import NoteSection
from guidance_app.core.record import Changed
from guidance_app.core.turns import turned_on

from .answers import looked_on, shown
from .fitting import fitted, says_again
from .note import Block, Box, Heading, Listing, Paragraph, Tone, Words
from .telling import Telling
from .wording import day, in_words, moment, plain, typed

BUILT_IN = (
    NoteSection("outcome", "The outcome, and what it turned on"),
    NoteSection("next", "What comes next"),
    NoteSection("manager", "For the manager"),
)
"""The sections that the program fills; they come last where a pack does not place them."""

TURNED_ON_AT_MOST = 3
MUST_NOTS_AT_MOST = 3

MANAGER_ROWS = (
    ("Their view, in their own words", "Where we do not agree"),
    ("Decision", "Limits"),
    ("End date", "Name", "Date"),
)


def first_page(telling: Telling) -> Iterator[Block]:
    """Yield the first page, shortened until it fits on one; a short note is told in full."""
    short = telling.outcome is not None and telling.outcome.short_note
    yield from _sections(telling) if short else fitted(_sections(telling))


def _sections(telling: Telling) -> Iterator[Block]:
    """Yield the status line, then every section that has something to say."""
    placed = telling.pack.note.sections
    sections = placed + tuple(b for b in BUILT_IN if all(b.id != p.id for p in placed))
    titles = {section.id: section for section in sections}
    yield from status(telling, titles.pop("status", NoteSection("status", "")))
    for section in titles.values():
        blocks = tuple(_section(telling, section))
        if blocks:
            yield Heading(2, plain(telling.pack, section.title))
            yield from blocks


def status(telling: Telling, section: NoteSection) -> Iterator[Block]:
    """Yield the one line that says how it stands, what this is not, and whose it is. No names."""
    yield Paragraph(f"{status_words(telling)}. A record of thinking, not an authority.", Tone.LEAD)
    record = telling.record
    about = (
        f"Reference: {typed(record.reference) or 'none given'}",
        typed(record.started.role),
        day(telling.made_at),
    )
    yield Paragraph(" · ".join(part for part in about if part), Tone.QUIET)
    if telling.withheld:
        yield Paragraph("Who gave information is left out of this copy.", Tone.QUIET)
    yield from _shown(telling, section)


def status_words(telling: Telling) -> str:
    """Return how it stands in a few words: looked once, what the outcome says, or not finished."""
    if telling.outcome is None:
        return "Not finished"
    if looked := looked_on(telling):
        dated = f"Looked once on {day(looked)}"
        return dated if is_date(looked) else "Looked once, on a day that is not clear"
    return plain(telling.pack, telling.outcome.status or telling.outcome.title).rstrip(".")


def _section(telling: Telling, section: NoteSection) -> Iterator[Block]:
    match section.id:
        case "outcome":
            yield from _outcome(telling)
            yield from _shown(telling, section)
        case "next":
            yield from _shown(telling, section)
            yield from _next(telling)
        case "manager":
            yield from _shown(telling, section)
            yield Box("Empty until supervision. Filled in by the manager.", MANAGER_ROWS)
        case _:
            yield from _shown(telling, section)


def _shown(telling: Telling, section: NoteSection) -> Iterator[Words]:
    for place, words in enumerate(shown(telling, section.shows)):
        again = place == 0 and says_again(words.label, plain(telling.pack, section.title))
        yield replace(words, label="") if again else words


def _outcome(telling: Telling) -> Iterator[Block]:
    pack, outcome = telling.pack, telling.outcome
    if outcome is None:
        yield from _unfinished(telling)
        return
    if not telling.advice_told:
        yield Paragraph("Where this ended belongs to supervision, and is in the practice part.")
        return
    yield Words(plain(pack, outcome.title), plain(pack, outcome.summary))
    turns = [turn.question for turn in turned_on(pack, telling.record.trail.walk, telling.standing)]
    told = {step.question: step.answer for step in telling.steps}
    deciding = [question for question in turns if question in told][-TURNED_ON_AT_MOST:]
    if deciding:
        said = (
            f"{plain(pack, pack.questions[name].label)}: "
            f"{in_words(pack, pack.questions[name], told[name])}"
            for name in deciding
        )
        yield Words("It turned on", " · ".join(said))
    yield from _changed_late(telling)


def _unfinished(telling: Telling) -> Iterator[Block]:
    question = telling.standing.question
    asks = (
        f" The next question is: {plain(telling.pack, telling.pack.questions[question].label)}."
        if (question is not None and telling.asked(question))
        else ""
    )
    yield Paragraph(f"The questions have not all been answered, so there is no outcome yet.{asks}")
    yield from _changed_late(telling)


def _changed_late(telling: Telling) -> Iterator[Block]:
    late = [change for change in telling.changes if change.after_outcome is not None]
    if late:
        yield Paragraph("Changed after an outcome had been seen:")
        yield Listing(tuple(dict.fromkeys(_late(telling, change) for change in late)))
    elif telling.outcome is not None:
        yield Paragraph("No answer was changed after the outcome had been seen.")


def _late(telling: Telling, change: Changed) -> str:
    pack = telling.pack
    label = plain(pack, pack.questions[change.question].label)
    outcome = pack.outcomes.get(change.after_outcome) if change.after_outcome else None
    seen = f" (it was: {plain(pack, outcome.title)})" if outcome and telling.advice_told else ""
    return f"{label}, on {moment(change.at)}{seen}"


def _next(telling: Telling) -> Iterator[Block]:
    pack, outcome = telling.pack, telling.outcome
    if outcome is None or not telling.advice_told:
        return
    if outcome.follow_up:
        yield Paragraph(plain(pack, outcome.follow_up))
    holding = [line for line in outcome.must_not if telling.standing.holds(line.when)]
    holding.sort(key=lambda line: line.when is None)  # what only this case forbids comes first
    if holding:
        said = [plain(pack, line.say).rstrip(".") for line in holding[:MUST_NOTS_AT_MOST]]
        if more := len(holding) - len(said):
            said.append(f"and {more} more, behind this page")
        yield Words("Not to be done", " · ".join(said))
