"""What a practitioner should know of the words in front of them: local changes, and stale law."""

from collections.abc import Iterable, Iterator

from .days import write_date
from .ids import DutyId, OutcomeId, QuestionId, SourceId
from .local import changed_locally
from .markup import plain
from .pack import Pack
from .standing import Standing


def of_pack(pack: Pack, today: str) -> Iterator[str]:
    """Yield what is to be known of the whole pack: what it extends, and a review that is due."""
    if pack.extends is not None:
        by = pack.owner or "its owner"
        yield (
            f"This guidance extends '{plain(pack.extends.title)}', version {pack.extends.version}, "
            f"and was changed locally by {by}."
        )
    if pack.status == "withdrawn":
        yield "This guidance has been withdrawn. Ask whoever looks after it what to use instead."
    if pack.review_by and pack.review_by < today:
        day = write_date(pack.review_by)
        yield f"This guidance was to be reviewed by {day}. Ask whoever looks after it if it stands."


def of_question(pack: Pack, name: str, today: str) -> tuple[str, ...]:
    """Return what is to be known of the question `name`."""
    return tuple(_of_entry(pack, "questions", name, today))


def of_outcome(pack: Pack, standing: Standing, today: str) -> tuple[str, ...]:
    """Return what is to be known of the outcome that was reached, its duties, and the pack."""
    said = [*of_pack(pack, today)]
    if standing.outcome is not None:
        said += _of_entry(pack, "outcomes", standing.outcome, today)
    for carried in standing.duties:
        local = changed_locally(pack, "duties", carried.duty)
        if local:
            said.append(f"“{plain(pack.duties[carried.duty].say)}” {local}")
        said += _stale(pack, "duties", carried.duty, today)
    return tuple(dict.fromkeys(said))


def of_walk(
    pack: Pack,
    questions: Iterable[QuestionId],
    outcome: OutcomeId | None,
    duties: Iterable[DutyId],
) -> tuple[str, ...]:
    """Return what an overlay changed of what a walk met, each sentence after what it is about."""
    named = [("questions", str(name), pack.questions[name].label) for name in questions]
    if outcome is not None:
        named.append(("outcomes", outcome, pack.outcomes[outcome].title))
    named += [("duties", str(duty), pack.duties[duty].say) for duty in duties]
    return tuple(
        f"{plain(label).rstrip('.')}: {said}"
        for kind, name, label in named
        if (said := changed_locally(pack, kind, name))
    )


def _of_entry(pack: Pack, kind: str, name: str, today: str) -> Iterator[str]:
    if said := changed_locally(pack, kind, name):
        yield said
    yield from _stale(pack, kind, name, today)


def _stale(pack: Pack, kind: str, name: str, today: str) -> Iterator[str]:
    """Yield a sentence for each source of an entry that was to be checked again before `today`."""
    for source_id in _sources(pack, kind, name):
        source = pack.sources.get(source_id)
        if source is not None and source.review_by and source.review_by < today:
            day = write_date(source.review_by)
            yield f"{plain(source.title)} was to be checked again by {day}: it may have changed."


def _sources(pack: Pack, kind: str, name: str) -> tuple[SourceId, ...]:
    match kind:
        case "questions":
            return pack.questions[QuestionId(name)].sources
        case "duties":
            return pack.duties[DutyId(name)].sources
        case _:
            return pack.outcomes[OutcomeId(name)].sources
