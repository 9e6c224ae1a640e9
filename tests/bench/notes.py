"""Writing a note of a long walk through England, in each form."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from guidance_app.core.ids import FieldId, OptionId, OutcomeId
from guidance_app.core.kinds import Which
from guidance_app.core.pack import Kind
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.exchange import note
from guidance_app.desk.forms import Form
from guidance_app.desk.sitting import Sitting
from guidance_app.note import files
from tests.bench.times import Row, row, timed
from tests.ui.england import shortest_walks

ROUNDS = 15
REASON = "She was told at the visit on Tuesday, with the letter in her hand, and she agreed. " * 4


def rows() -> Iterator[Row]:
    """Yield the time of the whole note in each form, once what it needs has been loaded."""
    with tempfile.TemporaryDirectory() as home:
        desk = desk_at(Path(home))
        desk.practise()
        sitting = desk.begin("england", "CASE-1")
        _walk(sitting)
        made = note(sitting, desk.now(), Which.WHOLE)
        for form in Form:
            write = partial(files.render, made, form.value)
            write()
            yield row(f"The note as {form.value}", [timed(write) for _ in range(ROUNDS)])
        desk.lock()


def _walk(sitting: Sitting) -> None:
    """Walk to one open look, with a reason beside every answer and every field written."""
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
