"""Builds notes from a pack and a record: pure functions, one for preview and export alike."""

from collections.abc import Iterable, Iterator

from guidance_app.core.ids import QuestionId
from guidance_app.core.kinds import Part, Which
from guidance_app.core.pack import Pack
from guidance_app.core.record import Record

from . import about, behind
from .first_page import first_page
from .note import Block, Note, PageBreak
from .request import request
from .telling import Telling, telling
from .wording import plain, typed

_TITLES = {
    Which.WHOLE: "Note with both parts, for supervision",
    Which.CASE: "Note, case part, for the person's file",
    Which.PRACTICE: "Note, practice part, for supervision and not for the person's file",
    Which.LEGAL: "Confidential request for legal advice",
}

PRACTICE_MARK = "PRACTICE – not a real record"
CONFIDENTIAL_MARK = "CONFIDENTIAL – request for legal advice"


def build(
    pack: Pack,
    record: Record,
    made_at: str,
    part: Part | None = None,
    *,
    without_giver: bool = False,
    practice: bool = False,
    retention: str = "",
) -> Note:
    """Return the note of `record`, made with `pack`, as it stands.

    `part` tells only the case part or only the practice part. `without_giver` leaves out who gave
    information, as a whole. `retention` is the council's own schedule in words. `practice` marks
    the note as none of a real record, as does a record begun in practice mode.
    """
    told = telling(pack, record, made_at, part, without_giver=without_giver, retention=retention)
    which = Which.WHOLE if part is None else Which(part.value)
    short = told.outcome is not None and told.outcome.short_note
    blocks = _short(told) if short else _long(told)
    return _note(told, which, practice or record.started.practice, blocks)


def legal_request(
    pack: Pack, record: Record, made_at: str, *, practice: bool = False, retention: str = ""
) -> Note:
    """Return the request for legal advice, confidential and apart from the note."""
    told = telling(pack, record, made_at, without_giver=True, retention=retention)
    blocks = [*request(told), *about.about(told)]
    return _note(told, Which.LEGAL, practice or record.started.practice, blocks)


def _long(told: Telling) -> Iterator[Block]:
    yield from first_page(told)
    yield PageBreak()
    for tell in (
        behind.duties,
        behind.advice,
        behind.written_down,
        behind.answers,
        behind.changed,
        behind.set_aside,
        about.sources,
        about.about,
    ):
        yield from tell(told)


def _short(told: Telling) -> Iterator[Block]:
    """Yield a note of about a page: nothing is shortened, said twice, or the same in every note."""
    yield from first_page(told)
    yield from behind.duties(told)
    shown = {name for section in told.pack.note.sections for name in section.shows}
    yield from behind.answers(told, frozenset(QuestionId(name) for name in shown))
    yield from behind.changed(told)
    yield from behind.set_aside(told)
    yield from about.about(told)


def _note(told: Telling, which: Which, practice: bool, blocks: Iterable[Block]) -> Note:
    pack, started = told.pack, told.record.started
    marks = (PRACTICE_MARK,) * practice + (CONFIDENTIAL_MARK,) * (which is Which.LEGAL)
    draft = pack.status == "draft"
    foot = (pack.says.every_page, pack.says.unreviewed if draft else "")
    return Note(
        title=_TITLES[which],
        which=which,
        reference=typed(told.record.reference),
        made_at=told.made_at,
        language=pack.language,
        marks=marks,
        foot=tuple(plain(pack, text) for text in foot if text),
        practice=practice,
        draft=draft,
        pack=plain(pack, pack.title),
        version=typed(started.version),
        digest=typed(started.digest),
        head=told.record.head,
        blocks=tuple(blocks),
    )
