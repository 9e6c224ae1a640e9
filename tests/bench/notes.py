"""Writing notes of long walks, in each form; Word and PDF beside the bare libraries."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from guidance_app.core.ids import FieldId, OptionId, OutcomeId, QuestionId
from guidance_app.core.kinds import Which
from guidance_app.core.pack import Kind
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.exchange import note
from guidance_app.desk.forms import Form
from guidance_app.desk.sitting import Sitting
from guidance_app.note import files
from guidance_app.note.note import Note
from tests.bench import bare
from tests.bench.ladders import ladder
from tests.bench.times import Row, by_turns, row, timed
from tests.ui.england import shortest_walks

ROUNDS = 15
SHORT, SHORT_ROUNDS = 60, 45
"""How many rounds a note takes that has few enough answers to be written in a moment."""

GOAL = 1.3
LENGTHS = (20, 60, 200, 600)
"""How many answers the walks up ladders have."""

REASON = "She was told at the visit on Tuesday, with the letter in her hand, and she agreed. " * 4

Write = Callable[[list[bare.Told]], bytes]

BARE: dict[Form, dict[str, Write]] = {
    Form.DOCX: {"python-docx alone": bare.docx},
    Form.PDF: {
        "typst alone, its own typeface": bare.pdf,
        "typst alone, our typefaces": bare.pdf_in_our_typefaces,
    },
}
"""What writes the same words without us; the last is what the note is held against."""


def rows() -> Iterator[Row]:
    """Yield the time of the whole note in each form, once what it needs has been loaded."""
    with tempfile.TemporaryDirectory() as home:
        for length in LENGTHS:
            _put(Path(home) / "rules" / f"ladder-{length}", ladder(length))
        desk = desk_at(Path(home))
        desk.practise()
        made = _of_england(desk)
        for form in Form:
            yield from _written("England", made, form, ROUNDS)
        for length in LENGTHS:
            made = _of_ladder(desk, length)
            for form in BARE:
                rounds = ROUNDS if length > SHORT else SHORT_ROUNDS
                yield from _written(f"{length} answers", made, form, rounds, length)
        desk.lock()


def _written(
    whose: str, made: Note, form: Form, rounds: int, size: int | None = None
) -> Iterator[Row]:
    """Yield how long the note takes, beside the bare library where there is one."""
    ours = partial(files.render, made, form.value)
    what = f"The note of {whose} as {form.value}"
    if form not in BARE:
        yield row(what, by_turns(rounds, lambda: timed(ours))[0])
        return
    told = bare.told(made)
    works = [partial(write, told) for write in BARE[form].values()]
    *others, times = by_turns(rounds, *(partial(timed, work) for work in (*works, ours)))
    for name, taken in zip(BARE[form], others, strict=True):
        yield row(f"{what}, {name}", taken)
    series = "" if size is None else f"Note as {form.value}"
    yield row(what, times, than=others[-1], series=series, size=size, goal=GOAL)


def _of_england(desk: Desk) -> Note:
    """Return the note of a walk to one open look, with all reasons and every field written."""
    sitting = desk.begin("england", "CASE-1")
    pack = sitting.pack
    for question, options in shortest_walks(pack)[OutcomeId("one-open-look")]:
        fields = tuple(
            (FieldId(field.id), "2026-11-23" if field.kind is Kind.DATE else "A team manager")
            for field in pack.questions[question].fields
        )
        sitting.answer(Answer(question, tuple(map(OptionId, options)), "", REASON, fields))
    sitting.reached()
    for field in sitting.fields():
        words = {Kind.DATE: "2026-11-23", Kind.CHOICE: (*field.choices, "")[0]}
        sitting.write(field.id, words.get(field.kind, REASON))
    return _note(desk, sitting)


def _of_ladder(desk: Desk, length: int) -> Note:
    """Return the note of a walk up a ladder, with a reason beside every answer."""
    sitting = desk.begin(f"ladder-{length}", "CASE-1")
    for number in range(length):
        sitting.answer(Answer(QuestionId(f"q{number}"), (OptionId("a"),), "", REASON))
    sitting.reached()
    return _note(desk, sitting)


def _put(folder: Path, written: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in written.items():
        (folder / name).write_bytes(data.replace(b"pack: ladder", f"pack: {folder.name}".encode()))


def _note(desk: Desk, sitting: Sitting) -> Note:
    return note(sitting, desk.now(), Which.WHOLE)
