"""Lets each operation on the disk fail in turn, in each way, during each act on the records."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records
from tests.faults.disk import Disk

AT = "2026-11-23T14:32:00.000+00:00"
NAME, OTHER, QUESTION = RecordId("r1"), RecordId("r2"), QuestionId("purpose")
KEY = bytes(range(32))
LONG = "invented words " * 400

WAYS: dict[str, tuple[type[apsw.Error], type[apsw.Error]]] = {
    "EIO": (apsw.IOError, apsw.IOError),
    "ENOSPC": (apsw.FullError, apsw.CantOpenError),
    "EACCES, EROFS, EBUSY": (apsw.IOError, apsw.CantOpenError),
}
"""What the system says, and what SQLite's own way to the disk makes of it: writing, and opening.

It makes the same of the last three, so they are tried as one.
"""

ACTS: dict[str, Callable[[Records], object]] = {
    "answer": lambda r: r.append(NAME, Given(Answer(QUESTION, reason=LONG)), AT, after=3),
    "draft": lambda r: r.keep_draft(NAME, QUESTION, LONG),
    "begin": lambda r: r.begin(OTHER, Started(PackId("p"), "1", "d", "Another"), AT),
    "remember": lambda r: r.remember("name", LONG),
    "remove": lambda r: r.remove(NAME, AT, "six years"),
}


def failed() -> Iterator[tuple[str, str]]:
    """Yield each fault that was tried, in words, and what was lost by it, or nothing."""
    disk = Disk()
    with tempfile.TemporaryDirectory() as made:
        sound = _sound(Path(made) / "sound.db")
        for act in ACTS:
            for way in WAYS:
                for for_good in (False, True):
                    number, came = 0, True
                    while came:
                        number += 1
                        came, lost = _fault(disk, sound, act, way, number, for_good=for_good)
                        if came:
                            yield f"{act}, {way} at {number}", lost


def _fault(
    disk: Disk, sound: Path, act: str, way: str, number: int, *, for_good: bool
) -> tuple[bool, str]:
    """Let the operation `number` of an act fail; say whether it came so far, and what was lost."""
    path = sound.with_name("tried.db")
    for old in sound.parent.glob("tried*"):
        old.unlink()
    shutil.copyfile(sound, path)
    records = Records(database.connect(path, KEY, vfs="failing"))
    was = _seen(records)
    writing, opening = WAYS[way]
    disk.break_at(number, writing, for_good=for_good, opening=opening)
    refused: Refusal | None = None
    try:
        ACTS[act](records)
    except Refusal as refusal:
        refused = refusal
    broke = disk.mend()
    lost = ""
    if refused is not None:
        if not refused.says.endswith(".") or not refused.hint:
            lost = f"no sentence to act on: {refused}"
        elif _seen(records) != was:
            lost = "something of what was refused is there"
        ACTS[act](records)
    done = _seen(records)
    records.close()
    again = Records(database.connect(path, KEY))
    if not lost and (done == was or _seen(again) != done):
        lost = "what was kept is not there"
    again.close()
    return broke, lost


def _seen(records: Records) -> object:
    listed = records.records()
    each = [(records.entries(kept.id), records.drafts(kept.id)) for kept in listed]
    return listed, each, records.recall("name"), records.receipts()


def _sound(path: Path) -> Path:
    database.create(path, KEY)
    records = Records(database.connect(path, KEY))
    records.begin(NAME, Started(PackId("p"), "1", "d"), AT)
    for number in range(2):
        records.append(NAME, Given(Answer(QuestionId(f"q{number}"), reason=LONG)), AT)
    records.close()
    return path
