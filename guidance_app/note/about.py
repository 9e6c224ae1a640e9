"""The end of every note: sources with their dates, versions, and what every export says."""

from collections.abc import Iterator

from guidance_app.core.ids import SourceId
from guidance_app.core.notices import of_pack, of_walk
from guidance_app.core.pack import Pack, Source

from .note import Block, Heading, Listing, Paragraph, Table, Tone, Words
from .telling import Telling
from .wording import day, moment, plain, typed

_STATUS = {"draft": "Draft", "approved": "Approved", "withdrawn": "Withdrawn"}


def sources(telling: Telling) -> Iterator[Block]:
    """Yield the sources of what this note tells, with whether they were read and when checked."""
    rows = tuple(_source(telling, telling.pack.sources[name]) for name in _used(telling))
    if rows:
        yield Heading(2, "Sources")
        yield Paragraph(
            "How far each was read by those who wrote the guidance, and when it was last checked.",
            Tone.QUIET,
        )
        yield Table(("Source", "Where", "Read", "Checked"), rows)


def about(telling: Telling) -> Iterator[Block]:
    """Yield who made the record, with which rules, and what every export says."""
    pack, record, started = telling.pack, telling.record, telling.record.started
    yield Heading(2, "About this note")
    yield Paragraph(" ".join(sentences(telling)))
    yield from _told(
        "Worker", ", ".join(p for p in (started.worker, started.role, started.team) if p)
    )
    yield Words("Record begun", moment(record.begun_at))
    yield Words("Note made", moment(telling.made_at))
    yield Words("Retention", typed(telling.retention) or "Follow your council's schedule.")
    name = f"{plain(pack, pack.title)}, version {typed(started.version)}"
    yield Words("Guidance", f"{name} · {_status(pack)} · facts checked: {checked(pack)}")
    yield Paragraph(f"Digest of the guidance: {typed(started.digest) or 'none'}", Tone.QUIET)
    yield from _local(telling)
    head = f"{record.head or 'none'}, after {record.entries} entries"
    yield Paragraph(f"Digest of the record: {head}", Tone.QUIET)
    if started.digest != pack.digest:
        yield Paragraph(
            f"The record was made with other guidance than the words of this note: these are of "
            f"version {pack.version}, digest {pack.digest or 'none'}."
        )


def sentences(telling: Telling) -> Iterator[str]:
    """Yield what every export says, and whether the guidance has been reviewed."""
    pack = telling.pack
    yield from (plain(pack, sentence) for sentence in pack.says.every_export)
    if pack.says.every_outcome and telling.outcome is not None:
        yield plain(pack, pack.says.every_outcome)
    if pack.status == "draft":
        yield plain(pack, pack.says.unreviewed) or "Nobody has reviewed this guidance."


def checked(pack: Pack) -> str:
    """Return between which dates the facts of `pack` were checked, and how many never were."""
    dates = sorted(source.checked_on for source in pack.sources.values() if source.checked_on)
    never = len(pack.sources) - len(dates)
    if not dates:
        return "No date is given."
    span = day(dates[0]) if dates[0] == dates[-1] else f"{day(dates[0])} to {day(dates[-1])}"
    return f"{span}; {never} of {len(pack.sources)} sources without a date" if never else span


def _local(telling: Telling) -> Iterator[Block]:
    """Yield which pack this one extends, and what it changed of all that the walk met."""
    extends = telling.pack.extends
    for notice in of_pack(telling.pack, telling.made_at[:10]):
        yield Paragraph(typed(notice))
    if extends is not None:
        yield Paragraph(f"Digest of what it extends: {typed(extends.digest)}", Tone.QUIET)
    outcome = telling.standing.outcome if telling.advice_told else None
    questions = (step.question for step in telling.steps)
    duties = (carried.duty for carried in telling.duties)
    if said := of_walk(telling.pack, questions, outcome, duties):
        yield Listing(tuple(typed(sentence) for sentence in said))


def _told(label: str, text: str) -> Iterator[Words]:
    if text.strip():
        yield Words(label, typed(text))


def _status(pack: Pack) -> str:
    words = _STATUS.get(pack.status, pack.status)
    by = " and ".join(typed(name) for name in pack.approved.by)
    return f"{words} by {by}, {day(pack.approved.on)}" if by else words


def _used(telling: Telling) -> Iterator[SourceId]:
    pack = telling.pack
    named: list[SourceId] = []
    if telling.outcome is not None and telling.advice_told:
        named.extend(telling.outcome.sources)
    for carried in telling.duties:
        named.extend(pack.duties[carried.duty].sources)
    for step in telling.steps:
        named.extend(pack.questions[step.question].sources)
    yield from (name for name in dict.fromkeys(named) if name in pack.sources)


def _source(telling: Telling, source: Source) -> tuple[str, str, str, str]:
    pack = telling.pack
    kind = f" ({plain(pack, source.kind)})" if source.kind else ""
    where = "\n".join(plain(pack, text) for text in (source.where, source.link) if text)
    by = f" by {plain(pack, source.checked_by)}" if source.checked_by else ""
    on = f"{day(source.checked_on)}{by}" if source.checked_on else "No date is given"
    late = source.review_by and source.review_by < telling.made_at[:10]
    return (
        f"{plain(pack, source.title)}{kind}",
        where or "–",
        read_state(source),
        f"{on}. Review was due {day(source.review_by)}" if late else on,
    )


def read_state(source: Source) -> str:
    """Return whether a source was read, plainly."""
    match source.read:
        case "not read":
            return "NOT READ"
        case "":
            return "Not said"
        case read:
            return read[:1].upper() + read[1:]
